package tablechat.model.offline;

import java.util.Optional;
import java.util.stream.Stream;

/// `when did we last buy from …`, `when was it first serviced`: the date of the first or last row of what was done.
final class Lasts {
    private static final String BUYING = "buy|order|purchase|sell";
    private static final String DOING = "did|was|were|have|has|is|are";

    private Lasts() {}

    static boolean read(Reading reading) {
        int cue = reading.find(1, at -> reading.is(at, Cue.FIRST, Cue.LAST));
        boolean asked = cue > 1 && reading.words(0).equals("when") && reading.words(1).matches(DOING);
        int verb = asked && reading.free(cue + 1) ? cue + 1 : -1;
        var date = verb < 0 ? Optional.<Column>empty() : date(reading, Words.present(reading.words(verb)));
        date.ifPresent(found -> {
            Ranking.byColumn(reading, verb, found, reading.is(cue, Cue.LAST), 1);
            reading.use(cue);
        });
        return date.isPresent();
    }

    /// A date named after the verb, else that of the only rows that are: of those that are named first.
    private static Optional<Column> date(Reading reading, String verb) {
        var schema = reading.world().schema();
        var dates = schema.tables().stream()
                .flatMap(table -> table.first(column -> column.date() && names(verb, column.words().stream())).stream())
                .toList();
        var rows = schema.tables().stream()
                .filter(table -> Relations.event(table) && names(verb, table.words().stream()))
                .flatMap(table -> Dates.of(table).stream())
                .toList();
        var all = dates.isEmpty() ? rows : dates;
        var named = all.stream().filter(column -> reading.mentions(schema.of(column))).findFirst();
        return named.or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())
                .or(() -> all.isEmpty() && verb.matches(BUYING)
                        ? Money.line(schema).flatMap(line -> Dates.near(line, reading.world()))
                        : Optional.empty());
    }

    private static boolean names(String verb, Stream<String> words) {
        return words.anyMatch(word -> word.length() > 2 && Fit.derived(verb, Words.present(word)));
    }
}
