package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;

/// A start that cannot be says why in one plain line on standard error, ends with status 1 and leaves what is there as it is.
class BadStartIT {
    @TempDir
    Path folder;

    private Path data;
    private Path store;

    @BeforeEach
    void makeDataFolder() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        store = data.resolve("tablechat.db");
    }

    @Test
    void aDataFolderBelowAFileCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear customer");

        String line = refusal(Map.of("TABLECHAT_DATA", file.resolve("data").toString()));

        assertEquals("The data folder %s/data cannot be made: %s is a file. Name another in TABLECHAT_DATA.".formatted(file, file), line);
        assertEquals("Dear customer", Files.readString(file));
    }

    @Test
    void aFileThatIsNoDatabaseIsNotTouched() throws Exception {
        Files.writeString(store, "Dear customer, this is no database.");

        String line = refusal(Map.of());

        assertEquals(store + " is not a database that TableChat can read. Move it away, or name another folder in TABLECHAT_DATA.", line);
        assertEquals("Dear customer, this is no database.", Files.readString(store));
    }

    @Test
    void aStoreOfANewerTableChatIsNotTouched() throws Exception {
        new SqliteFile(store).run("create table session (id)", "pragma application_id = 1413631043", "pragma user_version = 999");
        byte[] before = Files.readAllBytes(store);

        String line = refusal(Map.of());

        assertEquals(store + " was written by a newer TableChat (schema 999, this one knows 6)."
                + " Use that one, or name another folder in TABLECHAT_DATA.", line);
        assertArrayEquals(before, Files.readAllBytes(store));
    }

    @Test
    void aDatabaseOfAnotherProgramIsNotTouched() throws Exception {
        new SqliteFile(store).run("create table session (id)");
        byte[] before = Files.readAllBytes(store);

        String line = refusal(Map.of());

        assertEquals(store + " is a database of another program. Move it away, or name another folder in TABLECHAT_DATA.", line);
        assertArrayEquals(before, Files.readAllBytes(store));
    }

    @Test
    void aStoreThatCannotBeWrittenIsSaidToBeSo() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.term();
            server.status();
        }
        byte[] before = Files.readAllBytes(store);
        // In the way of the log, also for root.
        Files.createDirectory(data.resolve("tablechat.db-wal"));

        String line = refusal(Map.of());

        assertEquals(store + " cannot be written. Mend its permissions and its folder's, or name another folder in TABLECHAT_DATA.",
                line);
        assertArrayEquals(before, Files.readAllBytes(store));
    }

    @Test
    void aSecondProcessOnTheSameFolderIsTurnedAway() throws Exception {
        try (var first = ServerProcess.start(folder, Map.of())) {
            String line = refusal(Map.of());

            assertEquals("Another TableChat is using the data folder %s. Stop it, or name another in TABLECHAT_DATA."
                    .formatted(data), line);
            assertEquals("", first.err());
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String line = refusal(Map.of("TABLECHAT_PORT", "" + taken.getLocalPort()));

            assertEquals("Cannot listen on 127.0.0.1 port %d: it is in use, or may not be used. Set TABLECHAT_PORT to another one."
                    .formatted(taken.getLocalPort()), line);
        }
    }

    @Test
    void aPortIsANumber() throws Exception {
        String line = refusal(Map.of("TABLECHAT_PORT", "abc"));

        assertEquals("TABLECHAT_PORT is \"abc\"; it should be a number from 0 to 65535 (0 takes any free port).", line);
        assertNothingStored();
    }

    @Test
    void theNetworkIsNotServedWithoutAToken() throws Exception {
        String line = refusal(Map.of("TABLECHAT_HOST", "0.0.0.0"));

        assertEquals("TABLECHAT_HOST=0.0.0.0 can be reached from other machines, and without a token everybody there could read your"
                + " databases. Set TABLECHAT_TOKEN to a long secret, or TABLECHAT_HOST to 127.0.0.1.", line);
        assertNothingStored();
    }

    @Test
    void anAddressOfAnotherMachineIsNotOurs() throws Exception {
        String line = refusal(Map.of("TABLECHAT_HOST", "192.0.2.1", "TABLECHAT_TOKEN", "a-long-secret"));

        assertEquals("TABLECHAT_HOST=192.0.2.1 is not an address of this machine. Set it to 127.0.0.1, or to one that is.", line);
        assertNothingStored();
    }

    @Test
    void aConnectionNeedsAName() throws Exception {
        String line = refusal(Map.of("TABLECHAT_CONNECTIONS", "sqlite:/data/secret.db"));

        assertEquals("TABLECHAT_CONNECTIONS has \"sqlite:...\"; write name=url pairs with commas between, such as"
                + " shop=sqlite:/data/shop.db.", line);
        assertNothingStored();
    }

    @Test
    void aConnectionNeedsAKindThatThereIs() throws Exception {
        String line = refusal(Map.of("TABLECHAT_CONNECTIONS", "notes=sqlite:notes.db,mail=imap://me:secret@host"));

        String expected =
                "TABLECHAT_CONNECTIONS has an unusable URL for \"mail\". There is no kind of database called \"imap\"";
        assertTrue(line.startsWith(expected), line);
        assertFalse(line.contains("secret"), line);
        assertNothingStored();
    }

    @Test
    void aBrokenSettingsFileIsNamed() throws Exception {
        Path file = Files.writeString(data.resolve("tablechat.yaml"), "TABLECHAT_PORT: [8080\n");

        String line = refusal(Map.of());

        assertEquals(file + " cannot be read as YAML. Write one NAME: value a line.", line);
        assertNothingStored();
    }

    private String refusal(Map<String, String> environment) throws InterruptedException {
        try (var process = ServerProcess.launch(folder, environment)) {
            assertEquals(1, process.status(), process::toString);
            assertEquals("", process.out());
            assertEquals(1, process.err().lines().count(), process::toString);
            return process.err().strip();
        }
    }

    private void assertNothingStored() {
        assertFalse(Files.exists(store), "a store was made");
    }
}
