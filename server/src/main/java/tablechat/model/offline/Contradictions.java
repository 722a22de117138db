package tablechat.model.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Conditions that no row can meet: `the last 6 months of 2025`, read as half a year before today and within 2025.
final class Contradictions {
    private Contradictions() {}

    static boolean are(List<Filter> filters) {
        List<Filter.During> periods = filters.stream()
                .flatMap(filter -> filter instanceof Filter.During during ? Stream.of(during) : Stream.of())
                .toList();
        return periods.stream().anyMatch(one -> periods.stream()
                .filter(other -> other.column().equals(one.column()))
                .anyMatch(other -> ends(one.until(), other.from())));
    }

    private static boolean ends(@Nullable LocalDate until, @Nullable LocalDate from) {
        return until != null && from != null && !from.isBefore(until);
    }
}
