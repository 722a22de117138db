package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Message;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Session;

/// Whole sessions, to be taken away and brought in.
public final class TranscriptStore {
    private static final String IN_ORDER = MessageRows.NEWEST_FIRST
            .replace("as result_duration_ms", "as result_duration_ms, message.privacy")
            .replace("message.position < ?", "message.position > ?")
            .replace("message.position desc", "message.position");

    private final Writer writer;
    private final Readers readers;

    TranscriptStore(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /// A message with what is kept beside it: where it stands, and what of the data its writer could see, null for all.
    public record Kept(Message message, int position, @Nullable Privacy seen) {}

    /// The messages after one, in their order: as many as fit, at least one where there is one.
    ///
    /// @param last null for the first ones
    /// @throws Rejected `not_found` when the session is gone, `conflict` when `last` is not what it was any more
    public List<Kept> after(String session, @Nullable Kept last, long bytesMax) {
        return readers.atOnce(sql -> {
            String open = "select id from session where id = ? and deleted_at is null";
            if (Readers.all(sql, row -> row.getString(1), open, session).isEmpty()) {
                throw Rejected.notFound("session", "There is no such session any more.");
            }
            if (last != null && !isThere(sql, session, last)) {
                throw Rejected.because(Code.CONFLICT, "The session was changed while it was written down. Take it again.");
            }
            return page(sql, session, last == null ? 0 : last.position, bytesMax);
        });
    }

    private static boolean isThere(Statements sql, String session, Kept last) throws SQLException {
        return !Readers.all(sql, row -> row.getString(1),
                "select id from message where id = ? and session_id = ? and position = ? and turn is ?",
                last.message.id(), session, last.position, last.message.turn()).isEmpty();
    }

    private static List<Kept> page(Statements sql, String session, int after, long bytesMax) throws SQLException {
        var page = new ArrayList<Kept>();
        PreparedStatement statement = sql.take(IN_ORDER);
        try {
            statement.setString(1, session);
            statement.setInt(2, after);
            try (ResultSet row = statement.executeQuery()) {
                var rows = new MessageRows(row);
                while (rows.hasNext() && rows.bytesRead() < bytesMax) {
                    int position = rows.position();
                    String seen = row.getString("privacy");
                    page.add(new Kept(rows.next(), position, seen == null ? null : Bind.constant(Privacy.class, seen)));
                }
            }
        } finally {
            sql.release(IN_ORDER, statement);
        }
        return page;
    }

    /// All rows kept of a result, as JSON: an array of arrays.
    public String rows(String result) {
        return readers.first(row -> row.getString(1), "select rows from result where id = ?", result)
                .orElseThrow(() -> Rejected.notFound("result", "There is no such result any more."));
    }

    /// Whether any of these messages, turns or results is there, in whatever session.
    public boolean holdsAny(Collection<String> messages, Collection<String> turns, Collection<String> results) {
        return readers.atOnce(sql -> holds(sql, "select 1 from message where id = ?", messages)
                || holds(sql, "select 1 from message where turn = ? limit 1", turns)
                || holds(sql, "select 1 from result where id = ?", results));
    }

    private static boolean holds(Statements sql, String query, Collection<String> ids) throws SQLException {
        for (String id : ids) if (!Readers.all(sql, row -> true, query, id).isEmpty()) return true;
        return false;
    }

    /// A message to be stored.
    ///
    /// @param message its results hold the rows that events show
    /// @param rows all rows of each result, as JSON, by the result's id
    public record Brought(Message message, @Nullable Privacy seen, Map<String, String> rows) {}

    /// Stores a session that is not there yet, and its messages in their order, all or nothing.
    ///
    /// @param messages hands over one after the other. It runs on the writer's thread: nothing else is written meanwhile
    public void add(Session session, @Nullable String draft, Consumer<Consumer<Brought>> messages) {
        writer.run(db -> {
            db.dml("""
                    insert into session (id, connection_id, title, title_source, created_at, active_at, pinned, archived,
                        forked_from, forked_by, draft)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, Bind.all(session.id(), session.connection(), session.title(), session.titleSource(), session.createdAt(),
                    session.updatedAt(), session.pinned(), session.archived(), session.forkedFrom(),
                    session.forkedBy(), draft));
            var position = new int[1];
            messages.accept(brought -> add(db, session, ++position[0], brought));
            return null;
        });
    }

    private static void add(DbExecute db, Session session, int position, Brought brought) {
        Message message = brought.message;
        var usage = message.usage();
        var error = message.error();
        db.dml("""
                insert into message (id, session_id, position, role, status, turn, model, input_tokens, output_tokens, duration_ms,
                    error_code, error_message, created_at, privacy)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, Bind.all(message.id(), session.id(), position, message.role(), message.status(), message.turn(), message.model(),
                usage == null ? null : usage.inputTokens(), usage == null ? null : usage.outputTokens(), message.durationMs(),
                error == null ? null : error.code(), error == null ? null : error.message(), message.createdAt(), brought.seen));
        for (Part part : message.parts()) {
            if (part instanceof Part.Tool(Call call) && call.result() != null) {
                add(db, session, message.createdAt(), call.result(), brought.rows.get(call.result().id()));
            }
        }
        PartRows.put(db, message.id(), 0, message.parts());
    }

    private static void add(DbExecute db, Session session, Instant createdAt, Result result, String rows) {
        db.dml("""
                insert into result (id, connection_id, session_id, sql, columns, preview, rows, row_count, truncated, duration_ms,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, Bind.all(result.id(), session.connection(), session.id(), result.sql(), Json.write(result.columns()),
                Json.write(result.rows()), rows, result.rowCount(), result.truncated(), result.durationMs(), createdAt));
    }
}
