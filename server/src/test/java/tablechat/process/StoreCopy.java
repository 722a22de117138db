package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tablechat.testing.SqliteFile;
import tablechat.testing.TempFolder;

/// The store's file and its log, copied as they lie there now: looking at the copy mends nothing that a server has to. It goes
/// with its folder.
final class StoreCopy implements AutoCloseable {
    private static final String STORE = "tablechat.db";
    private static final String LOG = "tablechat.db-wal";

    private final TempFolder folder;

    private StoreCopy(TempFolder folder) {
        this.folder = folder;
    }

    /// Of a process that has ended, or stands still.
    static StoreCopy of(Path data) throws IOException {
        var copy = new StoreCopy(TempFolder.create());
        for (String name : List.of(STORE, LOG)) {
            if (Files.exists(data.resolve(name))) Files.copy(data.resolve(name), copy.folder.path().resolve(name));
        }
        return copy;
    }

    /// The folder, as another server's.
    Path data() {
        return folder.path();
    }

    /// How long its log is; 0 where there is none.
    long logBytes() throws IOException {
        Path log = folder.path().resolve(LOG);
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /// A copy of this one whose log ends there.
    StoreCopy cut(long logBytes) throws IOException {
        StoreCopy copy = of(folder.path());
        try (var log = FileChannel.open(copy.folder.path().resolve(LOG), StandardOpenOption.WRITE)) {
            log.truncate(logBytes);
        }
        return copy;
    }

    /// It opens, and SQLite finds nothing wrong with it.
    StoreCopy checkSound() throws SQLException {
        assertEquals(List.of("ok"), file().column("pragma integrity_check"));
        assertEquals(List.of(), file().column("pragma foreign_key_check"));
        return this;
    }

    /// Every session by its id.
    Map<String, Clerk.Entry> sessions() throws SQLException {
        var sessions = new HashMap<String, Clerk.Entry>();
        try (var store = file().open();
                var statement = store.createStatement();
                var row = statement.executeQuery("select id, title, deleted_at is not null from session")) {
            while (row.next()) sessions.put(row.getString(1), new Clerk.Entry(row.getString(2), row.getBoolean(3)));
        }
        return sessions;
    }

    SqliteFile file() {
        return new SqliteFile(folder.path().resolve(STORE));
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
