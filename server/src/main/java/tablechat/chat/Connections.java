package tablechat.chat;

import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tablechat.agent.Source;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.protocol.Code;
import tablechat.protocol.Command.AddConnection;
import tablechat.protocol.Connection;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;
import tablechat.store.ConnectionStore.Row;

/// The connections, each with its database.
public final class Connections implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());
    private static final int CONNECTIONS_MAX = 500;

    private final ConnectionStore store;
    private final Everyone everyone;
    private final Databases databases;
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    Connections(ConnectionStore store, Everyone everyone) {
        this.store = store;
        this.everyone = everyone;
        databases = new Databases(this::row, store, this::tellUpdated);
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

    /// Adds one that a client names.
    ///
    /// @return false when the id or the name is there already
    /// @throws Rejected when the URL cannot be used
    boolean add(String id, AddConnection add, String addedAs) {
        if (store.all().size() >= CONNECTIONS_MAX) {
            throw Rejected.because(Code.TOO_LARGE, "There are %d connections, as many as there may be. Remove one first."
                    .formatted(CONNECTIONS_MAX));
        }
        var address = new Address(add.url(), add.user(), add.password());
        return store.add(id, ConnectionChanges.entry(add.name(), address, add.privacy(), add.timeoutSeconds()),
                address.password(), addedAs);
    }

    static Rejected taken(String name) {
        return Rejected.because(Code.CONFLICT, "There is a connection called \"%s\" already. Choose another name.".formatted(name));
    }

    /// Does what has to be done before a connection is gone, while nobody sees it any more and nothing begins on it.
    int leave(String id, Supplier<Integer> farewell) {
        if (!leaving.add(id)) throw unknown(id);
        try {
            int sessions = farewell.get();
            databases.remove(id);
            return sessions;
        } finally {
            leaving.remove(id);
        }
    }

    /// @throws Rejected when the connection is being removed
    void stays(String id) {
        if (leaving.contains(id)) throw unknown(id);
    }

    /// Deletes what removed connections left behind, beside everything else.
    public void purgeSoon() {
        Thread.ofVirtual().name("purge").start(() -> {
            try {
                store.purge();
            } catch (Rejected e) {
                LOG.log(Level.DEBUG, "what removed connections left behind is deleted at the next start: {0}", e.getMessage());
            }
        });
    }

    /// Looks at each database on a thread of its own and tells everyone what it saw.
    public void probeAll() {
        store.all().forEach(row -> probeSoon(row.id()));
    }

    void probeSoon(String id) {
        databases.probeSoon(id);
    }

    void tellUpdated(String id) {
        everyone.tell(() -> Optional.of(new Event.ConnectionUpdated(find(id))));
    }

    List<Connection> all() {
        return rows().map(this::shape).toList();
    }

    private Stream<Row> rows() {
        return store.all().stream().filter(row -> !leaving.contains(row.id()));
    }

    boolean isThere(String id) {
        return rows().anyMatch(row -> row.id().equals(id));
    }

    /// @param nameOrId as a command or a query parameter has it
    Connection find(String nameOrId) {
        return shape(row(nameOrId));
    }

    Row row(String nameOrId) {
        return rows()
                .filter(row -> row.id().equals(nameOrId) || row.name().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> unknown(nameOrId));
    }

    static Rejected unknown(String nameOrId) {
        return Rejected.notFound("connection", "There is no connection \"%s\".".formatted(nameOrId));
    }

    /// The one used last, else the first by name.
    Optional<String> usual() {
        var lastUsed = Comparator.comparing(Row::usedAt).thenComparing(Row::name, Comparator.reverseOrder());
        return rows().max(lastUsed).map(Row::id);
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
        return databases.of(id);
    }

    Databases databases() {
        return databases;
    }

    /// @param seen what of its rows the model may see
    Source source(String id, Privacy seen) {
        return Source.of(row(id).name(), database(id), seen);
    }

    /// What of its rows a model outside this process may see.
    Privacy privacy(String id) {
        return row(id).privacy();
    }

    private Connection shape(Row row) {
        Database database = database(row.id());
        Database.Health health = database.health();
        return new Connection(row.id(), row.name(), row.kind(), database.maskedUrl(), row.user(),
                health.status(), health.error(), health.guard(), store.sessionsKept(row.id()), row.privacy(), row.timeoutSeconds());
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
        databases.close();
    }
}
