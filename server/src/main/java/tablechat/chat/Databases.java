package tablechat.chat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;
import tablechat.store.ConnectionStore.Row;

/// The database of each connection, made when it is first asked for.
final class Databases implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Databases.class.getName());

    private final Function<String, Row> rows;
    private final ConnectionStore store;
    private final Consumer<String> changed;
    private final Map<String, Database> byConnection = new ConcurrentHashMap<>();

    /// @param rows    a connection as it is stored
    /// @param changed hears the id of one whose database is found to be in another state
    Databases(Function<String, Row> rows, ConnectionStore store, Consumer<String> changed) {
        this.rows = rows;
        this.store = store;
        this.changed = changed;
    }

    Database of(String id) {
        return byConnection.computeIfAbsent(id, this::open);
    }

    private Database open(String id) {
        Row row = rows.apply(id);
        var address = new Address(row.url(), row.user(), store.secret(id).orElse(null));
        Database database = Database.at(address, Duration.ofSeconds(row.timeoutSeconds()));
        database.watch(() -> tellChanged(id));
        return database;
    }

    /// Looks at one on a thread of its own, and tells if that showed anything new.
    void probeSoon(String id) {
        Thread.ofVirtual().name("probe-" + id).start(() -> {
            try {
                Database.Health before = of(id).health();
                if (!of(id).probe().equals(before)) tellChanged(id);
            } catch (Rejected e) {
                logUntold(id, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// It may be removed at this very moment.
    private void tellChanged(String id) {
        try {
            changed.accept(id);
        } catch (Rejected e) {
            logUntold(id, e);
        }
    }

    private static void logUntold(String id, Rejected why) {
        LOG.log(Level.DEBUG, "connection {0}: nobody is told how it is: {1}", id, why.getMessage());
    }

    /// Lets queries take another time from now on.
    void allow(String id, Duration queryMax) {
        byConnection.computeIfPresent(id, (_, database) -> {
            database.allow(queryMax);
            return database;
        });
    }

    /// Has the database be the one that is stored now.
    ///
    /// @return the former one, if it was ever used
    Optional<Database> exchange(String id) {
        var former = new AtomicReference<Database>();
        byConnection.compute(id, (_, database) -> {
            former.set(database);
            return open(id);
        });
        return Optional.ofNullable(former.get());
    }

    void remove(String id) {
        Database database = byConnection.remove(id);
        if (database != null) database.close();
    }

    @Override
    public void close() {
        byConnection.values().forEach(Database::close);
    }
}
