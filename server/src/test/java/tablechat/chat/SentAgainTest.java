package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Ids;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// What is sent again because nobody knows how much of it was done.
final class SentAgainTest {
    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private TestServer server;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.over(folder, model);
        client = server.client("connection=sample");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /// As a kill between the two leaves it: the message's session is stored, and the message is not.
    @Test
    void aMessageWithoutASessionFindsTheOneThatWasMadeForIt() throws Exception {
        String message = UUID.randomUUID().toString();
        try (var other = server.client()) {
            other.send(Map.of("type", "session.create", "connection", "sample", "session", Ids.of(message)));
        }
        model.answers("It is.");

        Received accepted = client.send(Map.of("type", "message.send", "message", message, "text", "Is it?"));
        client.await("turn.finished");

        assertEquals(Ids.of(message), accepted.text("session"));
        assertEquals(1, client.send(Map.of("type", "session.list")).number("total"));
    }

    @Test
    void aQueryOfASessionRunsOnce() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        var run = new HashMap<String, Object>(Map.of("type", "query.run", "session", session,
                "message", UUID.randomUUID().toString(), "sql", "select count(*) from customers"));

        Received first = client.send(run);
        Received again = client.send(run);

        assertEquals(first.at("result"), again.at("result"));
        List<Received> messages = client.send(Map.of("type", "session.switch", "session", session)).objects("messages");
        assertEquals(List.of(run.get("message")), messages.stream().map(one -> one.text("id")).toList());
        run.put("sql", "select 1");
        assertEquals("conflict", client.send(run).text("code"));
    }

    @Test
    void noAnswerIsTakenForAQuery() throws Exception {
        String sql = "select count(*) from customers";
        model.calls("run_query", Map.of("sql", sql)).answers("Many.");
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        client.send(Map.of("type", "message.send", "session", session, "text", "How many?"));
        Received started = client.await("turn.started");
        var run = Map.<String, Object>of(
                "type", "query.run", "session", session, "message", started.text("answer", "id"), "sql", sql);

        assertEquals("conflict", client.send(run).text("code"));
        client.await("turn.finished");
        assertEquals("conflict", client.send(run).text("code"));
    }

    @Test
    void aQueryOfNoSessionIsNoMessage() throws Exception {
        Received refused = client.send(Map.of("type", "query.run", "message", UUID.randomUUID().toString(), "sql", "select 1"));

        assertEquals("bad_request", refused.text("code"));
        assertEquals("message", refused.text("field"));
    }
}
