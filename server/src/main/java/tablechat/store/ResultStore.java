package tablechat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tablechat.json.Json;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Result.Column;

/// Outcomes of queries, each with the rows that were kept of it.
public final class ResultStore {
    /// How long a result that belongs to no session can be paged.
    private static final Duration LOOSE_KEPT = Duration.ofDays(1);

    private final Writer writer;
    private final Readers readers;

    ResultStore(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /// Keeps a result; `result.rows()` is what events show of it, `rows` all that was kept.
    public void add(Result result, List<List<Object>> rows, String connection, @Nullable String session) {
        String columns = Json.write(result.columns());
        String preview = Json.write(result.rows());
        String table = Json.write(rows);
        writer.run(db -> {
            db.dml("delete from result where session_id is null and created_at < ?", Bind.all(Instant.now().minus(LOOSE_KEPT)));
            long kept = db.dml("""
                insert into result
                    (id, connection_id, session_id, sql, columns, preview, rows, row_count, truncated, duration_ms, created_at)
                select ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ? from connection where id = ? and removed_at is null
                """, Bind.all(result.id(), session, result.sql(), columns, preview, table,
                result.rowCount(), result.truncated(), result.durationMs(), Instant.now(), connection));
            if (kept == 0) throw Rejected.notFound("connection", "The connection was removed meanwhile.");
            return kept;
        });
    }

    /// All rows kept of a result; empty when there is no such result, or its session is deleted.
    public Optional<List<List<Object>>> rows(String id) {
        return readers.first(row -> table(row.getString("rows")), """
                select rows from result left join session on session.id = session_id
                where result.id = ? and deleted_at is null
                """, id);
    }

    /// What a result came from; `title` is its session's, null where it belongs to none.
    public record Origin(String connection, String sql, @Nullable String title) {}

    /// Empty when there is no such result, or its session is deleted.
    public Optional<Origin> origin(String id) {
        return readers.first(row -> new Origin(row.getString("connection_id"), row.getString("sql"), row.getString("title")), """
                select result.connection_id, sql, title from result left join session on session.id = session_id
                where result.id = ? and deleted_at is null
                """, id);
    }

    /// A result as an event shows it, from a row that has its columns prefixed by `result_`.
    static Result preview(ResultSet row) throws SQLException {
        return new Result(
                row.getString("result_id"),
                row.getString("result_sql"),
                columns(row.getString("result_columns")),
                table(row.getString("result_preview")),
                Rows.optionalLong(row, "result_row_count"),
                row.getBoolean("result_truncated"),
                row.getLong("result_duration_ms"));
    }

    private static List<Column> columns(String json) {
        return Json.readList(json).stream()
                .map(column -> Json.decode(Json.object(column), Column.class))
                .toList();
    }

    private static List<List<Object>> table(String json) {
        return Json.readList(json).stream().map(Json::list).toList();
    }
}
