package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestServer;

/// Copies of the store, made beside a server and put in its place.
@Timeout(120)
final class BackupTest {
    @TempDir
    Path folder;

    @Test
    void aCopyMadeWhileTheServerRunsHoldsAllThatWasAnswered() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("copy.db");
        new SqliteFile(folder.resolve("other.db")).run("create table note (text)");
        try (var server = TestServer.over(data, new ScriptedModel()); var client = server.client()) {
            // What goes again leaves gaps between the rows that the search index points at.
            client.send(Map.of("type", "connection.add", "name", "other", "url", "sqlite:" + folder.resolve("other.db")));
            create(client, "other", "Zebras");
            create(client, "sample", "Apples");
            client.send(Map.of("type", "connection.remove", "connection", "other"));
            server.store().connections().purge();
            String pears = create(client, "sample", "Pears");
            client.send(Map.of("type", "query.run", "sql", "select 'quince'", "session", pears));

            Backup.Made made = Backup.make(data, file);
            create(client, "sample", "Later");

            assertEquals(new Backup.Made(file, 2, Files.size(file)), made);
            assertTrue(made.size().matches("\\d+\\.\\d kB"), made.size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }

        Path elsewhere = folder.resolve("elsewhere");
        Restore.Done done = Restore.from(file, elsewhere);

        assertEquals(new Restore.Done(elsewhere.resolve("tablechat.db"), 2, null, false), done);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(done.store())));
        try (var server = TestServer.over(elsewhere, new ScriptedModel()); var client = server.client()) {
            for (String text : new String[] {"Apples", "Pears"}) assertEquals(text, titleOfHit(client, text));
            assertEquals("Pears", titleOfHit(client, "quince"));
            assertEquals(0, client.send(Map.of("type", "session.search", "text", "Zebras")).objects("hits").size());
            assertEquals(0, client.send(Map.of("type", "session.search", "text", "Later")).objects("hits").size());
        }
    }

    private static String titleOfHit(tablechat.testing.TestClient client, String text) throws InterruptedException {
        return client.send(Map.of("type", "session.search", "text", text)).objects("hits").getFirst().text("title");
    }

    private static String create(tablechat.testing.TestClient client, String connection, String title) throws InterruptedException {
        Received created = client.send(Map.of("type", "session.create", "connection", connection, "title", title));
        return created.text("session", "id");
    }

    @Test
    void aBackupWritesOverNothing() throws Exception {
        Path data = stored("data");
        Path file = Files.writeString(folder.resolve("letter"), "Dear Ann");

        assertSays(file + " is there already, and a backup writes over nothing. Name a new file.", () -> Backup.make(data, file));
        assertEquals("Dear Ann", Files.readString(file));
        Path nowhere = folder.resolve("nowhere/copy.db");
        assertSays(nowhere + " cannot be made. Name a file in a folder that is there and can be written.",
                () -> Backup.make(data, nowhere));
        Path empty = folder.resolve("empty");
        assertSays("There is no store in %s yet, so there is nothing to back up.".formatted(empty),
                () -> Backup.make(empty, folder.resolve("copy.db")));
        assertFalse(Files.exists(empty));
        new SqliteFile(data.resolve("tablechat.db")).run("pragma user_version = 99");
        assertTrue(assertThrows(StoreUnusable.class, () -> Backup.make(data, folder.resolve("copy.db"))).getMessage()
                .contains("was written by a newer TableChat (schema 99"));
        assertFalse(Files.exists(folder.resolve("copy.db")));
    }

    @Test
    void theFormerStoreIsKeptWithWhatACrashLeftInItsLog() throws Exception {
        Path data = stored("data");
        Path file = folder.resolve("copy.db");
        Backup.make(data, file);
        // As a crash leaves it: what was committed last stands in the log alone.
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        try (Store store = Store.open(data)) {
            store.sessions().create("late", store.connections().all().getFirst().id(), "Late",
                    tablechat.protocol.Session.TitleSource.USER, java.time.Instant.now());
            for (String name : new String[] {"tablechat.db", "tablechat.db-wal"}) Files.copy(data.resolve(name), crashed.resolve(name));
        }

        Restore.Done done = Restore.from(file, crashed);

        assertFalse(Files.exists(crashed.resolve("tablechat.db-wal")));
        assertEquals(1, sessions(crashed));
        Path former = Files.createDirectory(folder.resolve("former"));
        Restore.from(done.aside(), former);
        assertEquals(2, sessions(former));
        assertFalse(Restore.from(file, crashed).aside().equals(done.aside()));
    }

    @Test
    void aFormerStoreWhoseLogAnotherProgramHoldsIsLeftAlone() throws Exception {
        Path data = stored("data");
        Path file = folder.resolve("copy.db");
        Backup.make(data, file);
        try (var other = new SqliteFile(data.resolve("tablechat.db")).open(); var statement = other.createStatement()) {
            statement.executeUpdate("update session set title = 'Late'");

            assertSays("Another program has %s/tablechat.db open. Close it, then try again. Nothing was changed.".formatted(data),
                    () -> Restore.from(file, data));
        }
        assertEquals(List.of("Late"), new SqliteFile(data.resolve("tablechat.db")).column("select title from session"));
        try (var files = Files.list(data)) {
            assertEquals(0, files.filter(path -> path.toString().contains("restor")).count());
        }
    }

    @Test
    void aFormerStoreThatCannotBeReadNowIsNotTakenForDamaged() throws Exception {
        Path data = stored("data");
        Path file = folder.resolve("copy.db");
        Backup.make(data, file);
        try (var other = new SqliteFile(data.resolve("tablechat.db")).open(); var statement = other.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.executeUpdate("update session set title = 'Late'");

            assertSays("%s/tablechat.db is in use by another program. Stop that one, or name another folder in TABLECHAT_DATA."
                    .formatted(data), () -> Restore.from(file, data));
            assertTrue(Files.exists(data.resolve("tablechat.db-wal")));
        }
        assertEquals(List.of("Late"), new SqliteFile(data.resolve("tablechat.db")).column("select title from session"));
    }

    @Test
    void aFormerStoreThatIsDamagedIsKeptAsItIs() throws Exception {
        Path file = folder.resolve("copy.db");
        Backup.make(stored("data"), file);
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("tablechat.db"), "no database");
        Files.writeString(broken.resolve("tablechat.db-wal"), "no log");

        Restore.Done done = Restore.from(file, broken);

        assertEquals("no database", Files.readString(done.aside()));
        assertEquals("no log", Files.readString(done.aside().resolveSibling(done.aside().getFileName() + "-wal")));
        assertEquals(1, sessions(broken));
    }

    @Test
    void whatIsNoWholeStoreIsNotRestored() throws Exception {
        Path data = stored("data");
        Path file = folder.resolve("copy.db");
        byte[] before = Files.readAllBytes(data.resolve("tablechat.db"));

        Files.writeString(file, "a letter, longer than the head of a database is, so that it is read");
        assertSays(file + " is no database that can be read, or it is damaged or cut off (SQLITE_NOTADB)."
                + " Name a file that --backup made. Nothing was changed.", () -> Restore.from(file, data));
        Files.delete(file);
        assertSays("There is no file %s that can be read.".formatted(file), () -> Restore.from(file, data));
        new SqliteFile(file).run("create table note (text)");
        assertSays(file + " is a database of another program. Name a file that --backup made. Nothing was changed.",
                () -> Restore.from(file, data));
        change(data, file, "pragma user_version = 99");
        assertSays(file + " was written by a newer TableChat (schema 99, this one knows %d). Use that one. Nothing was changed."
                .formatted(Migrations.FILES.size()), () -> Restore.from(file, data));
        change(data, file, "pragma foreign_keys = off", "update session set connection_id = 'nobody'");
        assertSays(file + " is damaged: rows in it refer to others that are not there. Nothing was changed.",
                () -> Restore.from(file, data));
        change(data, file, "vacuum");
        byte[] damaged = Files.readAllBytes(file);
        java.util.Arrays.fill(damaged, damaged.length / 2, damaged.length, (byte) 7);
        Files.write(file, damaged);
        assertTrue(assertThrows(StoreUnusable.class, () -> Restore.from(file, data)).getMessage().startsWith(file + " is "));
        Files.write(file, java.util.Arrays.copyOf(damaged, damaged.length / 2));
        assertTrue(assertThrows(StoreUnusable.class, () -> Restore.from(file, data)).getMessage().contains("damaged or cut off"));
        assertSays(data.resolve("tablechat.db") + " is the store itself. Name a copy that --backup made.",
                () -> Restore.from(data.resolve("tablechat.db"), data));

        assertArrayEquals(before, Files.readAllBytes(data.resolve("tablechat.db")));
        try (var files = Files.list(data)) {
            assertEquals(0, files.filter(path -> path.toString().contains("restor")).count());
        }
    }

    @Test
    void anOlderOneIsRestoredAndBroughtUpToDateByTheNextStart() throws Exception {
        Path file = folder.resolve("old.db");
        var old = new SqliteFile(file);
        try (var connection = old.open(); var statement = connection.createStatement()) {
            statement.executeUpdate(Migrations.text("001-begin.sql"));
        }
        old.run("pragma user_version = 1",
                "insert into connection (id, name, kind, url, created_at) values ('c', 'shop', 'sqlite', 'sqlite:x', 1)",
                """
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                values ('s', 'c', 'Old', 'user', 1, 1)
                """);

        Restore.Done done = Restore.from(file, folder.resolve("data"));

        assertTrue(done.isOlder());
        assertNull(done.aside());
        assertEquals(1, sessions(folder.resolve("data")));
    }

    @Test
    void aStoreInUseIsNotReplaced() throws Exception {
        Path data = stored("data");
        Path file = folder.resolve("copy.db");
        Backup.make(data, file);

        try (Store store = Store.open(data)) {
            assertSays("Another TableChat is using the data folder %s. Stop it, or name another in TABLECHAT_DATA.".formatted(data),
                    () -> Restore.from(file, data));
            assertEquals(1, store.connections().all().size());
        }
    }

    /// A folder with a store that has one session.
    private Path stored(String name) throws StoreUnusable {
        Path data = folder.resolve(name);
        try (Store store = Store.open(data)) {
            store.connections().add("c", "shop", "sqlite", "sqlite:x", null, null);
            store.sessions().create("s", "c", "Early", tablechat.protocol.Session.TitleSource.USER, java.time.Instant.now());
        }
        return data;
    }

    private static int sessions(Path data) throws StoreUnusable {
        try (Store store = Store.open(data)) {
            return store.connections().sessionsKept(store.connections().all().getFirst().id());
        }
    }

    /// A copy of the store in which something is not as it should be.
    private static void change(Path data, Path file, String... statements) throws Exception {
        Files.deleteIfExists(file);
        Backup.make(data, file);
        new SqliteFile(file).run(statements);
    }

    private interface Attempt {
        void run() throws StoreUnusable, IOException;
    }

    private static void assertSays(String sentence, Attempt attempt) {
        assertEquals(sentence, assertThrows(StoreUnusable.class, attempt::run).getMessage());
    }
}
