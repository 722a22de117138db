package tablechat.model.offline;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was done to the rows at a time, where rows of another table say when: `books borrowed by Ann in 2024` asks for loans of that
/// year, not for books of it.
final class Occasions {

    private Occasions() {}

    /// @param at where the time begins
    /// @param base whose rows are shown or counted
    static Optional<Column> date(Reading reading, int at, Table base) {
        return counted(reading, base).flatMap(Dates::of).or(() -> done(reading, at, base));
    }

    /// `drivers who rented a car in 2024`: not what is known of the car.
    ///
    /// @param noun where the table stands with which it was done
    static Optional<Column> with(Reading reading, int at, Table base, int noun) {
        var thing = reading.table(noun).orElseThrow();
        var schema = reading.world().schema();
        return thing.equals(base) ? Optional.empty() : reading.unlessEmpty(() -> done(reading, noun, base)
                .filter(date -> !schema.of(date).equals(thing) && reading.world().routes().up(schema.of(date), thing).isPresent()));
    }

    /// `members who borrowed more than 5 books in 2024`: of that year are the rows that are counted.
    private static Optional<Table> counted(Reading reading, Table base) {
        return reading.draft().filters.stream()
                .flatMap(filter -> filter instanceof Filter.Counted counted ? Stream.of(counted.base()) : Stream.empty())
                .filter(table -> !table.equals(base) && Dates.of(table).isPresent())
                .findFirst();
    }

    /// Of the last verb before the time.
    private static Optional<Column> done(Reading reading, int at, Table base) {
        return IntStream.range(0, at)
                .map(i -> at - 1 - i)
                .filter(i -> reading.free(i) && !noun(reading, i) && Deeds.doing(reading, i).findAny().isPresent())
                .boxed()
                .findFirst()
                .flatMap(verb -> done(reading, base, verb));
    }

    /// The very name of a table.
    private static boolean noun(Reading reading, int at) {
        return reading.item(at).all(Sense.Match.class).anyMatch(match -> match.column() == null && match.score() >= 1);
    }

    /// `returned` has a date of its own.
    private static Optional<Column> done(Reading reading, Table base, int verb) {
        boolean own = reading.column(verb, base, column -> column.table().equals(base.name()) && (column.date() || column.year()))
                .isPresent();
        var table = own ? Optional.<Table>empty() : Deeds.doing(reading, verb)
                .filter(found -> !found.equals(base) && Relations.event(found))
                .filter(found -> reading.world().routes().up(found, base).isPresent())
                .findFirst();
        var named = table.flatMap(found -> reading.column(verb, base, column -> column.date() && column.table().equals(found.name())));
        reading.use(named.isPresent() ? verb : -1);
        return named.or(() -> table.flatMap(Dates::of));
    }
}
