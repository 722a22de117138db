package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import tablechat.protocol.Code;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Message;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;

/// The messages of sessions and their parts.
public final class MessageStore {
    static final String QUESTION_OF_TURN = """
            select case role when 'user' then id else (select id from message question
                where question.session_id = message.session_id and question.position = message.position - 1) end
            from message where turn = ? order by role desc, rowid limit 1
            """;

    private final Writer writer;
    private final Readers readers;

    MessageStore(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /// Messages in their order, and whether there are earlier ones.
    ///
    /// @param upTo where the last of them stands, which is how many there are up to it; 0 without any
    public record Page(List<Message> messages, boolean earlier, int upTo) {

        /// The same, with others in their place.
        public Page with(List<Message> messages) {
            return new Page(messages, earlier, upTo);
        }
    }

    /// A session and its newest messages.
    public record Course(SessionStore.Row row, Page page) {}

    /// A session, deleted or not, with its newest messages, as many as fit both limits, but always the newest one.
    public Optional<Course> course(String session, int limit, long bytesMax) {
        return readers.atOnce(statements -> {
            List<SessionStore.Row> rows = Readers.all(statements, SessionStore::row, SessionStore.FIND, session);
            if (rows.isEmpty()) return Optional.empty();
            return Optional.of(new Course(rows.getFirst(), Pages.read(statements, session, Integer.MAX_VALUE, limit, bytesMax)));
        });
    }

    /// Where a message stands.
    public record Place(String session, int position) {}

    /// The newest messages, as many as fit both limits, but always the newest one.
    public Page newest(String session, int limit, long bytesMax) {
        return before(session, Integer.MAX_VALUE, limit, bytesMax);
    }

    /// The messages that stand before a position, the same way.
    public Page before(String session, int position, int limit, long bytesMax) {
        return readers.read(statements -> Pages.read(statements, session, position, limit, bytesMax));
    }

    public Optional<Place> place(String message) {
        return readers.first(row -> new Place(row.getString(1), row.getInt(2)),
                "select session_id, position from message where id = ?", message);
    }

    public Optional<Message> find(String id) {
        return place(id).flatMap(place ->
                before(place.session, place.position + 1, 1, 0).messages().stream().findFirst());
    }

    /// The text of a session's first user message.
    public Optional<String> firstQuestion(String session) {
        return readers.first(row -> row.getString(1), """
                select text from message join part on message_id = message.id
                where session_id = ? and role = 'user' and type = 'text' order by message.position, part.position limit 1
                """, session);
    }

    /// The answers among a session's newest messages whose writer could see more of a database's rows than this lets through.
    public Set<String> writtenSeeingMore(String session, int newest, Privacy than) {
        return Set.copyOf(readers.all(row -> row.getString(1), """
                select id from (select * from message where session_id = ? order by position desc limit ?)
                where role = 'assistant' and case coalesce(privacy, 'rows') when 'rows' then 0 when 'aggregates' then 1 else 2 end < ?
                """, session, newest, than.ordinal()));
    }

    /// Stores a question together with its empty, streaming answer, and clears the draft.
    ///
    /// @param seen what of the database's rows the writer of the answer may see
    /// @throws Rejected `busy` when an answer is already being written, `not_found` when the session is gone
    public void open(String session, Message question, Message answer, Privacy seen) {
        writer.run(db -> {
            change(db, session, "active_at = ?, draft = null", question.createdAt());
            insert(db, session, question);
            insert(db, session, answer);
            if (seen != Privacy.ROWS) db.dml("update message set privacy = ? where id = ?", Bind.all(seen, answer.id()));
            return null;
        });
    }

    /// The question that a turn answered; its copies in forks come after it.
    public Optional<String> questionOf(String turn) {
        return readers.first(row -> row.getString(1), QUESTION_OF_TURN, turn);
    }

    /// A session's own question of which this one is a copy, made when it was edited or answered again; itself where it is the
    /// session's own.
    public Optional<String> originalOf(String question, String session) {
        return readers.first(row -> row.getString(1), """
                select original.id from message copy
                join message original on original.position = copy.position and original.created_at = copy.created_at
                where copy.id = ? and original.session_id = ? and original.role = 'user' and (copy.session_id = original.session_id
                    or original.session_id = (select forked_from from session where id = copy.session_id))
                """, question, session);
    }

    /// The last message of the user that is a text.
    public Optional<String> lastQuestion(String session) {
        return readers.first(row -> row.getString(1), """
                select message.id from message join part on message_id = message.id
                where session_id = ? and role = 'user' and type = 'text' order by message.position desc limit 1
                """, session);
    }

    /// Stores a new answer to a question that is there already, whose text may have changed. What followed it goes to a session
    /// `fork`, made with a copy of all up to it.
    ///
    /// @return whether anything followed, so that the fork was made
    /// @throws Rejected `conflict` when a turn with this id began before, `busy` and `not_found` as in [#open]
    public boolean reopen(String session, Message question, Message answer, Privacy seen, String fork, Instant now) {
        return writer.run(db -> {
            if (db.get("select 1 from message where turn = ?", question.turn()).isPresent()) {
                throw Rejected.because(Code.CONFLICT, "A turn with this id began before.");
            }
            int position = db.query("select position from message where id = ? and session_id = ?", question.id(), session)
                    .findFirst().orElseThrow(() -> Rejected.notFound("message", "There is no such message any more."))
                    .column(1).as(Number.class).get().intValue();
            boolean followed = Forks.isFollowed(db, session, position);
            if (followed) {
                Forks.make(db, fork, session, position, Forks.reason(db, question), now);
                Forks.move(db, fork, session, position);
            }
            change(db, session, "active_at = ?", now);
            db.dml("update message set turn = ? where id = ?", question.turn(), question.id());
            PartRows.put(db, question.id(), 0, question.parts());
            insert(db, session, answer);
            if (seen != Privacy.ROWS) db.dml("update message set privacy = ? where id = ?", Bind.all(seen, answer.id()));
            return followed;
        });
    }

    /// Stores a whole message that belongs to no turn. It does not count as activity of the session.
    public void add(String session, Message message) {
        writer.run(db -> {
            change(db, session, "active_at = active_at");
            insert(db, session, message);
            return null;
        });
    }

    /// Stores parts of an answer that grew, without waiting; `from` is the index of the first of them.
    ///
    /// @return done when it is durable, or was not to be written now
    public Future<?> checkpoint(String message, int from, List<Part> parts) {
        return writer.later(db -> PartRows.put(db, message, from, parts));
    }

    /// Stores the end of an answer: its last parts, its status, and the session's activity. Nothing when it is gone with its
    /// connection.
    public void finish(String session, Message answer, Instant now) {
        writer.run(db -> {
            var usage = answer.usage();
            var error = answer.error();
            long found = db.dml("""
                    update message set status = ?, input_tokens = ?, output_tokens = ?, duration_ms = ?,
                        error_code = ?, error_message = ?
                    where id = ?
                    """, Bind.all(answer.status(), usage == null ? null : usage.inputTokens(),
                    usage == null ? null : usage.outputTokens(), answer.durationMs(),
                    error == null ? null : error.code(), error == null ? null : error.message(), answer.id()));
            if (found == 0) return null;
            PartRows.put(db, answer.id(), 0, answer.parts());
            db.dml("update session set active_at = ? where id = ?", Bind.all(now, session));
            return null;
        });
    }

    /// @throws Rejected `not_found` when the session is gone, or deleted
    private static void change(DbExecute db, String session, String assignments, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = session;
        long changed = db.dml("update session set " + assignments + " where id = ? and deleted_at is null", Bind.all(all));
        if (changed == 0) throw Rejected.notFound("session", "There is no such session any more.");
    }

    private static void insert(DbExecute db, String session, Message message) {
        long inserted = db.dml("""
                insert into message (id, session_id, position, role, status, turn, model, created_at)
                select ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ? from message where session_id = ?
                on conflict do nothing
                """, Bind.all(message.id(), session, message.role(), message.status(), message.turn(), message.model(),
                message.createdAt(), session));
        if (inserted == 0) throw Rejected.because(Code.BUSY, "An answer is already being written in this session.");
        PartRows.put(db, message.id(), 0, message.parts());
    }
}
