package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// Units of duration: `longer than 5 minutes`, asked of a column that holds milliseconds.
final class Spans {
    private static final List<String> UNITS = List.of("millisecond", "second", "minute", "hour");
    private static final List<BigDecimal> MILLISECONDS = List.of(
            BigDecimal.ONE, BigDecimal.valueOf(1_000), BigDecimal.valueOf(60_000), BigDecimal.valueOf(3_600_000));

    private static final Map<String, String> SHORT =
            Map.of("ms", "millisecond", "milli", "millisecond", "sec", "second", "min", "minute", "hr", "hour");

    private Spans() {}

    /// The unit a column is named after, -1 if it is none.
    static int held(Column column) {
        var last = column.words().getLast();
        // `min_players` are no minutes.
        return column.words().stream()
                .mapToInt(word -> UNITS.indexOf(word.equals(last) ? SHORT.getOrDefault(word, word) : word))
                .max()
                .orElse(-1);
    }

    /// How much more time something took than it should have, not how long it was.
    static boolean late(Column column) {
        return column.words().stream().anyMatch(word -> word.matches("delay|late|lateness|overdue|overtime|wait|waiting|break|pause"));
    }

    /// How long something was.
    static boolean lasting(Column column) {
        return column.number()
                && !late(column)
                && (held(column) >= 0 || column.words().stream().anyMatch(word -> Lexicon.alike("duration", word)));
    }

    static boolean unit(String word) {
        return UNITS.contains(word);
    }

    /// A unit of time stands there that the column can be counted in.
    static boolean said(Reading reading, int at, Column column) {
        return at < reading.size() && reading.free(at) && held(column) >= 0 && UNITS.contains(Words.stem(reading.words(at)));
    }

    /// The very unit that the column is counted in.
    static boolean same(Reading reading, int at, Column column) {
        return held(column) >= 0 && UNITS.indexOf(Words.stem(reading.words(at))) == held(column);
    }

    /// The only column of a table that holds a duration, where a unit of time is at this item.
    static Optional<Column> column(Reading reading, int at, @Nullable Table table) {
        boolean said = at < reading.size() && reading.free(at) && UNITS.contains(Words.stem(reading.words(at)));
        var all = said && table != null
                ? table.columns().stream().filter(column -> column.number() && held(column) >= 0 && !late(column)).toList()
                : List.<Column>of();
        if (all.size() > 1) {
            return all.stream()
                    .filter(column -> column.words().stream().anyMatch(word -> Lexicon.alike("duration", word)))
                    .findFirst();
        }
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// By what a number in the unit at this item has to be multiplied to be one of the column's; 1 if that is not said.
    static BigDecimal factor(Reading reading, int at, Column column) {
        int said = at < reading.size() && reading.free(at) ? UNITS.indexOf(Words.stem(reading.words(at))) : -1;
        int held = held(column);
        return said < 0 || held < 0 || held > said
                ? BigDecimal.ONE
                : MILLISECONDS.get(said).divide(MILLISECONDS.get(held));
    }
}
