package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;

/// Units of duration: `longer than 5 minutes`, asked of a column that holds milliseconds.
final class Spans {
    private static final List<String> UNITS = List.of("millisecond", "second", "minute", "hour");
    private static final List<BigDecimal> MILLISECONDS = List.of(
            BigDecimal.ONE, BigDecimal.valueOf(1_000), BigDecimal.valueOf(60_000), BigDecimal.valueOf(3_600_000));

    private Spans() {}

    /// By what a number in the unit at this item has to be multiplied to be one of the column's; 1 if that is not said.
    static BigDecimal factor(Reading reading, int at, Column column) {
        int said = at < reading.size() && reading.free(at) ? UNITS.indexOf(Words.stem(reading.words(at))) : -1;
        int held = column.words().stream().mapToInt(UNITS::indexOf).max().orElse(-1);
        return said < 0 || held < 0 || held > said
                ? BigDecimal.ONE
                : MILLISECONDS.get(said).divide(MILLISECONDS.get(held));
    }
}
