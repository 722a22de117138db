package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// The connections that were added. Passwords are kept apart in `secret`.
public final class ConnectionStore {
    private final Writer writer;
    private final Readers readers;
    private final Totals totals;

    ConnectionStore(Writer writer, Readers readers, Totals totals) {
        this.writer = writer;
        this.readers = readers;
        this.totals = totals;
    }

    /// A stored connection.
    public record Row(String id, String name, String kind, String url, @Nullable String user, Instant usedAt) {}

    /// By name.
    public List<Row> all() {
        return readers.all(ConnectionStore::row, """
                select id, name, kind, url, user, used_at from connection order by name
                """);
    }

    /// How many sessions a connection has that are not deleted.
    public int sessions(String id) {
        return totals.kept(id);
    }

    /// A connection's password, kept apart so that no row shows it.
    public Optional<String> secret(String id) {
        return readers.all(row -> Optional.ofNullable(row.getString(1)), "select secret from connection where id = ?", id).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Does nothing when the id or the name is there already.
    ///
    /// @return whether it was added
    public boolean add(String id, String name, String kind, String url, @Nullable String user, @Nullable String secret) {
        return writer.run(db -> db.dml("""
                insert into connection (id, name, kind, url, user, secret, created_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """, Bind.all(id, name, kind, url, user, secret, Instant.now()))) == 1;
    }

    /// Points a named connection at another database.
    public void move(String id, String kind, String url, @Nullable String user, @Nullable String secret) {
        writer.run(db -> db.dml("""
                update connection set kind = ?, url = ?, user = ?, secret = ? where id = ?
                """, Bind.all(kind, url, user, secret, id)));
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
        writer.run(db -> use(db, id));
    }

    /// The same, without waiting.
    public void usedBeside(String id) {
        writer.later(db -> use(db, id));
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
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}
