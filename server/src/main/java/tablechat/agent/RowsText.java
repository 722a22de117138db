package tablechat.agent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// The rows of a query as a model reads them: how many there are and how many follow, the column names, the rows.
final class RowsText {
    static final int ROWS_MAX = 50;

    private static final int FIRST_LINE_BYTES_MAX = 80;

    /// Doubles between these are written without an exponent.
    private static final double PLAIN_MIN = 1e-6;

    private static final double PLAIN_MAX = 1e18;

    private RowsText() {}

    /// @param rows those kept of the query, cells as [tablechat.protocol.Result] says
    /// @param rowCount how many the query has; null where that is not known, it is then at least as many as were kept
    static String of(List<Column> columns, List<List<Object>> rows, @Nullable Long rowCount) {
        return grid(columns, rows, rowCount).text();
    }

    /// The same, with how many rows of it are shown.
    static Grid grid(List<Column> columns, List<List<Object>> rows, @Nullable Long rowCount) {
        List<String> names = columns.stream().map(Column::name).toList();
        Grid grid = Grid.fit(names, cells(rows, ROWS_MAX), Output.TEXT_BYTES_MAX - FIRST_LINE_BYTES_MAX);
        return new Grid(firstLine(rows.size(), rowCount, grid.rows()) + "\n" + grid.text(), grid.rows());
    }

    static List<List<String>> cells(List<List<Object>> rows, int rowsMax) {
        return rows.stream()
                .limit(rowsMax)
                .map(row -> row.stream().map(RowsText::cell).toList())
                .toList();
    }

    private static String firstLine(int kept, @Nullable Long rowCount, int shown) {
        long count = rowCount == null ? kept : rowCount;
        String rows = count(count);
        if (rowCount == null) return "at least %s, the first %d follow".formatted(rows, shown);
        return shown == count ? rows : "%s, the first %d follow".formatted(rows, shown);
    }

    static String count(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Double number when Math.abs(number) >= PLAIN_MIN && Math.abs(number) < PLAIN_MAX ->
                new BigDecimal(number.toString()).toPlainString();
            case Map<?, ?> bytes -> "(%s bytes)".formatted(bytes.get("length"));
            default -> value.toString();
        };
    }
}
