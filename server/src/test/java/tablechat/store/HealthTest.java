package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.metrics.Metrics;
import tablechat.protocol.Nullable;
import tablechat.protocol.Session;
import tablechat.testing.SqliteFile;

/// Whoever watches the store learns how it is, and disturbs nobody.
@Timeout(30)
final class HealthTest {
    @TempDir
    Path folder;

    /// The change waits for the lock, and would for longer than this test does.
    @Test
    void aStoreThatIsHeldIsSaidToBeBusyAndNotWaitedFor() throws Exception {
        try (Store store = Store.open(folder, Duration.ofMinutes(1))) {
            for (int times = 0; times < 2; times++) {
                try (var other = new SqliteFile(folder.resolve("tablechat.db")).open(); var statement = other.createStatement()) {
                    statement.execute("begin immediate");

                    assertBusy(store.health().problem());
                    assertBusy(store.health().problem());
                }
                while (store.health().problem() != null) Thread.sleep(10);
            }
        }
    }

    @Test
    void aLookIsNoCommitThatAnybodyCounts() throws Exception {
        var metrics = new Metrics();
        try (Store store = Store.open(folder, metrics)) {
            store.connections().add("c", "shop", "sqlite", "sqlite:x", null, null);
            String before = commits(metrics);
            assertEquals("tablechat_commit_seconds_count 1", before);

            assertNull(store.health().problem());

            assertEquals(before, commits(metrics));
        }
    }

    private static String commits(Metrics metrics) {
        return new String(metrics.write(), StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith("tablechat_commit_seconds_count ")).findFirst().orElse("none");
    }

    private static void assertBusy(@Nullable String problem) {
        assertNotNull(problem);
        assertTrue(problem.startsWith("The store is busy or its disk is slow: nothing could be written for 1 s."), problem);
    }

    @Test
    void whatIsCountedIsNotCountedAnewForALook() throws Exception {
        try (Store store = Store.open(folder)) {
            store.connections().add("c", "shop", "sqlite", "sqlite:x", null, null);
            store.sessions().create("s", "c", "One", Session.TitleSource.USER, Instant.now());
            assertEquals(1, store.connections().sessionsKept("c"));
            // Past the writer, so that only counting anew would find it.
            new SqliteFile(folder.resolve("tablechat.db")).run("delete from session");

            assertNull(store.health().problem());

            assertEquals(1, store.connections().sessionsKept("c"));
            store.sessions().create("t", "c", "Two", Session.TitleSource.USER, Instant.now());
            assertEquals(1, store.connections().sessionsKept("c"));
            assertEquals(List.of(1), new SqliteFile(folder.resolve("tablechat.db")).column("select count(*) from session"));
        }
    }
}
