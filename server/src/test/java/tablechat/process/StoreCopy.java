package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private static final String INDEX = "tablechat.db-shm";
    /// Of the log's own header, and of each frame's, which a page follows; where the former has a page's size.
    private static final int LOG_HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int PAGE_SIZE_AT = 8;
    /// Where the index has the number of frames of which a checkpoint may have written some into the file.
    private static final int ATTEMPTED_AT = 128;

    private final TempFolder folder;
    private final long checkpointedBytes;

    private StoreCopy(TempFolder folder, long checkpointedBytes) {
        this.folder = folder;
        this.checkpointedBytes = checkpointedBytes;
    }

    /// Of a process that has ended, or stands still.
    static StoreCopy of(Path data) throws IOException {
        var copy = new StoreCopy(TempFolder.create(), checkpointed(data));
        for (String name : List.of(STORE, LOG)) {
            if (Files.exists(data.resolve(name))) Files.copy(data.resolve(name), copy.folder.path().resolve(name));
        }
        return copy;
    }

    /// @see <a href="https://www.sqlite.org/walformat.html">The log, and its index, which is in the machine's byte order</a>
    private static long checkpointed(Path data) throws IOException {
        if (!Files.exists(data.resolve(INDEX)) || !Files.exists(data.resolve(LOG))) return 0;
        int frames = number(data.resolve(INDEX), ATTEMPTED_AT, ByteOrder.nativeOrder());
        int pageBytes = number(data.resolve(LOG), PAGE_SIZE_AT, ByteOrder.BIG_ENDIAN);
        return frames == 0 ? 0 : LOG_HEADER_BYTES + (long) frames * (FRAME_HEADER_BYTES + pageBytes);
    }

    /// 0 where the file is too short.
    private static int number(Path file, int at, ByteOrder order) throws IOException {
        ByteBuffer four = ByteBuffer.allocate(Integer.BYTES).order(order);
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            in.read(four, at);
        }
        return four.getInt(0);
    }

    /// How much of its log a checkpoint may have written into the file: that was safe on the disk before, and is not lost.
    long checkpointedBytes() {
        return checkpointedBytes;
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
