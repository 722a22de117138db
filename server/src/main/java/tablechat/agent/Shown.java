package tablechat.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tablechat.database.Outcome;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// What a model is shown of a query's outcome, and how many rows of it.
record Shown(String text, int rows) {
    private static final int FIRST_LINE_BYTES_MAX = 200;
    private static final List<String> COLUMNS = List.of("column", "type");
    private static final List<String> FIGURES = List.of("column", "type", "nulls", "distinct", "sum", "average");

    /// As much as the source's privacy lets through; `rows` as in [RowsText#of].
    static Shown of(Source source, String sql, List<Column> columns, List<List<Object>> rows, @Nullable Long rowCount)
            throws InterruptedException {
        return switch (source.privacy()) {
            case ROWS -> all(columns, rows, rowCount);
            case AGGREGATES -> source.onlyCounts(sql) ? all(columns, rows, rowCount)
                    : outline(source, sql, columns, rows, rowCount, rowCount != null && rowCount == rows.size());
            case SCHEMA -> outline(source, sql, columns, rows, rowCount, false);
        };
    }

    /// What the model is told of a statement that did not run.
    static String of(Source source, String sql, Outcome.Failed failed) throws InterruptedException {
        String message = switch (source.privacy()) {
            case ROWS -> failed.message();
            case AGGREGATES, SCHEMA -> KnownWords.of(source, sql).only(failed.message());
        };
        // The hint is ours: it names tables and columns that there are.
        return failed.hint() == null ? message : message + " " + failed.hint();
    }

    private static Shown all(List<Column> columns, List<List<Object>> rows, @Nullable Long rowCount) {
        Grid grid = RowsText.grid(columns, rows, rowCount);
        return new Shown(grid.text(), grid.rows());
    }

    /// How many rows there are, and a line for each column: no cell.
    private static Shown outline(Source source, String sql, List<Column> columns, List<List<Object>> rows,
            @Nullable Long rowCount, boolean withFigures) throws InterruptedException {
        KnownWords known = KnownWords.of(source, sql);
        List<List<String>> lines = IntStream.range(0, columns.size())
                .mapToObj(i -> line(known, columns, i, withFigures ? rows : null))
                .toList();
        Grid grid = Grid.fit(withFigures ? FIGURES : COLUMNS, lines, Output.TEXT_BYTES_MAX - FIRST_LINE_BYTES_MAX);
        String count = rowCount == null ? "at least " + RowsText.count(rows.size()) : RowsText.count(rowCount);
        return new Shown("%s, shown to the user and kept from you; the columns follow\n%s".formatted(count, grid.text()), 0);
    }

    private static List<String> line(KnownWords known, List<Column> columns, int i, @Nullable List<List<Object>> rows) {
        Column column = columns.get(i);
        var line = new ArrayList<String>();
        // A pivot makes column names of cells.
        line.add(known.knows(column.name()) ? column.name() : "(column %d, its name is kept from you)".formatted(i + 1));
        // What follows may be the values of an enumeration.
        line.add(column.type().replaceFirst("(?s)\\(.*", ""));
        if (rows != null) line.addAll(Figures.of(column.type(), rows.stream().map(row -> row.get(i)).toList()).cells());
        return line;
    }
}
