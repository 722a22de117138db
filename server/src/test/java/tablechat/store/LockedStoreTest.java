package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// Another program (a backup, an SQLite shell) holds the store's write lock for longer than a change waits.
final class LockedStoreTest {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void aChangeIsRefusedNothingIsChangedAndReadingGoesOn() throws Exception {
        try (var server = TestServer.over(Store.open(folder, PATIENCE), 0, new ScriptedModel()); var client = server.client()) {
            String session = create(client, "Before").text("session", "id");
            try (var other = new SqliteFile(folder.resolve("tablechat.db")).open(); var statement = other.createStatement()) {
                statement.execute("begin immediate");

                Received created = create(client, "Meanwhile");
                Received renamed = client.send(Map.of("type", "session.rename", "session", session, "title", "Renamed"));

                assertEquals("unavailable", created.text("code"), created::toString);
                assertEquals("unavailable", renamed.text("code"), renamed::toString);
                assertEquals(List.of("Before"), titles(client));
            }
            assertEquals(List.of("Before"), titles(client));

            assertEquals("session.created", create(client, "After").type());
            assertEquals(List.of("After", "Before"), titles(client));
        }
    }

    @Test
    void nobodyIsAskedWhatCouldNotBeStored() throws Exception {
        var model = new ScriptedModel().answers("Nine.");
        try (var server = TestServer.over(Store.open(folder, PATIENCE), 0, model); var client = server.client()) {
            String session = create(client, "Before").text("session", "id");
            var question = Map.of("type", "message.send", "session", session, "text", "How many?");
            try (var other = new SqliteFile(folder.resolve("tablechat.db")).open(); var statement = other.createStatement()) {
                statement.execute("begin immediate");

                assertEquals("unavailable", client.send(question).text("code"));
            }
            assertEquals(List.of(), model.prompts());

            assertEquals("message.accepted", client.send(question).type());
            Received finished = client.await("turn.finished");

            assertEquals("complete", finished.text("status"));
            assertEquals(1, model.prompts().size());
            assertEquals(2, client.send(Map.of("type", "session.switch", "session", session)).objects("messages").size());
        }
    }

    private static Received create(TestClient client, String title) throws InterruptedException {
        return client.send(Map.of("type", "session.create", "connection", "sample", "title", title));
    }

    private static List<String> titles(TestClient client) throws InterruptedException {
        Received listed = client.send(Map.of("type", "session.list", "connection", "sample"));
        return listed.objects("sessions").stream().map(session -> session.text("title")).toList();
    }
}
