package tablechat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Code;
import tablechat.protocol.Failure;
import tablechat.protocol.Message;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Usage;

/// Gathers joined rows (one for each part) into messages, reading no further than it was asked.
final class MessageRows {
    /// Without a limit, which would have SQLite sort all it finds before the first row: who reads stops when it has enough.
    static final String NEWEST_FIRST = """
            select message.id, role, status, turn, model, input_tokens, output_tokens, message.duration_ms, error_code,
                error_message, message.created_at, part.type, part.text, call_id, tool, input, call_status, output, error, model_rows,
                part.duration_ms as call_duration_ms, result.id as result_id, result.sql as result_sql,
                columns as result_columns, preview as result_preview, row_count as result_row_count,
                truncated as result_truncated, result.duration_ms as result_duration_ms
            from message
            left join part on part.message_id = message.id
            left join result on result.id = part.result_id
            where message.session_id = ? and message.position < ?
            order by message.position desc, part.position
            """;

    private final ResultSet row;
    private boolean onRow;
    private long bytesRead;

    MessageRows(ResultSet row) throws SQLException {
        this.row = row;
        onRow = row.next();
    }

    boolean hasNext() {
        return onRow;
    }

    /// About how many bytes the messages read so far take in JSON.
    long bytesRead() {
        return bytesRead;
    }

    Message next() throws SQLException {
        String id = row.getString("id");
        Message head = message(id);
        var parts = new ArrayList<Part>();
        do {
            Part part = PartRows.part(row);
            if (part != null) {
                parts.add(part);
                bytesRead += PartRows.bytes(part, row);
            }
            onRow = row.next();
        } while (onRow && row.getString("id").equals(id));
        return head.with(parts);
    }

    private Message message(String id) throws SQLException {
        return new Message(
                id,
                Bind.constant(Message.Role.class, row.getString("role")),
                Bind.constant(Message.Status.class, row.getString("status")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                List.of(),
                row.getString("turn"),
                row.getString("model"),
                usage(),
                Rows.optionalLong(row, "duration_ms"),
                failure());
    }

    private @Nullable Usage usage() throws SQLException {
        Long input = Rows.optionalLong(row, "input_tokens");
        return input == null ? null : new Usage(input, row.getLong("output_tokens"));
    }

    private @Nullable Failure failure() throws SQLException {
        String code = row.getString("error_code");
        return code == null ? null : new Failure(Bind.constant(Code.class, code), row.getString("error_message"));
    }
}
