package tablechat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session;
import tablechat.protocol.Session.ForkedBy;
import tablechat.protocol.Session.TitleSource;

/// The sessions. Changes return whether a session was there to be changed.
public final class SessionStore {
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private static final String COLUMNS = """
            id, connection_id, title, title_source, created_at, active_at, pinned, archived, deleted_at, forked_from, forked_by, draft,
            coalesce((select max(position) from message where session_id = session.id), 0) as messages,
            exists (select 1 from message where session_id = session.id and status = 'streaming') as running
            """;

    static final String FIND = "select " + COLUMNS + " from session where id = ?";

    private final Writer writer;
    private final Readers readers;
    private final Totals totals;

    SessionStore(Writer writer, Readers readers, Totals totals) {
        this.writer = writer;
        this.readers = readers;
        this.totals = totals;
    }

    /// A session with what clients do not see of it in lists.
    public record Row(Session session, @Nullable Instant deletedAt, @Nullable String draft) {}

    /// One page of a list and how many there are in all; `next` is the cursor of the page after it.
    public record Page(List<Session> sessions, @Nullable String next, int total) {}

    /// Which sessions of a connection a list shows.
    public enum Shelf {
        OPEN("deleted_at is null and archived = 0"),
        ARCHIVED("deleted_at is null and archived = 1"),
        DELETED("deleted_at is not null");

        private final String condition;

        Shelf(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    /// Deleted ones too.
    public Optional<Row> find(String id) {
        return readers.first(SessionStore::row, FIND, id);
    }

    /// Pinned first, then last activity first.
    ///
    /// @param after the cursor of an earlier page, null for the first
    public Page list(String connection, Shelf shelf, int limit, @Nullable String after) {
        Cursor from = after == null ? Cursor.START : Cursor.parse(after);
        List<Session> found = readers.all(row -> row(row).session(),
                "select " + COLUMNS + " from session where connection_id = ? and " + shelf.condition
                        + " and (pinned, active_at, id) < (?, ?, ?)"
                        + " order by pinned desc, active_at desc, id desc limit ?",
                connection, from.pinned, from.activeAt, from.id, limit + 1);
        int total = totals.of(connection, shelf);
        if (found.size() <= limit) return new Page(found, null, total);
        List<Session> page = found.subList(0, limit);
        return new Page(page, Cursor.of(page.getLast()).toString(), total);
    }

    /// A session as one commit made it.
    public record Made(Session session, long commit) {}

    /// Does nothing when the id is there already, or the connection is gone; the caller then looks which.
    public Optional<Made> create(String id, String connection, String title, TitleSource source, Instant now) {
        Instant kept = now.truncatedTo(ChronoUnit.MILLIS);
        return writer.run(db -> {
            long made = db.dml("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                select ?, id, ?, ?, ?, ? from connection where id = ? and removed_at is null
                on conflict do nothing
                """, Bind.all(id, title, source, kept, kept, connection));
            if (made == 0) return Optional.empty();
            var session = new Session(id, connection, title, source, kept, kept, 0, false, false, false, null, null);
            return Optional.of(new Made(session, writer.commits() + 1));
        });
    }

    /// The session as it is by now, read only if anything was committed since.
    public Session now(Made made) {
        return writer.commits() == made.commit ? made.session : find(made.session.id()).orElseThrow().session();
    }

    /// Makes a copy of a session's course up to one of its messages.
    ///
    /// @return false when there is a session of this id already
    public boolean fork(String id, String session, int upTo, Instant now) {
        return writer.run(db -> {
            if (db.query("select id from session where id = ?", id).findFirst().isPresent()) return false;
            Forks.make(db, id, session, upTo, ForkedBy.FORK, now);
            return true;
        });
    }

    public boolean rename(String id, String title) {
        return change(id, "update session set title = ?, title_source = 'user' where id = ? and deleted_at is null", title);
    }

    /// A title the model found; never over one of the user's.
    public boolean titled(String id, String title, TitleSource source) {
        return writer.run(db -> db.dml("""
                update session set title = ?, title_source = ? where id = ? and title_source = 'default'
                """, Bind.all(title, source, id))) == 1;
    }

    public boolean pin(String id, boolean pinned) {
        return change(id, "update session set pinned = ? where id = ? and deleted_at is null", pinned);
    }

    public boolean archive(String id, boolean archived) {
        return change(id, "update session set archived = ? where id = ? and deleted_at is null", archived);
    }

    public boolean draft(String id, String text) {
        return change(id, "update session set draft = ? where id = ? and deleted_at is null", text.isEmpty() ? null : text);
    }

    /// The first delete counts: a repeated one does not move the day it is purged.
    public boolean delete(String id, Instant now) {
        return change(id, "update session set deleted_at = coalesce(deleted_at, ?) where id = ?", now);
    }

    public boolean restore(String id) {
        return writer.run(db -> db.dml("""
                update session set deleted_at = null
                where id = ? and connection_id in (select id from connection where removed_at is null)
                """, id)) == 1;
    }

    private boolean change(String id, String update, @Nullable Object value) {
        return writer.run(db -> db.dml(update, Bind.all(value, id))) == 1;
    }

    static Row row(ResultSet row) throws SQLException {
        long deletedAt = row.getLong("deleted_at");
        boolean deleted = !row.wasNull();
        String forkedBy = row.getString("forked_by");
        var session = new Session(
                row.getString("id"),
                row.getString("connection_id"),
                row.getString("title"),
                Bind.constant(TitleSource.class, row.getString("title_source")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("active_at")),
                row.getInt("messages"),
                row.getBoolean("pinned"),
                row.getBoolean("archived"),
                row.getBoolean("running"),
                row.getString("forked_from"),
                forkedBy == null ? null : Bind.constant(ForkedBy.class, forkedBy));
        return new Row(session, deleted ? Instant.ofEpochMilli(deletedAt) : null, row.getString("draft"));
    }

    /// Where a page ends: the sort key of its last session, as text that a client only passes back.
    private record Cursor(int pinned, long activeAt, String id) {
        static final Cursor START = new Cursor(2, 0, "");

        static Cursor of(Session last) {
            return new Cursor(last.pinned() ? 1 : 0, last.updatedAt().toEpochMilli(), last.id());
        }

        static Cursor parse(String text) {
            String[] fields = text.split("~", 3);
            try {
                return new Cursor(Integer.parseInt(fields[0]), Long.parseLong(fields[1]), fields[2]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw Rejected.field("after", "\"after\" must be the \"next\" of an earlier page.");
            }
        }

        @Override
        public String toString() {
            return pinned + "~" + activeAt + "~" + id;
        }
    }
}
