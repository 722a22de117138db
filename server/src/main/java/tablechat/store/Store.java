package tablechat.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import tablechat.metrics.Metrics;
import tablechat.protocol.Nullable;

/// Everything TableChat keeps, in one SQLite file. Any thread may call its parts: a change returns when it is durable,
/// a read sees every change that returned before it.
public final class Store implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Store.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int READERS = 2;
    private static final int SEARCHERS = 1;

    private final DataFolder folder;
    private final Writer writer;
    private final Readers readers;
    /// Apart from the others, as a search may read all texts there are.
    private final Readers searchers;
    private final Totals totals;
    private final Look look;
    private final ConnectionStore connections;

    private Store(DataFolder folder, Writer writer, StoreFile file) {
        this.folder = folder;
        this.writer = writer;
        readers = new Readers(file, "store-reader", READERS);
        searchers = new Readers(file, "store-searcher", SEARCHERS);
        totals = new Totals(readers, writer::commits);
        look = new Look(writer);
        connections = new ConnectionStore(writer, readers, totals);
    }

    /// Opens the folder's store, making or migrating it as needed, and mends what a crash left behind.
    ///
    /// @throws StoreUnusable with one line for a person
    public static Store open(Path path) throws StoreUnusable {
        return open(path, new Metrics());
    }

    /// The same, with its commits counted there.
    public static Store open(Path path, Metrics metrics) throws StoreUnusable {
        return open(path, PATIENCE, metrics);
    }

    /// @param patience how long a change waits for another program that holds the file's write lock
    static Store open(Path path, Duration patience) throws StoreUnusable {
        return open(path, patience, new Metrics());
    }

    private static Store open(Path path, Duration patience, Metrics metrics) throws StoreUnusable {
        DataFolder folder = DataFolder.open(path.toAbsolutePath().normalize());
        try {
            return open(folder, new StoreFile(folder.database(), patience), metrics);
        } catch (StoreUnusable e) {
            close(folder);
            throw e;
        }
    }

    private static Store open(DataFolder folder, StoreFile file, Metrics metrics) throws StoreUnusable {
        NativeLibrary.provide(folder.path());
        int version = Migrations.version(file.path());
        folder.shut();
        try {
            Migrations.apply(file, version);
            Lent connection = mended(file);
            return new Store(folder, new Writer(connection, metrics), file);
        } catch (SQLException e) {
            throw StoreUnusable.because(file.path(), e);
        }
    }

    /// Whether the folder has a store; looks only.
    ///
    /// @throws StoreUnusable it has none, and none can be made there
    public static boolean isIn(Path path) throws StoreUnusable {
        return DataFolder.holdsStore(path.toAbsolutePath().normalize());
    }

    public Path folder() {
        return folder.path();
    }

    /// Whether the store can be written now, found out within a second by writing, and how many bytes are free where it lies. It was
    /// migrated before it was there at all.
    ///
    /// @param problem a sentence for a person; null when it can be written
    public record Health(@Nullable String problem, int schemaVersion, long freeBytes) {}

    public Health health() {
        return new Health(look.problem(), Migrations.FILES.size(), folder.path().toFile().getUsableSpace());
    }

    public ConnectionStore connections() {
        return connections;
    }

    public SessionStore sessions() {
        return new SessionStore(writer, readers, totals);
    }

    public MessageStore messages() {
        return new MessageStore(writer, readers);
    }

    public ResultStore results() {
        return new ResultStore(writer, readers);
    }

    public TranscriptStore transcripts() {
        return new TranscriptStore(writer, readers);
    }

    public SearchStore search() {
        return new SearchStore(searchers);
    }

    Readers readers() {
        return readers;
    }

    private static Lent mended(StoreFile file) throws SQLException {
        Lent connection = file.openToLend();
        try {
            mend(connection);
            return connection;
        } catch (SQLException e) {
            connection.end();
            throw e;
        }
    }

    /// Answers that were being written when the process died keep their text and are marked; old deleted sessions go.
    private static void mend(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        change(connection, """
                update part set call_status = 'failed', error = 'TableChat stopped before this call finished.'
                where type = 'tool' and call_status is null
                """);
        int interrupted = change(connection, "update message set status = 'interrupted' where status = 'streaming'");
        int purged = change(connection, "delete from session where deleted_at < ?", Instant.now().minus(SessionStore.RESTORABLE));
        connection.commit();
        connection.setAutoCommit(true);
        if (interrupted + purged > 0) LOG.log(Level.INFO, "store mended: interrupted={0} purged={1}", interrupted, purged);
    }

    private static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] bound = Bind.all(values);
            for (int i = 0; i < bound.length; i++) statement.setObject(i + 1, bound[i]);
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        writer.close();
        try {
            readers.close();
            searchers.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "store: a reader did not close", e);
        }
        close(folder);
    }

    private static void close(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
