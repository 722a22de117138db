package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Connection.Privacy;
import tablechat.store.ConnectionStore.Row;
import tablechat.store.Store;
import tablechat.testing.SqliteFile;

final class DatabasesTest {
    private static final int HANG_SECONDS = 20;

    @TempDir
    Path folder;

    /// As when its connection is removed at that moment.
    @Test
    void aDatabaseIsLookedForAlsoWhenNobodyCouldBeToldThatItIsGone() throws Exception {
        Path file = folder.resolve("shop.db");
        var told = new LinkedBlockingQueue<String>();
        var row = new Row("c", "shop", "sqlite", "sqlite:" + file, null, Privacy.ROWS, 30, Instant.EPOCH);
        try (var store = Store.open(folder.resolve("data"));
                var databases = new Databases(_ -> row, store.connections(), id -> {
                    told.add(id);
                    throw Connections.unknown(id);
                })) {
            databases.of("c").query("select 1");
            assertEquals("c", told.poll(HANG_SECONDS, TimeUnit.SECONDS));

            new SqliteFile(file).run("create table item (id)");

            assertEquals("c", told.poll(HANG_SECONDS, TimeUnit.SECONDS));
        }
    }
}
