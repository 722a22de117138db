package tablechat.model.offline;

import java.util.Map;
import tablechat.protocol.Nullable;

/// A unit of time to group by.
enum Unit implements Sense {
    YEAR,
    QUARTER,
    MONTH,
    /// As ISO 8601 has it: from Monday, `2024-W07`.
    WEEK,
    DAY,
    WEEKDAY,
    DECADE;

    private static final Map<String, Unit> BY_WORD = Map.ofEntries(
            Map.entry("year", YEAR),
            Map.entry("yearly", YEAR),
            Map.entry("annual", YEAR),
            Map.entry("annually", YEAR),
            Map.entry("quarter", QUARTER),
            Map.entry("quarterly", QUARTER),
            Map.entry("month", MONTH),
            Map.entry("monthly", MONTH),
            Map.entry("week", WEEK),
            Map.entry("weekly", WEEK),
            Map.entry("decade", DECADE),
            Map.entry("day", DAY),
            Map.entry("daily", DAY),
            Map.entry("weekday", WEEKDAY));

    static @Nullable Unit of(String stem) {
        return BY_WORD.get(stem);
    }

    String word() {
        return Words.lower(name());
    }
}
