package tablechat.chat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.protocol.Command.UpdateConnection;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;
import tablechat.store.ConnectionStore.Entry;
import tablechat.store.ConnectionStore.Row;

/// What becomes of a connection that its user changes, and of its password.
final class ConnectionChanges {
    private final ConnectionStore store;
    private final Connections connections;

    ConnectionChanges(ConnectionStore store, Connections connections) {
        this.store = store;
        this.connections = connections;
    }

    /// What became of a change: whether another database or another login is meant now, whether a model may see less, and
    /// the former database, if there is another one now and it was ever used.
    record Changed(boolean moved, boolean stricter, Optional<Database> former) {}

    /// What is left out is read and written back in one step, so that of two changes neither undoes the other.
    ///
    /// @throws Rejected `conflict` when another connection has the name, `not_found` when this one is gone
    synchronized Changed change(String id, UpdateConnection update) {
        Row row = connections.row(id);
        Address address = address(id, update.url(), update.user(), update.password());
        Entry entry = entry(update.name() == null ? row.name() : update.name(), address,
                update.privacy() == null ? row.privacy() : update.privacy(),
                update.timeoutSeconds() == null ? row.timeoutSeconds() : update.timeoutSeconds());
        boolean moved = !entry.url().equals(row.url()) || !Objects.equals(entry.user(), row.user())
                || !Objects.equals(address.password(), store.secret(id).orElse(null));
        if (!store.change(id, entry, address.password())) {
            throw connections.isThere(id) ? Connections.taken(entry.name()) : Connections.unknown(id);
        }
        boolean stricter = entry.privacy().compareTo(row.privacy()) > 0;
        if (moved) return new Changed(true, stricter, connections.databases().exchange(id));
        connections.databases().allow(id, Duration.ofSeconds(entry.timeoutSeconds()));
        return new Changed(false, stricter, Optional.empty());
    }

    /// Where a stored connection points after a change. Its password goes along only to the same user of the same server: nobody
    /// sends it elsewhere by changing the URL.
    ///
    /// @param user null for the one that the URL names, else as stored; an empty one for none
    /// @param password null for the URL's, else the stored one; an empty one for none
    Address address(String nameOrId, @Nullable String url, @Nullable String user, @Nullable String password) {
        Row row = connections.row(nameOrId);
        String secret = store.secret(row.id()).orElse(null);
        var stored = new Address(row.url(), row.user(), secret);
        var named = url == null ? stored : Address.of(url);
        boolean namesUser = url != null && named.namesUser();
        var changed = new Address(named.url(), user == null && !namesUser ? row.user() : user,
                password == null && url != null ? named.password() : password);
        boolean keeps = password == null && changed.password() == null && changed.hasLoginOf(stored);
        return keeps ? new Address(changed.url(), changed.user(), secret) : changed;
    }

    /// What is kept of a connection that points there.
    ///
    /// @throws Rejected when the URL cannot be used
    static Entry entry(String name, Address address, Privacy privacy, int timeoutSeconds) {
        try (Database database = Database.at(address)) {
            return new Entry(name, database.kind(), database.lastingUrl(), address.user(), privacy, timeoutSeconds);
        }
    }
}
