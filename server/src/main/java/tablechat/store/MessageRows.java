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
            select message.id, role, status, message.created_at, turn, model, input_tokens, output_tokens, message.duration_ms,
                error_code, error_message, message.position, type, text, call_id, tool, input, call_status, output, error, model_rows,
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
    /// Of the row it stands on; null when there is none.
    private @Nullable String id;
    private long bytesRead;

    MessageRows(ResultSet row) throws SQLException {
        this.row = row;
        step();
    }

    boolean hasNext() {
        return id != null;
    }

    /// Where the next message stands; 0 when there is none.
    int position() throws SQLException {
        return id == null ? 0 : row.getInt(12);
    }

    /// About how many bytes the messages read so far take in JSON.
    long bytesRead() {
        return bytesRead;
    }

    Message next() throws SQLException {
        String own = id;
        Message head = message(own);
        var parts = new ArrayList<Part>();
        do {
            Part part = PartRows.part(row.getString(13), row.getString(14), row);
            if (part != null) {
                parts.add(part);
                bytesRead += PartRows.bytes(part, row);
            }
            step();
        } while (own.equals(id));
        return head.with(parts);
    }

    private void step() throws SQLException {
        id = row.next() ? row.getString(1) : null;
    }

    /// By numbers: 500 messages look up 5,000 values. What only an answer has is not looked for in a question.
    private Message message(String id) throws SQLException {
        var role = Bind.constant(Message.Role.class, row.getString(2));
        var status = Bind.constant(Message.Status.class, row.getString(3));
        var createdAt = Instant.ofEpochMilli(row.getLong(4));
        String turn = row.getString(5);
        return switch (role) {
            case USER -> new Message(id, role, status, createdAt, List.of(), turn, null, null, null, null);
            case ASSISTANT -> new Message(id, role, status, createdAt, List.of(), turn,
                    row.getString(6), usage(), Rows.optionalLong(row, 9), failure());
        };
    }

    private @Nullable Usage usage() throws SQLException {
        Long input = Rows.optionalLong(row, 7);
        return input == null ? null : new Usage(input, row.getLong(8));
    }

    private @Nullable Failure failure() throws SQLException {
        String code = row.getString(10);
        return code == null ? null : new Failure(Bind.constant(Code.class, code), row.getString(11));
    }
}
