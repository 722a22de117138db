package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The dates of a table that say when something ended or had to end, as their names tell.
final class Ends {
    private static final String DUE = "due|deadline|promised|required|expected|planned|target|estimated|scheduled";
    private static final String END = "until|end|ended|left|leave|discharged?|cancell?ed|cancellation|closed?|clos(es|ing)|terminated|"
            + "termination|"
            + "resigned|retired|deactivated|expir(y|ed?)|valid|resolved|completed|finished|return(ed)?|check ?out|checkout|departure|"
            + "departed|delivered|delivery|arrived|arrival|received|shipped|ship|out|finish|stopped|done|(re)?paid";

    private static final Predicate<Column> PERSONAL =
            column -> column.words().stream().anyMatch(word -> Lexicon.alike("birth", word));

    private Ends() {}

    static boolean due(Column column) {
        return column.date() && column.words().stream().anyMatch(word -> word.matches(DUE));
    }

    static boolean end(Column column) {
        return column.date() && !due(column) && column.words().stream().anyMatch(word -> word.matches(END));
    }

    /// `pack`, of what is done when it is packed.
    static boolean doing(String verb, Column column) {
        return column.date() && !due(column) && column.words().stream()
                .anyMatch(word -> Fit.past(word) && Words.root(Words.present(word)).equals(Words.root(verb)));
    }

    /// The date of a table that a word names, by its name or by what was done then: `shipping`, `delivered`, `return`, or the table itself.
    static Optional<Column> called(Reading reading, int at, Table table) {
        var word = Words.present(Words.stem(reading.words(at)));
        var named = reading.column(at, table, column -> column.date() && column.table().equals(table.name()));
        return named.or(() -> table.first(column -> column.date() && !due(column) && column.words().stream()
                        .anyMatch(part -> Words.root(Words.present(part)).equals(Words.root(word)) || Rates.nominal(word, part))))
                .or(() -> reading.table(at).filter(table::equals).flatMap(Dates::of));
    }

    /// When what had a term was really done.
    static Optional<Column> done(Table table) {
        return table.columns().stream().filter(Ends::end).reduce((first, last) -> last);
    }

    /// From the date that says when a row came to be to the one that says when it was over.
    static Optional<Value.Lapse> lapse(Table table, Optional<Column> said) {
        var end = said.or(() -> done(table));
        return end.flatMap(until -> {
            int at = table.columns().indexOf(until);
            return table.columns().stream()
                    .filter(from -> from.date() && !due(from) && !PERSONAL.test(from) && from.ticks() == until.ticks())
                    .filter(from -> !end(from) && end(until) || table.columns().indexOf(from) < at)
                    .min(Comparator.comparing(Ends::end))
                    .map(from -> new Value.Lapse(from, until, unit(from, until)));
        });
    }

    /// The table itself, then those whose rows belong to its rows, the nearest first.
    static Stream<Table> below(World world, Table table) {
        return Stream.concat(
                Stream.of(table),
                world.schema().tables().stream()
                        .filter(other -> !other.equals(table) && world.routes().up(other, table).isPresent())
                        .sorted(Comparator.comparingInt(other -> world.routes().distance(other, table))));
    }

    /// Minutes where both happen on one day, else days.
    private static Clock unit(Column from, Column until) {
        var first = from.samples().stream().findFirst().orElse("");
        var last = until.samples().stream().findFirst().orElse("");
        boolean timed = first.length() > 10 && last.length() > 10 && !last.matches(".{10}.00:00(:00)?(\\.0+)?");
        return timed && first.substring(0, 10).equals(last.substring(0, 10)) ? Clock.MINUTE : Clock.DAY;
    }
}
