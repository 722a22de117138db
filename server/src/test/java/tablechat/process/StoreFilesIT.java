package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.ServerProcess;
import tablechat.testing.TestClient;

/// What is brought out of a store and into it by options, beside a server and without one.
class StoreFilesIT {
    @TempDir
    Path folder;

    @Test
    void aBackupMadeBesideTheServerIsRestoredAfterIt() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            client.send(Map.of("type", "session.create", "title", "Before"));
            assertSays(0, "\\Q%s\\E holds the store of \\Q%s\\E: 1 session, \\d+\\.\\d kB\\. Restore it with --restore\\.\n"
                    .formatted(copy, folder.resolve("data")), "--backup", "copy.db");
            assertFails(copy + " is there already, and a backup writes over nothing. Name a new file.", "--backup", "copy.db");
            client.send(Map.of("type", "session.create", "title", "After"));
            assertFails("Another TableChat is using the data folder %s. Stop it, or name another in TABLECHAT_DATA."
                    .formatted(folder.resolve("data")), "--restore", "copy.db");
            server.term();
            assertEquals(143, server.status());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));

        assertSays(0, "\\Q%s\\E is restored: 1 session\\.\nWhat was there before is kept as (\\S+)\\.before-restore-\\d+T\\d+Z\\.\n"
                .formatted(folder.resolve("data/tablechat.db")), "--restore", "copy.db");

        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            assertEquals(List.of("Before"), client.send(Map.of("type", "session.list")).objects("sessions").stream()
                    .map(session -> session.text("title")).toList());
        }
    }

    @Test
    void aSessionGoesFromOneFolderToAnother() throws Exception {
        String json;
        String id;
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            id = client.send(Map.of("type", "session.create", "title", "Counts")).text("session", "id");
            client.send(Map.of("type", "message.send", "text", "How many customers are there?", "session", id));
            client.await("turn.finished");
            json = exported(server, id);
            Files.writeString(folder.resolve("session.json"), json);
            assertFails("Another TableChat is using the data folder %s. Stop it, or name another in TABLECHAT_DATA."
                    .formatted(folder.resolve("data")), "--import", "session.json");
        }
        Map<String, String> fresh = Map.of("TABLECHAT_DATA", folder.resolve("fresh").toString());

        assertSays(fresh, 0, "\"Counts\" \\(2 messages, connection sample\\) was imported\\.\n", "--import", "session.json");
        assertSays(fresh, 0, "\"Counts\" \\(2 messages, connection sample\\) is there already\\. Nothing was changed\\.\n",
                "--connection", "sample", "--import", "session.json");
        try (var piped = ServerProcess.run(folder, List.of("/bin/sh", "-c", "\"$JAVA\" -jar \"$JAR\" --import - < session.json"),
                Map.of("TABLECHAT_DATA", folder.resolve("fresh").toString(),
                        "JAR", Path.of("target/tablechat.jar").toAbsolutePath().toString(),
                        "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString()))) {
            assertEquals(0, piped.status(), piped::toString);
            assertTrue(piped.out().contains("is there already"), piped::toString);
        }
        try (var server = ServerProcess.start(folder, fresh)) {
            assertEquals(json, exported(server, id));
        }
    }

    @Test
    void whatCannotBeImportedIsSaidInASentence() throws Exception {
        Files.writeString(folder.resolve("letter.json"), "{\"title\": \"Dear Ann\"}");
        Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe4, '"'});

        assertFails("nothing.json was not imported: there is no such file.", "--import", "nothing.json");
        assertFails("letter.json was not imported: it is no session that TableChat exported.", "--import", "letter.json");
        assertFails("latin.json was not imported: it is not valid JSON.", "--import", "latin.json");
        assertFalse(Files.exists(folder.resolve("data")));
        assertFails("Say it as --import FILE [--connection NAME].", "--import");
        assertFails("Say it as --backup FILE.", "--backup", "a", "b");
    }

    @Test
    void theLogGoesToTheFileThatIsNamed() throws Exception {
        Path log = folder.resolve("chat.log");
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_LOG", "chat.log")); var client = TestClient.at(server.port())) {
            client.send(Map.of("type", "message.send", "text", "How many customers are there?"));
            client.await("turn.finished");
            server.term();
            server.status();
            assertEquals("", server.err());
        }
        assertTrue(Files.readString(log).contains(" status=complete "), Files.readString(log));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));

        try (var refused = ServerProcess.launch(folder, Map.of("TABLECHAT_LOG", "nowhere/chat.log"))) {
            assertEquals(1, refused.status(), refused::toString);
            assertEquals("TABLECHAT_LOG is \"nowhere/chat.log\", which cannot be written. Name a file in a folder that can be.\n",
                    refused.err());
        }
    }

    private static String exported(ServerProcess server, String session) throws Exception {
        var uri = URI.create("http://localhost:%d/sessions/%s.json".formatted(server.port(), session));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }

    private void assertSays(int status, String words, String... options) throws InterruptedException {
        assertSays(Map.of(), status, words, options);
    }

    private void assertSays(Map<String, String> environment, int status, String words, String... options) throws InterruptedException {
        try (var process = ServerProcess.launch(folder, environment, options)) {
            assertEquals(status, process.status(), process::toString);
            assertTrue(process.out().matches(words), process::toString);
        }
    }

    private void assertFails(String line, String... options) throws InterruptedException {
        try (var process = ServerProcess.launch(folder, Map.of(), options)) {
            assertEquals(1, process.status(), process::toString);
            assertEquals(line + "\n", process.err());
            assertEquals("", process.out());
        }
    }
}
