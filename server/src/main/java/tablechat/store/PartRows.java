package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;

/// The parts of messages as rows.
final class PartRows {
    private static final List<String> CALL_TEXTS =
            List.of("input", "output", "error", "result_sql", "result_columns", "result_preview");

    private PartRows() {}

    /// Writes parts at `from`, `from + 1`, …, over what was stored there before.
    static void put(DbExecute db, String message, int from, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            int position = from + i;
            switch (parts.get(i)) {
                case Part.Text(String text) -> putText(db, message, position, "text", text);
                case Part.Thinking(String text) -> putText(db, message, position, "thinking", text);
                case Part.Tool(Call call) -> putCall(db, message, position, call);
            }
        }
    }

    private static void putText(DbExecute db, String message, int position, String type, String text) {
        db.dml("""
                insert into part (message_id, position, type, text) values (?, ?, ?, ?)
                on conflict (message_id, position) do update set text = excluded.text where text is not excluded.text
                """, message, position, type, text);
    }

    private static void putCall(DbExecute db, String message, int position, Call call) {
        db.dml("""
                insert into part
                    (message_id, position, type, call_id, tool, input, call_status, output, error, result_id, duration_ms, model_rows)
                values (?, ?, 'tool', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (message_id, position) do update set call_status = excluded.call_status, output = excluded.output,
                    error = excluded.error, result_id = excluded.result_id, duration_ms = excluded.duration_ms,
                    model_rows = excluded.model_rows
                """, Bind.all(message, position, call.id(), call.name(), Json.write(call.input()), call.status(), call.output(),
                call.error(), call.result() == null ? null : call.result().id(), call.durationMs(), call.modelRows()));
    }

    /// Null when the message has no part (the row is the message's alone).
    static @Nullable Part part(@Nullable String type, @Nullable String text, ResultSet row) throws SQLException {
        return switch (type) {
            case null -> null;
            case "text" -> new Part.Text(text);
            case "thinking" -> new Part.Thinking(text);
            default -> new Part.Tool(call(row));
        };
    }

    private static Call call(ResultSet row) throws SQLException {
        String status = row.getString("call_status");
        Long rows = Rows.optionalLong(row, "model_rows");
        return new Call(
                row.getString("call_id"),
                row.getString("tool"),
                Json.readObject(row.getString("input")),
                status == null ? null : Bind.constant(Call.Status.class, status),
                row.getString("output"),
                row.getString("result_id") == null ? null : ResultStore.preview(row),
                row.getString("error"),
                Rows.optionalLong(row, "call_duration_ms"),
                rows == null ? null : rows.intValue());
    }

    /// About how many bytes the row's part takes in JSON.
    static long bytes(Part part, ResultSet row) throws SQLException {
        return switch (part) {
            case Part.Text(String text) -> text.length();
            case Part.Thinking(String text) -> text.length();
            case Part.Tool _ -> bytesOfCall(row);
        };
    }

    private static long bytesOfCall(ResultSet row) throws SQLException {
        long bytes = 0;
        for (String column : CALL_TEXTS) {
            String text = row.getString(column);
            if (text != null) bytes += text.length();
        }
        return bytes;
    }
}
