package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

class StopIT {
    private static final int TERMINATED = 128 + 15;
    private static final int GOING_AWAY = 1001;
    private static final int SILENT_SECONDS = 20;

    @TempDir
    Path folder;

    @Test
    void askedToEndItStoresTheRunningAnswerAsStopped() throws Exception {
        String session;
        String seen;
        try (var stub = new StubProvider().answers(endless());
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var client = TestClient.at(server.port())) {
            session = client.send(Map.of("type", "session.create", "title", "Long")).text("session", "id");
            client.send(Map.of("type", "message.send", "text", "Tell me all."));
            client.await("token");
            client.await("token");

            server.term();

            Received finished = client.await("turn.finished");
            assertEquals("stopped", finished.text("status"));
            seen = finished.said("message");
            assertTrue(seen.startsWith("word word "), seen);
            assertEquals(GOING_AWAY, client.closed());
            assertEquals(TERMINATED, server.status());
            assertTrue(server.err().lines().allMatch(line -> line.contains(" INFO ")), server.err());
        }

        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            Received stored = client.send(Map.of("type", "session.switch", "session", session));

            Received answer = stored.objects("messages").getLast();
            assertEquals("stopped", answer.text("status"));
            assertEquals(seen, answer.said());
        }
    }

    /// A model that has not said anything yet does not hold up the end either.
    @Test
    void askedToEndItDoesNotWaitForASilentModel() throws Exception {
        try (var stub = new StubProvider().answers(endless().afterSilence(Duration.ofSeconds(10 * SILENT_SECONDS)));
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var client = TestClient.at(server.port())) {
            client.send(Map.of("type", "session.create", "title", "Silent"));
            client.send(Map.of("type", "message.send", "text", "Tell me all."));
            client.await("turn.started");
            long askedNanos = System.nanoTime();

            server.term();

            assertEquals("stopped", client.await("turn.finished").text("status"));
            assertEquals(TERMINATED, server.status());
            assertTrue(System.nanoTime() - askedNanos < Duration.ofSeconds(SILENT_SECONDS).toNanos(), "it waited for the model");
        }
    }

    /// Much is still being looked at then.
    @Test
    void askedToEndRightAfterTheStartItGoesQuietly() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.term();

            assertEquals(TERMINATED, server.status());
            assertEquals("", server.err());
        }
    }

    private static Answer endless() {
        return Answer.text(Collections.nCopies(10_000, "word ").toArray(String[]::new)).every(Duration.ofMillis(10));
    }
}
