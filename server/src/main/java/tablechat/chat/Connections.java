package tablechat.chat;

import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tablechat.agent.Source;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.protocol.Connection;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;
import tablechat.store.ConnectionStore.Row;

/// The connections, each with its database.
public final class Connections implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());

    private final ConnectionStore store;
    private final Everyone everyone;
    private final Map<String, Database> databases = new ConcurrentHashMap<>();

    Connections(ConnectionStore store, Everyone everyone) {
        this.store = store;
        this.everyone = everyone;
    }

    /// Adds a connection at the start; one of that name that points elsewhere is pointed there.
    ///
    /// @throws Rejected when the URL cannot be used
    public void configure(String name, String url) {
        Address address = Address.of(url);
        Database database = Database.at(address);
        String lasting = database.lastingUrl();
        if (store.add(Ids.next(), name, database.kind(), lasting, address.user(), address.password())) return;
        Row known = row(name);
        boolean same = known.url().equals(lasting) && Objects.equals(store.secret(known.id()).orElse(null), address.password());
        if (same) return;
        LOG.log(Level.INFO, "connection {0} now points to {1}", name, database.maskedUrl());
        store.move(known.id(), database.kind(), lasting, address.user(), address.password());
    }

    /// Looks at each database on a thread of its own and tells everyone what it saw.
    public void probeAll() {
        store.all().forEach(row -> probeSoon(row.id()));
    }

    void probeSoon(String id) {
        Thread.ofVirtual().name("probe-" + id).start(() -> {
            try {
                Database.Health before = database(id).health();
                if (!database(id).probe().equals(before)) tellUpdated(id);
            } catch (Rejected e) {
                LOG.log(Level.DEBUG, "connection {0}: nobody is told how it is: {1}", id, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void tellUpdated(String id) {
        everyone.tell(() -> Optional.of(new Event.ConnectionUpdated(find(id))));
    }

    List<Connection> all() {
        return store.all().stream().map(this::shape).toList();
    }

    /// @param nameOrId as a command or a query parameter has it
    Connection find(String nameOrId) {
        return shape(row(nameOrId));
    }

    private Row row(String nameOrId) {
        return store.all().stream()
                .filter(row -> row.id().equals(nameOrId) || row.name().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("connection", "There is no connection \"%s\".".formatted(nameOrId)));
    }

    /// The one used last, else the first by name.
    Optional<String> usual() {
        var lastUsed = Comparator.comparing(Row::usedAt).thenComparing(Row::name, Comparator.reverseOrder());
        return store.all().stream().max(lastUsed).map(Row::id);
    }

    void used(String id) {
        store.used(id);
    }

    /// Notes it without waiting: for commands whose own effect is another.
    void usedBeside(String id) {
        store.usedBeside(id);
    }

    /// @param id of a connection that exists
    Database database(String id) {
        return databases.computeIfAbsent(id, this::open);
    }

    private Database open(String id) {
        Row row = row(id);
        return Database.at(row.url(), row.user(), store.secret(id).orElse(null));
    }

    Source source(String id) {
        return Source.of(row(id).name(), database(id));
    }

    private Connection shape(Row row) {
        Database database = database(row.id());
        Database.Health health = database.health();
        return new Connection(row.id(), row.name(), row.kind(), database.maskedUrl(), row.user(),
                health.status(), health.error(), health.guard(), store.sessions(row.id()));
    }

    /// The id of the connection a command means: the one it names, else the client's current one.
    String named(@Nullable String nameOrId, Client client) {
        if (nameOrId != null) return row(nameOrId).id();
        if (client.connection() != null) return client.connection();
        throw Rejected.field("connection", "No connection is current: name one, as in {\"connection\":\"sample\"}.");
    }

    /// The database of [#named].
    Database meant(@Nullable String nameOrId, Client client) {
        return database(named(nameOrId, client));
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }
}
