package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.database.Database;
import tablechat.protocol.Connection;
import tablechat.store.Backup;
import tablechat.store.ConnectionStore;
import tablechat.store.Restore;
import tablechat.store.Store;
import tablechat.testing.SqliteFile;

/// The sample of a data folder that is not where it was.
final class OpeningTest {
    @TempDir
    Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void startOnce() throws Exception {
        first = folder.resolve("first");
        second = folder.resolve("second, 100%");
        start(first, "");
    }

    @Test
    void inAFolderThatWasMovedTheSampleIsAskedAgain() throws Exception {
        Files.move(first, second);

        assertAnswers(start(second, ""), second.resolve("sample.db"));
    }

    @Test
    void aBackupRestoredElsewhereGetsASampleOfItsOwn() throws Exception {
        Backup.make(first, folder.resolve("copy.db"));
        Files.delete(first.resolve("sample.db"));
        Restore.from(folder.resolve("copy.db"), second);

        assertAnswers(start(second, ""), second.resolve("sample.db"));
    }

    @Test
    void aSampleThatIsStillThereIsLeft() throws Exception {
        Backup.make(first, folder.resolve("copy.db"));
        Restore.from(folder.resolve("copy.db"), second);

        assertAnswers(start(second, ""), first.resolve("sample.db"));
        assertTrue(Files.notExists(second.resolve("sample.db")));
    }

    @Test
    void aSampleThatWasRemovedStaysAway() throws Exception {
        try (Store store = Store.open(first)) {
            store.connections().remove(store.connections().all().getFirst().id());
        }
        Files.move(first, second);

        assertEquals(List.of(), start(second, ""));
    }

    @Test
    void oneThatPointsElsewhereStays() throws Exception {
        String url = "sqlite:" + folder.resolve("own.db");
        try (Store store = Store.open(first)) {
            store.connections().move(store.connections().all().getFirst().id(), "sqlite", url, null, null);
        }

        assertEquals(url, start(first, "").getFirst().url());
        String named = "sqlite:" + folder.resolve("not/there/sample.db");
        assertEquals(named, start(first, "sample=" + named).getFirst().url());
    }

    @Test
    void whoDoesNotWaitForLongIsToldThatThereIsNothingYet() throws Exception {
        Config config = Config.load(Map.of("TABLECHAT_DATA", first.toString(), "TABLECHAT_MODEL", "offline"));
        Opening opening;
        try (var other = new SqliteFile(first.resolve("tablechat.db")).open(); var statement = other.createStatement()) {
            statement.execute("begin immediate");
            opening = Opening.begin(config, config.connections());

            assertEquals(Optional.empty(), opening.within(Duration.ofMillis(10)));
        }
        Opening.Opened opened = opening.await();
        try {
            assertEquals(Optional.of(opened), opening.within(Duration.ZERO));
        } finally {
            opened.close();
        }
    }

    private static List<ConnectionStore.Row> start(Path data, String connections) throws Exception {
        Config config = Config.load(Map.of("TABLECHAT_DATA", data.toString(), "TABLECHAT_MODEL", "offline",
                "TABLECHAT_CONNECTIONS", connections));
        Opening.Opened opened = Opening.begin(config, config.connections()).await();
        try {
            return opened.store().connections().all();
        } finally {
            opened.close();
        }
    }

    private static void assertAnswers(List<ConnectionStore.Row> connections, Path file) throws Exception {
        assertEquals(List.of("sample"), connections.stream().map(ConnectionStore.Row::name).toList());
        assertEquals("sqlite:" + file.toString().replace("%", "%25").replace(",", "%2C"), connections.getFirst().url());
        try (Database database = Database.at(connections.getFirst().url())) {
            assertEquals(Connection.Status.OK, database.probe().status());
        }
    }
}
