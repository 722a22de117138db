package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/// Everything TableChat keeps, in one SQLite file. Any thread may call its parts: a change returns when it is durable,
/// a read sees every change that returned before it.
public final class Store implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Store.class.getName());

    private final DataFolder folder;
    private final Writer writer;
    private final Readers readers;

    private Store(DataFolder folder, Writer writer, Readers readers) {
        this.folder = folder;
        this.writer = writer;
        this.readers = readers;
    }

    /// Opens the folder's store, making or migrating it as needed, and mends what a crash left behind.
    ///
    /// @throws StoreUnusable with one line for a person
    public static Store open(Path path) throws StoreUnusable {
        DataFolder folder = DataFolder.open(path.toAbsolutePath().normalize());
        try {
            var connections = new Connections(folder.database());
            NativeLibrary.provide(folder.path());
            Migrations.apply(connections);
            var store = new Store(folder, new Writer(connections.open()), new Readers(connections));
            store.writer.run(Store::mend);
            return store;
        } catch (SQLException e) {
            close(folder);
            throw new StoreUnusable("The store in %s cannot be opened: %s".formatted(path, e.getMessage()));
        } catch (StoreUnusable e) {
            close(folder);
            throw e;
        }
    }

    /// True when this start made the store.
    public boolean isNew() {
        return folder.isNew();
    }

    public Path folder() {
        return folder.path();
    }

    public ConnectionStore connections() {
        return new ConnectionStore(writer, readers);
    }

    public SessionStore sessions() {
        return new SessionStore(writer, readers);
    }

    public MessageStore messages() {
        return new MessageStore(writer, readers);
    }

    public ResultStore results() {
        return new ResultStore(writer, readers);
    }

    Readers readers() {
        return readers;
    }

    /// Answers that were being written when the process died keep their text and are marked; old deleted sessions go.
    private static Void mend(DbExecute db) {
        db.dml("""
                update part set call_status = 'failed', error = 'TableChat stopped before this call finished.'
                where type = 'tool' and call_status is null
                """);
        long interrupted = db.dml("update message set status = 'interrupted' where status = 'streaming'");
        long purged = db.dml("delete from session where deleted_at < ?", Bind.all(Instant.now().minus(SessionStore.RESTORABLE)));
        if (interrupted + purged > 0) LOG.log(Level.INFO, "store mended: interrupted={0} purged={1}", interrupted, purged);
        return null;
    }

    @Override
    public void close() {
        writer.close();
        try {
            readers.close();
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
