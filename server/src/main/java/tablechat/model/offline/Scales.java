package tablechat.model.offline;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How the numbers of a column are taken together when nobody says how.
final class Scales {
    private static final Map<String, Set<String>> WORDS = Lexicon.lines("scales.txt").stream()
            .map(line -> line.split(": "))
            .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> Set.of(parts[1].split(" "))));

    private Scales() {}

    /// Marks that somebody gave.
    static boolean judged(Column column) {
        return column.words().stream().anyMatch(WORDS.get("judged")::contains);
    }

    /// The mark on each row of a table of marks.
    static java.util.Optional<Column> mark(Table table) {
        return WORDS.get("judged").contains(table.words().getLast())
                ? table.first(column -> column.number() && judged(column)).or(() -> table.first(Column::number))
                : java.util.Optional.empty();
    }

    static Measure.Kind whole(Column column) {
        boolean mean = judged(column) || column.words().stream().anyMatch(WORDS.get("averaged")::contains);
        return mean ? Measure.Kind.AVERAGE : Measure.Kind.SUM;
    }

    /// The rows say that somebody chose something.
    static boolean choices(Table table) {
        return table.words().stream().anyMatch(WORDS.get("choices")::contains);
    }

    /// The rows say what we pay others, which is no revenue.
    static boolean outgo(Table table) {
        return WORDS.get("outgo").contains(table.words().getLast());
    }

    /// The rows are sums of money, like fines: their total is no number of rows.
    static boolean amounts(Table table) {
        return WORDS.get("amounts").contains(table.words().getLast());
    }
}
