package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tablechat.protocol.Connection;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Nullable;

/// The connections that were added. Passwords are kept apart in `secret`.
public final class ConnectionStore {
    /// How many sessions are deleted in one transaction; others wait for it.
    private static final int PURGED_SESSIONS = 20;

    private static final int PURGED_RESULTS = 50;

    private final Writer writer;
    private final Readers readers;
    private final Totals totals;
    /// They are few and nearly every command asks for one.
    private final Remembered<List<Row>> rows = new Remembered<>();

    ConnectionStore(Writer writer, Readers readers, Totals totals) {
        this.writer = writer;
        this.readers = readers;
        this.totals = totals;
    }

    /// A stored connection.
    public record Row(String id, String name, String kind, String url, @Nullable String user, Privacy privacy, int timeoutSeconds,
            Instant usedAt) {}

    /// What its user says of a connection, its password aside.
    public record Entry(String name, String kind, String url, @Nullable String user, Privacy privacy, int timeoutSeconds) {}

    /// By name.
    public List<Row> all() {
        return rows.or(() -> List.copyOf(readers.all(ConnectionStore::row, """
                select id, name, kind, url, user, privacy, timeout_seconds, used_at
                from connection where removed_at is null order by name
                """)));
    }

    /// How many sessions a connection has that are not deleted.
    public int sessionsKept(String id) {
        return totals.kept(id);
    }

    /// A connection's password, kept apart so that no row shows it.
    public Optional<String> secret(String id) {
        return text("select secret from connection where id = ?", id);
    }

    /// As what it was added, in words of whoever added it.
    public Optional<String> addedAs(String id) {
        return text("select added_as from connection where id = ? and removed_at is null", id);
    }

    private Optional<String> text(String sql, String id) {
        return readers.all(row -> Optional.ofNullable(row.getString(1)), sql, id).stream().flatMap(Optional::stream).findFirst();
    }

    /// [#add(String, Entry, String, String)] with the usual settings.
    public boolean add(String id, String name, String kind, String url, @Nullable String user, @Nullable String secret) {
        return add(id, new Entry(name, kind, url, user, Privacy.ROWS, Connection.TIMEOUT_SECONDS), secret, null);
    }

    /// Does nothing when the id or the name is there already.
    ///
    /// @return whether it was added
    public boolean add(String id, Entry entry, @Nullable String secret, @Nullable String addedAs) {
        return changed(db -> db.dml("""
                insert into connection (id, name, kind, url, user, secret, privacy, timeout_seconds, added_as, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """, Bind.all(id, entry.name, entry.kind, entry.url, entry.user, secret, entry.privacy, entry.timeoutSeconds,
                addedAs, Instant.now()))) == 1;
    }

    /// Does nothing when another one has the name, or it is gone.
    ///
    /// @return whether it was changed
    public boolean change(String id, Entry entry, @Nullable String secret) {
        return changed(db -> db.dml("""
                update or ignore connection
                set name = ?, kind = ?, url = ?, user = ?, secret = ?, privacy = ?, timeout_seconds = ?
                where id = ? and removed_at is null
                """, Bind.all(entry.name, entry.kind, entry.url, entry.user, secret, entry.privacy, entry.timeoutSeconds, id))) == 1;
    }

    /// Points a named connection at another database.
    public void move(String id, String kind, String url, @Nullable String user, @Nullable String secret) {
        changed(db -> db.dml("""
                update connection set kind = ?, url = ?, user = ?, secret = ? where id = ?
                """, Bind.all(kind, url, user, secret, id)));
    }

    /// Takes a connection away for good, its password and sessions with it. [#purge] then deletes what is not seen any more.
    ///
    /// @return how many sessions went that were not deleted before
    public int remove(String id) {
        int sessions = changed(db -> {
            // The name is free again: another one may be called so.
            db.dml("""
                    update connection set removed_at = ?, name = 'removed ' || id, url = '', user = null, secret = null
                    where id = ?
                    """, Bind.all(Instant.now(), id));
            return (int) db.dml("update session set deleted_at = ? where connection_id = ? and deleted_at is null",
                    Bind.all(Instant.now(), id));
        });
        totals.forget(id);
        return sessions;
    }

    /// The ids of all its sessions, deleted or not.
    public List<String> sessions(String id) {
        return readers.all(row -> row.getString(1), "select id from session where connection_id = ?", id);
    }

    /// Deletes what belongs to removed connections, little by little: no other change waits long.
    public void purge() {
        while (writer.run(ConnectionStore::purgeSome) > 0);
    }

    private static long purgeSome(DbExecute db) {
        long sessions = db.dml("""
                delete from session where id in (
                    select session.id from session join connection on connection.id = connection_id
                    where removed_at is not null and deleted_at is not null limit ?)
                """, PURGED_SESSIONS);
        if (sessions > 0) return sessions;
        long results = db.dml("""
                delete from result where id in (
                    select result.id from result join connection on connection.id = connection_id
                    where removed_at is not null limit ?)
                """, PURGED_RESULTS);
        return results > 0 ? results : db.dml("delete from connection where removed_at is not null");
    }

    /// Whether the sample was added once. It is not added again: who removed it does not want it.
    public boolean wasSampleOffered() {
        return readers.first(row -> row.getString("value"), "select value from meta where name = 'sample'").isPresent();
    }

    /// Notes that the sample was added.
    public void sampleOffered() {
        writer.run(db -> db.dml("insert into meta (name, value) values ('sample', 'offered') on conflict do nothing"));
    }

    /// Notes that a connection is used now.
    public void used(String id) {
        changed(db -> use(db, id));
    }

    /// The same, without waiting.
    public void usedBeside(String id) {
        writer.later(db -> use(db, id)).whenComplete((_, _) -> rows.forget());
    }

    private <T> T changed(Function<DbExecute, T> change) {
        try {
            return writer.run(change);
        } finally {
            rows.forget();
        }
    }

    private static long use(DbExecute db, String id) {
        return db.dml("update connection set used_at = ? where id = ?", Bind.all(Instant.now(), id));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("url"),
                row.getString("user"),
                Bind.constant(Privacy.class, row.getString("privacy")),
                row.getInt("timeout_seconds"),
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}
