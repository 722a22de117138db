package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.Step;
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

    /// In three phases: a model that streams, one that is silent, and a query that does not end. Two more clients only listen.
    @Test
    void askedToEndItStoresAllRunningAnswersAndSendsEverybodyOff() throws Exception {
        try (var stub = new StubProvider().answers(endless(), endless().afterSilence(Duration.ofSeconds(10 * SILENT_SECONDS)), querying());
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var one = TestClient.at(server.port(), "connection=sample");
                var two = TestClient.at(server.port(), "connection=sample");
                var three = TestClient.at(server.port(), "connection=sample");
                var idle = TestClient.at(server.port());
                var idler = TestClient.at(server.port())) {
            for (TestClient client : List.of(one, two, three)) {
                client.send(Map.of("type", "session.create", "title", "Running"));
                client.send(Map.of("type", "message.send", "text", "Tell me all."));
                if (client == one) client.await("token");
                if (client == two) awaitRequests(stub, 2);
                if (client == three) client.await("tool.started");
            }
            long askedNanos = System.nanoTime();

            server.term();

            for (TestClient client : List.of(one, two, three)) assertEquals("stopped", client.await("turn.finished").text("status"));
            for (TestClient client : List.of(one, two, three, idle, idler)) assertEquals(GOING_AWAY, client.closed());
            assertEquals(TERMINATED, server.status());
            long millis = Duration.ofNanos(System.nanoTime() - askedNanos).toMillis();
            Proofs.report("three running answers were stored and everybody sent off in %d ms", millis);
            assertTrue(millis < SILENT_SECONDS * 1_000, "it took %d ms".formatted(millis));
        }
        try (var copy = StoreCopy.of(folder.resolve("data"))) {
            assertEquals(List.of("stopped", "stopped", "stopped"),
                    copy.checkSound().file().column("select status from message where role = 'assistant'"));
        }
    }

    private static void awaitRequests(StubProvider stub, int count) throws InterruptedException {
        while (stub.seen().size() < count) Thread.sleep(5);
    }

    private static Answer querying() {
        String sql = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n";
        return Answer.of(new Step.Call("call-1", "run_query", "{\"sql\":\"" + sql + "\"}"), new Step.End());
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
