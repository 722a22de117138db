package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// Another process, such as a backup or an SQLite shell, holds the store's write lock.
class LockIT {
    private static final int SHORT_MILLISECONDS = Proofs.count(1_000, 3_000);
    private static final int LONG_MILLISECONDS = Proofs.count(0, 20_000);

    @TempDir
    Path folder;

    private SqliteFile store;
    private int refused;

    @BeforeEach
    void nameStore() {
        store = new SqliteFile(folder.resolve("data").resolve("tablechat.db"));
    }

    @Test
    void aChangeWaitsForItAndPasses() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            try (var other = store.open(); var statement = other.createStatement()) {
                statement.execute("begin immediate");
                String created = client.post(create("Patient"));
                Thread.sleep(SHORT_MILLISECONDS);
                assertTrue(client.events().stream().noneMatch(event -> created.equals(event.re())), "it did not wait");

                statement.execute("rollback");

                assertEquals("session.created", client.await("the reply", event -> created.equals(event.re())).type());
                Proofs.report("a change waited %d ms for another program's lock and passed", SHORT_MILLISECONDS);
            }
        }
    }

    /// Held for longer than a change waits.
    @Test
    void nothingIsChangedWhenItTakesTooLong() throws Exception {
        try (var stub = new StubProvider().answers(Answer.text("Well, ", "it ", "is so."));
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var client = TestClient.at(server.port());
                var asker = TestClient.at(server.port())) {
            String session = asker.send(create("Before")).text("session", "id");
            try (var other = store.open(); var statement = other.createStatement()) {
                statement.execute("begin immediate");
                long end = System.nanoTime() + LONG_MILLISECONDS * 1_000_000L;
                do {
                    String asked = asker.post(Map.of("type", "message.send", "session", session, "text", "Is it?"));
                    if (LONG_MILLISECONDS > 0) {
                        refused(client.send(create("Meanwhile")));
                        refused(client.send(Map.of("type", "session.rename", "session", session, "title", "Meanwhile")));
                        refused(client.send(Map.of("type", "session.delete", "session", session)));
                    }
                    refused(asker.await("the reply", event -> asked.equals(event.re())));
                    assertEquals(List.of("Before"), titles(client));
                } while (System.nanoTime() < end);
                statement.execute("rollback");
            }
            checkUnchanged(client, session);

            asker.send(Map.of("type", "message.send", "session", session, "text", "Is it now?"));
            assertEquals("complete", asker.await("turn.finished").text("status"));
            Proofs.report("%d changes refused in %d ms of another program's lock, nothing stored", refused, LONG_MILLISECONDS);
        }
    }

    private static Map<String, String> create(String title) {
        return Map.of("type", "session.create", "connection", "sample", "title", title);
    }

    private void refused(Received reply) {
        refused++;
        assertEquals("unavailable", reply.text("code"), reply::toString);
        assertEquals("Another program holds TableChat's store. Nothing was changed; try again when that one is done.",
                reply.text("message"));
    }

    private static List<String> titles(TestClient client) throws InterruptedException {
        Received listed = client.send(Map.of("type", "session.list", "connection", "sample"));
        return listed.objects("sessions").stream().map(one -> one.text("title")).toList();
    }

    private static void checkUnchanged(TestClient client, String session) throws InterruptedException {
        assertEquals(List.of("Before"), titles(client));
        Received switched = client.send(Map.of("type", "session.switch", "session", session));
        assertEquals(List.of(), switched.at("messages"));
        assertEquals(false, switched.at("running"));
    }
}
