package tablechat.agent;

import java.util.List;
import tablechat.database.Outcome;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Result.Column;
import tablechat.protocol.Table;

/// The first rows of a table, to show a model what its values look like.
final class Sample {
    private static final int ROWS_MAX = 3;

    static final Grid NONE = new Grid("", 0);

    private Sample() {}

    /// `sample rows:`, the column names and up to three rows; none where there are none, they do not fit, cannot be read or are
    /// not for a model to see.
    static Grid of(Table table, Source source, int bytesMax) throws InterruptedException {
        if (source.privacy() != Privacy.ROWS) return NONE;
        if (!(source.query(sql(table, source.dialect())) instanceof Outcome.Rows rows)) return NONE;
        List<String> names = rows.columns().stream().map(Column::name).toList();
        String title = "sample rows:\n";
        Grid grid = Grid.fit(names, RowsText.cells(rows.rows(), ROWS_MAX), bytesMax - title.length());
        return new Grid(title + grid.text(), grid.rows());
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
