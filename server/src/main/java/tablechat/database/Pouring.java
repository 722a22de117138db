package tablechat.database;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Result.Column;

/// Hands every row of a result set to a sink, with whole cells; holds one row at a time.
final class Pouring {
    /// A value that is larger ends the query: cut, it would pass for the whole of it.
    static final int CELL_BYTES_MAX = 16 * 1024 * 1024;

    private final ResultSet rows;
    private final Kind kind;
    private final List<Column> columns = new ArrayList<>();

    private Pouring(ResultSet rows, Kind kind) throws SQLException {
        this.rows = rows;
        this.kind = kind;
        ResultSetMetaData meta = rows.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String type = meta.getColumnTypeName(i);
            columns.add(new Column(meta.getColumnLabel(i), type == null ? "" : type));
        }
    }

    /// Runs somebody's SQL and hands over what it gives.
    ///
    /// @return without rows, but with their number
    static Outcome.Rows of(Query query, RowSink sink) throws SQLException {
        Lane lane = query.lane();
        lane.allow(query.max());
        try (Statement statement = lane.statement(query.sql())) {
            long count = 0;
            if (lane.execute(statement, query.sql())) count = poured(lane, query.kind(), statement, sink);
            else sink.columns(List.of());
            return new Outcome.Rows(List.of(), List.of(), count, false, query.milliseconds());
        }
    }

    private static long poured(Lane lane, Kind kind, Statement statement, RowSink sink) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            try {
                return poured(rows, kind, sink);
            } catch (SQLException e) {
                // Before the rest of the rows is closed: a driver would read all of it first.
                lane.cancel();
                throw e;
            }
        }
    }

    /// @return how many rows there were
    private static long poured(ResultSet rows, Kind kind, RowSink sink) throws SQLException {
        var pouring = new Pouring(rows, kind);
        sink.columns(pouring.columns);
        long count = 0;
        while (rows.next()) {
            if (!sink.row(pouring.row(++count))) throw new SQLException("It was stopped: nobody takes its rows any more.");
        }
        return count;
    }

    private List<Object> row(long number) throws SQLException {
        var row = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
            Object value = kind.cell(rows, i);
            if (Cells.length(value) > CELL_BYTES_MAX) throw tooLarge(number, columns.get(i - 1).name());
            row.add(Cells.whole(value));
        }
        return row;
    }

    private static SQLException tooLarge(long number, String column) {
        return new SQLException("The value of \"%s\" in row %d is larger than %d MB; ask for a part of it."
                .formatted(column, number, CELL_BYTES_MAX / (1024 * 1024)));
    }
}
