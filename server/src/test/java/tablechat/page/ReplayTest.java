package tablechat.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.Hold;
import tablechat.testing.Line;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// The page builds from the events what the server stored.
final class ReplayTest {
    private static final String MODULE = Path.of("server", "src", "test", "js", "replay.mjs").toString();
    private static final Map<String, Object> COUNT = Map.of("sql", "select count(*) as n from customers");
    private static final Map<String, Object> BROKEN = Map.of("sql", "select nothing from nowhere");
    private static final Set<String> PLAYED = Set.of("session.switched", "session.updated", "turn.started", "thinking", "token",
            "tool.started", "tool.finished", "message.added", "turn.finished");

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void theEventsOfAConversationBuildTheStoredSession() throws Exception {
        Path recorded = folder.resolve("recorded.json");
        try (var server = TestServer.over(folder, model); var client = server.client()) {
            String session = client.send(Map.of("type", "session.create")).text("session", "id");
            client.send(Map.of("type", "session.switch", "session", session));

            answerWithTools(client);
            runOwnSql(client, session);
            stop(client);
            fail(client);

            Files.writeString(recorded, Json.write(Map.of("events", events(client), "stored", stored(server, session))));
        }

        Node.run(folder, MODULE, recorded.toString());
    }

    private void answerWithTools(TestClient client) throws InterruptedException {
        model.replies(Line.thinking("Let me "), Line.thinking("see\uD83D\uDE00. "), Line.text("I will "), Line.text("look.\n"),
                        Line.call("a", "run_query", COUNT), Line.call("b", "run_query", BROKEN), Line.call("c", "list_tables", Map.of()))
                .replies(Line.thinking("So."), Line.text("There \uD83D\uDE00 "), Line.text("are many."));
        ask(client, "How many customers?");
        client.await("turn.finished");
    }

    private static void runOwnSql(TestClient client, String session) throws InterruptedException {
        client.send(Map.of("type", "query.run", "session", session, "sql", "select 42 as answer"));
    }

    private void stop(TestClient client) throws InterruptedException {
        Hold hold = new Hold();
        model.replies(Line.thinking("Slowly. "), Line.text("One, "), Line.text("two, "), Line.hold(hold), Line.text("three."));
        ask(client, "Count.");
        hold.awaitReached();
        client.send(Map.of("type", "turn.stop"));
        client.await("turn.finished");
    }

    private void fail(TestClient client) throws InterruptedException {
        model.replies(Line.text("Well, "), Line.failure("The model is tired."));
        ask(client, "And now?");
        client.await("turn.finished");
        client.await("the session at rest", event -> event.type().equals("session.updated")
                && event.number("session", "messages") == 7 && event.at("session", "running").equals(false));
    }

    private static void ask(TestClient client, String text) throws InterruptedException {
        client.send(Map.of("type", "message.send", "text", text));
    }

    /// All of them up to now; the test is of no use when a kind is missing.
    private static List<Map<String, Object>> events(TestClient client) throws InterruptedException {
        client.send(Map.of("type", "ping"));
        List<Received> events = client.events();
        Set<String> types = events.stream().map(Received::type).collect(Collectors.toSet());
        assertTrue(types.containsAll(PLAYED), types::toString);
        return events.stream().map(Received::json).toList();
    }

    private static Map<String, Object> stored(TestServer server, String session) throws InterruptedException {
        try (TestClient late = server.client("session=" + session)) {
            return late.await("session.switched").json();
        }
    }
}
