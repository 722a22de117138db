package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.model.Model;
import tablechat.model.Models;
import tablechat.testing.Answer;
import tablechat.testing.SqliteFile;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// A provider is asked while its question is being stored. Where that fails nothing comes of what it answers.
@Timeout(60)
final class UnstoredQuestionTest {
    /// A server of the user's own is knocked at when it is found.
    private static final Duration KNOCK_MAX = Duration.ofMillis(500);
    private static final int LOOK_AGAIN_MILLISECONDS = 5;

    @TempDir
    Path folder;

    @Test
    void theRequestIsGivenUp() throws Exception {
        ask(Answer.of(new Step.Stall()), true);
    }

    @Test
    void aRefusalIsNotHeard() throws Exception {
        ask(Answer.status(401, "no", Map.of()), false);
    }

    private void ask(Answer answer, boolean isLeft) throws Exception {
        try (var stub = new StubProvider()) {
            Model model = Models.find(Map.of("OPENAI_BASE_URL", stub.url(), "TABLECHAT_MODEL", "openai/some-model")::get).named(null);
            while (stub.isLeftWithin(KNOCK_MAX)) continue;
            stub.answers(answer);
            try (var server = TestServer.over(folder, model); TestClient client = server.client()) {
                String session = client.send(Map.of("type", "session.create", "connection", "sample", "title", "Counts"))
                        .text("session", "id");
                refuseWhenAsked(stub, client, Map.of("type", "message.send", "session", session, "text", "How many?"));

                if (isLeft) assertTrue(stub.isLeftWithin(Duration.ofSeconds(10)));
                assertEquals(1, stub.seen().size());
                assertEquals(List.of(), client.events("token"));
                assertEquals(List.of(), client.events("turn.started"));
                assertNull(model.info().error());
            }
        }
    }

    /// Another process holds the file until the provider has the request; then the commit fails.
    private void refuseWhenAsked(StubProvider stub, TestClient client, Map<String, Object> question) throws Exception {
        var store = new SqliteFile(folder.resolve("tablechat.db")).run(
                "create table bound (message references bounds (id) deferrable initially deferred)",
                "create table bounds (id primary key)",
                "create trigger commits_fail after insert on message begin insert into bound values (new.id); end");
        try (Connection other = store.open(); var statement = other.createStatement()) {
            statement.execute("begin immediate");
            client.post(question);
            while (stub.seen().isEmpty()) Thread.sleep(LOOK_AGAIN_MILLISECONDS);
            statement.execute("rollback");
        }
        assertEquals("unavailable", client.await("error").text("code"));
    }
}
