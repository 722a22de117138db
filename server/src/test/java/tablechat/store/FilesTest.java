package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.SqliteFile;

/// What lies in the data folder: whose it is, who may read it, and that what is not ours stays as it is.
final class FilesTest {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("tablechat.db");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftUntouched() throws Exception {
        Files.writeString(file, "this is no database, but some text that somebody keeps here".repeat(20));

        assertRefusedUntouched("is not a database that TableChat can read.");
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftUntouched() throws Exception {
        for (int version : new int[] {0, 1, 2, -1, 999}) {
            Files.deleteIfExists(file);
            new SqliteFile(file).run("create table note (text)", "pragma user_version = " + version);

            assertRefusedUntouched("is a database of another program.");
        }
    }

    @Test
    void aDatabaseThatAnotherProgramMarkedAndLeftEmptyIsLeftUntouched() throws Exception {
        new SqliteFile(file).run("pragma application_id = 7");

        assertRefusedUntouched("is a database of another program.");
    }

    @Test
    void besideALoggedDatabaseOfAnotherProgramNothingIsLeft() throws Exception {
        new SqliteFile(file).run("pragma journal_mode = wal", "create table note (text)");

        assertRefusedUntouched("is a database of another program.");

        List<String> names = files().stream().map(path -> path.getFileName().toString()).sorted().toList();
        assertEquals(List.of("tablechat.db", "tablechat.lock"), names.stream().filter(name -> name.startsWith("table")).toList());
    }

    @Test
    void aDatabaseWhoseNewestIsStillInItsLogIsLookedAtWhole() throws Exception {
        new SqliteFile(file).run("pragma journal_mode = wal");
        try (var other = new SqliteFile(file).open(); var statement = other.createStatement()) {
            statement.execute("create table note (text)");

            assertRefusedUntouched("is a database of another program.");
        }
    }

    @Test
    void aStoreOfANewerSchemaIsLeftUntouched() throws Exception {
        Store.open(folder).close();
        new SqliteFile(file).run("pragma user_version = " + (Migrations.FILES.size() + 1));

        assertRefusedUntouched("was written by a newer TableChat (schema %d, this one knows %d)."
                .formatted(Migrations.FILES.size() + 1, Migrations.FILES.size()));
    }

    @Test
    void aStoreWhoseVersionIsNoneIsLeftUntouched() throws Exception {
        Store.open(folder).close();
        new SqliteFile(file).run("pragma user_version = -2");

        assertRefusedUntouched("is a database of another program.");
    }

    @Test
    void aTruncatedStoreIsLeftUntouched() throws Exception {
        Store.open(folder).close();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertRefusedUntouched("is not a database that TableChat can read.");
    }

    @Test
    void aGarbledStoreIsLeftUntouched() throws Exception {
        Store.open(folder).close();
        byte[] garbled = Files.readAllBytes(file);
        Arrays.fill(garbled, 4096, garbled.length, (byte) 'x');
        Files.write(file, garbled);

        assertRefusedUntouched("is not a database that TableChat can read.");
    }

    @Test
    void aStoreThatAnotherProgramKeepsLockedIsSaidToBeSo() throws Exception {
        Store.open(folder).close();
        try (var other = new SqliteFile(file).open(); var statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertRefused("is in use by another program.");
        }

        Store.open(folder).close();
    }

    @Test
    void aFolderInPlaceOfTheStoreIsNamed() throws Exception {
        Files.createDirectory(file);

        assertRefused("is a folder, where the store's file should be.");
    }

    @Test
    void aFolderInPlaceOfTheLogIsSaidToKeepItFromBeingWritten() throws Exception {
        Store.open(folder).close();
        Files.createDirectory(folder.resolve("tablechat.db-wal"));

        assertRefusedUntouched("cannot be written.");
    }

    @Test
    void whatAKilledFirstStartLeftIsGoneOnWith() throws Exception {
        new SqliteFile(file).run("pragma journal_mode = wal");

        Store.open(folder).close();

        assertEquals(List.of(Migrations.FILES.size()), new SqliteFile(file).column("pragma user_version"));
        assertEquals(List.of(Migrations.APPLICATION_ID), new SqliteFile(file).column("pragma application_id"));
    }

    @Test
    void anOlderStoreIsCopiedThenBroughtUpToDate() throws Exception {
        makeFirstVersion();

        Store.open(folder).close();

        assertEquals(List.of(Migrations.FILES.size()), new SqliteFile(file).column("pragma user_version"));
        var copy = new SqliteFile(folder.resolve("tablechat.db.schema-1"));
        assertEquals(List.of(1), copy.column("pragma user_version"));
        assertEquals(List.of("kept"), copy.column("select name from connection"));
        assertEquals(List.of("kept"), new SqliteFile(file).column("select name from connection"));
        assertOwnerOnly();
    }

    @Test
    void whatOthersCouldReadIsShutAtTheNextStart() throws Exception {
        Store.open(folder).close();
        Files.writeString(folder.resolve("mine.txt"), "not ours");
        for (Path path : files()) Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (Store store = Store.open(folder)) {
            store.connections().add("c", "sample", "sqlite", "sqlite:/tmp/x.db", null, null);

            assertTrue(Files.exists(folder.resolve("tablechat.db-wal")));
            assertEquals("rw-r--r--", mode(folder.resolve("mine.txt")));
            Files.delete(folder.resolve("mine.txt"));
            assertOwnerOnly();
        }
    }

    /// A start does not make what somebody keeps from being changed changeable.
    @Test
    void theOwnerGetsNothingThatHeDidNotHave() throws Exception {
        Store.open(folder).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        try (var data = DataFolder.open(folder)) {
            data.shut();
        }

        assertEquals("r--------", mode(file));
    }

    /// As the first migration alone left it, with something in it.
    private void makeFirstVersion() throws Exception {
        try (var connection = new SqliteFile(file).open(); var statement = connection.createStatement()) {
            statement.executeUpdate(Migrations.text(Migrations.FILES.getFirst()));
            statement.executeUpdate("insert into connection (id, name, kind, url, created_at) values ('c', 'kept', 'sqlite', 'u', 0)");
            statement.executeUpdate("pragma user_version = 1");
        }
    }

    private void assertRefusedUntouched(String reason) throws Exception {
        byte[] before = Files.readAllBytes(file);
        var mode = Files.getPosixFilePermissions(file);

        assertRefused(reason);

        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(mode, Files.getPosixFilePermissions(file));
    }

    private void assertRefused(String reason) {
        StoreUnusable refused = assertThrows(StoreUnusable.class, () -> Store.open(folder, PATIENCE));

        assertTrue(refused.getMessage().startsWith(file + " " + reason), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    private void assertOwnerOnly() throws IOException {
        assertEquals("rwx------", mode(folder));
        for (Path path : files()) assertEquals("rw-------", mode(path), path.toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
