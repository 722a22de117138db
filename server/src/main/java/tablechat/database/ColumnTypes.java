package tablechat.database;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tablechat.protocol.Nullable;

/// The type of a column that has none declared, from the values in it: `count(*)`, `price * 2`.
final class ColumnTypes {
    private static final Set<String> GUESSES = Set.of("", "INTEGER", "FLOAT", "TEXT", "BLOB", "NUMERIC");

    private ColumnTypes() {}

    /// Whether a driver could have taken this name from the first row's value.
    static boolean isGuess(String type) {
        return GUESSES.contains(type);
    }

    /// Null when there are no values, or their kinds have no type in common.
    static @Nullable String of(List<List<Object>> rows, int column) {
        Set<String> seen = new HashSet<>();
        for (List<Object> row : rows) {
            if (row.get(column) != null) seen.add(type(row.get(column)));
        }
        if (seen.size() == 1) return seen.iterator().next();
        return seen.equals(Set.of("INTEGER", "REAL")) ? "NUMERIC" : null;
    }

    private static String type(Object cell) {
        return switch (cell) {
            case Boolean _ -> "BOOLEAN";
            case Integer _ -> "INTEGER";
            case Long _ -> "INTEGER";
            case Double _ -> "REAL";
            case Map<?, ?> _ -> "BLOB";
            default -> "TEXT";
        };
    }
}
