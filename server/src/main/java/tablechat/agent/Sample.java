package tablechat.agent;

import java.util.List;
import tablechat.database.Outcome;
import tablechat.protocol.Result.Column;
import tablechat.protocol.Table;

/// The first rows of a table, to show a model what its values look like.
final class Sample {
    private static final int ROWS_MAX = 3;

    private Sample() {}

    /// `sample rows:`, the column names and up to three rows; empty where there are none, they do not fit or cannot be read.
    static String of(Table table, Source source, int bytesMax) throws InterruptedException {
        if (!(source.query(sql(table, source.dialect())) instanceof Outcome.Rows rows)) return "";
        List<String> names = rows.columns().stream().map(Column::name).toList();
        String title = "sample rows:\n";
        Grid grid = Grid.fit(names, RowsText.cells(rows.rows(), ROWS_MAX), bytesMax - title.length());
        return grid.rows() == 0 ? "" : title + grid.text();
    }

    private static String sql(Table table, String dialect) {
        boolean backticks = dialect.startsWith("MySQL") || dialect.startsWith("MariaDB");
        String quote = backticks ? "`" : "\"";
        String schema = table.schema() == null ? "" : quoted(table.schema(), quote) + ".";
        return "select * from " + schema + quoted(table.name(), quote) + " limit " + ROWS_MAX;
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
