package tablechat.model.offline;

import java.util.Optional;
import java.util.function.Predicate;

/// Nouns that only repeat what kind of thing the table before them holds: `crew members`, `staff people`, `customer accounts`.
final class Generics {
    private static final String PEOPLE = "members?|persons?|people|individuals?|folks?|accounts?|profiles?";
    private static final String ROWS = "records?|entry|entries|rows?";
    private static final String PIECES = "items?|units?|pieces?|articles?";

    private static final String MASS = "inventory|stock|equipment|merchandise|furniture|luggage|baggage|machinery";
    private static final String OF_PEOPLE = "birth|born|salary|wage|hire|hired";
    private static final String TICKET = "ticket|booking|reservation|registration|admission|visit|trip|ride|journey";
    private static final String PAID = "prices?|fares?|fees?|costs?";

    private Generics() {}

    /// Before all other rules: for them the noun is not there.
    static void read(Reading reading) {
        for (int at = 1; at < reading.size(); at++) {
            if (reading.free(at) && !reading.item(at).quoted() && (repeats(reading, at) || sold(reading, at - 1))) {
                reading.use(repeats(reading, at) ? at : at - 1);
            }
        }
    }

    private static boolean repeats(Reading reading, int at) {
        var word = reading.words(at);
        var table = reading.table(at - 1).filter(found -> called(reading, at).isEmpty());
        return table.isPresent() && (word.matches(ROWS)
                || word.matches(PEOPLE) && people(table.get())
                || word.matches(PIECES) && table.get().words().getLast().matches(MASS));
    }

    /// `ticket price`, where it is bookings that have a price: who buys the one buys the other.
    private static boolean sold(Reading reading, int at) {
        boolean ticket = reading.free(at) && reading.item(at).unknown() && !reading.called(at)
                && Words.stem(reading.words(at)).matches(TICKET);
        Predicate<Column> price = column -> column.number() && reading.world().schema().of(column).words().getLast().matches(TICKET);
        return ticket && reading.words(at + 1).matches(PAID) && reading.column(at + 1, null, price).isPresent();
    }

    /// What bears the very name.
    private static Optional<Sense.Match> called(Reading reading, int at) {
        return reading.item(at).all(Sense.Match.class).filter(match -> match.score() >= Fit.LOOSE).findFirst();
    }

    /// A team's members are no teams.
    private static boolean people(Table table) {
        return People.are(table) || table.words().getFirst().matches(Fit.STAFF)
                || table.first(column -> column.words().stream().anyMatch(word -> word.matches(OF_PEOPLE))).isPresent();
    }
}
