package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.protocol.Rejected;
import tablechat.testing.SqliteFile;

@Timeout(60)
final class ExportTest {
    private static final String NO_ROW_YET =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

    @TempDir
    Path folder;

    /// Its thread may be at something else by the time the query has ended, such as the next request of the same client.
    @Test
    void whoLeftIsNotInterruptedWhenTheQueryEnds() throws Exception {
        Path file = folder.resolve("shop.db");
        new SqliteFile(file).run("create table a (b)");
        var places = new Semaphore(1);
        try (Database shop = Database.at(Address.of("sqlite:" + file), Duration.ofMillis(200))) {
            var export = new Export("one", NO_ROW_YET, "one.csv", shop, places, new CsvSheet(false));
            try (export) {
                Rejected slow = assertThrows(Rejected.class, export::next);
                assertTrue(slow.getMessage().contains("without a row"), slow.getMessage());
            }

            assertTrue(places.tryAcquire(30, TimeUnit.SECONDS));

            Thread.sleep(300); // an interrupt ends it
        }
    }
}
