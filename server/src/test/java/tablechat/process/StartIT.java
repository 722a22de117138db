package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;

class StartIT {
    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesASampleAndTheSecondFindsEverything() throws Exception {
        Path sample = folder.resolve("data/sample.db");
        List<Received> connections;
        byte[] made;
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            connections = client.await("welcome").objects("connections");
            client.send(Map.of("type", "session.create", "title", "Before the restart"));
            made = Files.readAllBytes(sample);
            server.term();
            server.status();

            String lines = "TableChat is at http://localhost:%d%nIts data is in %s%n".formatted(server.port(), folder.resolve("data"));
            assertEquals(lines, server.out());
        }
        assertEquals(List.of("sample"), names(connections));

        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            List<Received> found = client.await("welcome").objects("connections");
            List<Received> sessions = client.send(Map.of("type", "session.list")).objects("sessions");

            assertEquals(connections.getFirst().text("id"), found.getFirst().text("id"));
            assertEquals(List.of("sample"), names(found));
            assertEquals(List.of("Before the restart"), sessions.stream().map(session -> session.text("title")).toList());
            assertArrayEquals(made, Files.readAllBytes(sample));
        }
    }

    @Test
    void theSampleIsMadeAgainWhereItsFileWasRemoved() throws Exception {
        Path sample = folder.resolve("data/sample.db");
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.term();
            server.status();
        }
        Files.delete(sample);

        try (var server = ServerProcess.start(folder, Map.of())) {
            server.port();

            assertTrue(Files.exists(sample));
        }
    }

    @Test
    void namedConnectionsStandBesideTheSample() throws Exception {
        new SqliteFile(folder.resolve("notes, private.db")).run("create table note (text)");

        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_CONNECTIONS", "notes=sqlite:notes%2C private.db"));
                var client = TestClient.at(server.port(), "connection=notes")) {
            assertEquals(List.of("notes", "sample"), names(client.await("welcome").objects("connections")));
            assertEquals("note", client.send(Map.of("type", "schema.list")).objects("tables").getFirst().text("name"));
        }
    }

    /// As a start leaves it that was killed when the store was there and the sample not yet.
    @Test
    void aFirstStartThatWasCutShortIsMadeUpFor() throws Exception {
        Path data = folder.resolve("data");
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.term();
            server.status();
        }
        new SqliteFile(data.resolve("tablechat.db")).run("delete from meta", "delete from connection");
        Files.delete(data.resolve("sample.db"));

        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_CONNECTIONS", "notes=sqlite:notes.db"));
                var client = TestClient.at(server.port())) {
            assertEquals(List.of("notes", "sample"), names(client.await("welcome").objects("connections")));
        }
    }

    @Test
    void aSampleThatWasRemovedStaysAway() throws Exception {
        Path data = folder.resolve("data");
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.term();
            server.status();
        }
        new SqliteFile(data.resolve("tablechat.db")).run("delete from connection");
        Files.delete(data.resolve("sample.db"));

        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            assertEquals(List.of(), client.await("welcome").objects("connections"));
        }
    }

    @Test
    void settingsAreReadFromTheFileInTheDataFolder() throws Exception {
        settings("TABLECHAT_PORT: 0\nTABLECHAT_CONNECTIONS: filed=sqlite:filed.db\n");

        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_PORT", "")); var client = TestClient.at(server.port())) {
            assertEquals(List.of("filed", "sample"), names(client.await("welcome").objects("connections")));
        }
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        settings("TABLECHAT_PORT: no number\nTABLECHAT_CONNECTIONS: filed=sqlite:filed.db\n");

        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_CONNECTIONS", "given=sqlite:given.db"));
                var client = TestClient.at(server.port())) {
            assertEquals(List.of("given", "sample"), names(client.await("welcome").objects("connections")));
        }
    }

    @Test
    void aSettingThatIsNoneIsToldAndTheStartGoesOn() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_MODLE", "offline"))) {
            server.term();
            server.status();

            assertTrue(server.err().lines().anyMatch("TABLECHAT_MODLE is no setting and changes nothing. Did you mean TABLECHAT_MODEL?"
                    ::equals), server::toString);
        }
    }

    @Test
    void whereThereIsALogItIsToldThereToo() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_MODLE", "offline", "TABLECHAT_LOG", "chat.log"))) {
            server.term();
            server.status();

            String log = Files.readString(folder.resolve("chat.log"));
            assertTrue(log.contains("TABLECHAT_MODLE is no setting"), log);
            assertTrue(server.err().contains("TABLECHAT_MODLE is no setting"), server::toString);
        }
    }

    private void settings(String yaml) throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("tablechat.yaml"), yaml);
    }

    private static List<String> names(List<Received> connections) {
        return connections.stream().map(connection -> connection.text("name")).toList();
    }
}
