package tablechat.database;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// Reads a result set up to our limits: the drivers' own (`setMaxRows`, `setFetchSize`) are not kept by all of them.
final class Reading {
    static final int ROWS_MAX = 1_000;
    static final int BYTES_MAX = 1024 * 1024;
    static final int TEXT_BYTES_MAX = 64 * 1024;

    private final ResultSet rows;
    private final Kind kind;
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<List<Object>> kept = new ArrayList<>();
    private final int cellBytesMax;
    private int bytes;

    private Reading(ResultSet rows, Kind kind) throws SQLException {
        this.rows = rows;
        this.kind = kind;
        ResultSetMetaData meta = rows.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
            types.add(meta.getColumnTypeName(i));
        }
        // So that the widest row still fits: a result never shows nothing only because its first row is large.
        cellBytesMax = Math.min(TEXT_BYTES_MAX, BYTES_MAX / Math.max(1, names.size()));
    }

    /// Runs somebody's SQL and reads what it gives.
    static Outcome.Rows of(Query query) throws SQLException {
        Lane lane = query.lane();
        lane.allow(query.max());
        try (Statement statement = lane.statement(query.sql())) {
            if (!lane.execute(statement, query.sql())) return new Outcome.Rows(List.of(), List.of(), 0L, false, query.milliseconds());
            try (ResultSet rows = statement.getResultSet()) {
                Outcome.Rows read = of(rows, query);
                if (read.truncated() && query.kind().drains()) lane.cancel();
                return read;
            }
        }
    }

    /// Stops where a row would go over a limit; then there was at least one more.
    private static Outcome.Rows of(ResultSet rows, Query query) throws SQLException {
        var reading = new Reading(rows, query.kind());
        boolean truncated = !reading.toTheEnd();
        Long rowCount = truncated ? null : (long) reading.kept.size();
        return new Outcome.Rows(reading.columns(), reading.kept, rowCount, truncated, query.milliseconds());
    }

    private boolean toTheEnd() throws SQLException {
        while (rows.next()) {
            if (kept.size() == ROWS_MAX) return false;
            List<Object> row = row();
            bytes += size(row);
            if (bytes > BYTES_MAX && !kept.isEmpty()) return false;
            kept.add(row);
        }
        return true;
    }

    private List<Object> row() throws SQLException {
        var row = new ArrayList<Object>(names.size());
        for (int i = 1; i <= names.size(); i++) row.add(Cells.of(kind.cell(rows, i), cellBytesMax));
        return row;
    }

    private static int size(List<Object> row) {
        int size = 2;
        for (Object cell : row) size += Cells.size(cell);
        return size;
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < names.size(); i++) columns.add(new Column(names.get(i), type(i)));
        return columns;
    }

    /// The declared type, or what the values are where the driver had only the first of them to go by.
    private String type(int column) {
        String declared = types.get(column);
        if (declared != null && !(kind.guessesTypes() && ColumnTypes.isGuess(declared))) return declared;
        @Nullable String seen = ColumnTypes.of(kept, column);
        return seen != null ? seen : declared == null ? "" : declared;
    }
}
