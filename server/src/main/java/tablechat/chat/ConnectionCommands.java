package tablechat.chat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.json.Json;
import tablechat.protocol.Code;
import tablechat.protocol.Command.AddConnection;
import tablechat.protocol.Command.TestConnection;
import tablechat.protocol.Command.UpdateConnection;
import tablechat.protocol.Connection;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;

/// The life of a connection by command: tried, added, changed, removed.
final class ConnectionCommands {
    private static final Turn.Ending MOVED = Turn.Ending.failed(
            Code.DATABASE_ERROR, "The connection was changed while this answer was being written. Ask again.");

    private final ConnectionStore store;
    private final Connections connections;
    private final ConnectionChanges changes;
    private final Audiences audiences;
    private final Everyone everyone;

    ConnectionCommands(ConnectionStore store, Connections connections, Audiences audiences, Everyone everyone) {
        this.store = store;
        this.connections = connections;
        changes = new ConnectionChanges(store, connections);
        this.audiences = audiences;
        this.everyone = everyone;
    }

    /// Connects once, and keeps nothing of it.
    Event test(TestConnection test) throws InterruptedException {
        long startNanos = System.nanoTime();
        Address address = test.connection() == null
                ? new Address(test.url(), test.user(), test.password())
                : changes.address(test.connection(), test.url(), test.user(), test.password());
        try (Database database = Database.at(address)) {
            Database.Health health = database.probe();
            boolean ok = health.status() == Connection.Status.OK;
            return new Event.ConnectionTested(ok, ok ? database.product() : null, ok ? database.version() : null,
                    ok ? health.guard() : null, (System.nanoTime() - startNanos) / 1_000_000, health.error());
        }
    }

    void add(AddConnection add, Client client, @Nullable String re) {
        if (add.connection() != null && addedAgain(add, client, re)) return;
        String id = add.connection() == null ? Ids.next() : add.connection();
        if (!connections.add(id, add, asked(add))) {
            if (add.connection() != null && addedAgain(add, client, re)) return; // another client was faster by a moment
            throw Connections.taken(add.name());
        }
        everyone.tell(client, re, () -> new Event.ConnectionAdded(connections.find(id)));
        connections.probeSoon(id);
    }

    /// A connection whose id is known already is answered as it is now, and not made again.
    private boolean addedAgain(AddConnection add, Client client, @Nullable String re) {
        if (!connections.isThere(add.connection())) return false;
        Optional<String> addedAs = store.addedAs(add.connection());
        boolean same = addedAs.isPresent() && addedAs.get().equals(asked(add))
                && Objects.equals(store.secret(add.connection()).orElse(null), address(add).password());
        if (!same) throw Rejected.because(Code.CONFLICT, "A connection with this id was added before with other content.");
        everyone.answer(client, re, () -> new Event.ConnectionAdded(connections.find(add.connection())));
        return true;
    }

    private static Address address(AddConnection add) {
        return new Address(add.url(), add.user(), add.password());
    }

    /// What two adds of one connection agree in, beside the password.
    private static String asked(AddConnection add) {
        Address address = address(add);
        return Json.write(List.of(add.name(), address.url(), Objects.requireNonNullElse(address.user(), ""),
                add.privacy().name(), add.timeoutSeconds()));
    }

    /// Answers in the making end where they would go on in another database, or with less to be seen of it.
    void update(UpdateConnection update, Client client, @Nullable String re) {
        String id = connections.named(update.connection(), client);
        ConnectionChanges.Changed changed = changes.change(id, update);
        if (changed.moved() || changed.stricter()) audiences.turnsOn(id).forEach(turn -> turn.stop(MOVED));
        changed.former().ifPresent(Database::close);
        everyone.tell(client, re, () -> new Event.ConnectionUpdated(connections.find(id)));
        if (changed.moved()) connections.probeSoon(id);
    }

    /// Answers in the making are stopped, stored and told of first. No new one begins meanwhile.
    void remove(String nameOrId, Client client, @Nullable String re) {
        String id = connections.named(nameOrId, client);
        int sessions = connections.leave(id, () -> {
            Turns.stopAndWait(audiences.turnsOn(id), SessionCommands.STOP_MAX);
            return store.remove(id);
        });
        store.sessions(id).forEach(audiences::dismiss);
        everyone.tellRemoved(id, client, re, new Event.ConnectionRemoved(id, sessions));
        connections.purgeSoon();
    }
}
