package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.Canary;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// A password that was given is nowhere to be read: not in what clients are sent, not for the model, not in any log.
@ExtendWith(OnPostgres.class)
@InTurn
final class PasswordTest {
    private static final String WRONG = "c4n@ry/p?ss word";
    private static final String VARIABLE = "PATH";

    @TempDir
    Path folder;

    @Test
    void aPasswordIsNowhereToBeRead(PostgresServer postgres) throws Exception {
        var log = new Log();
        var model = new ScriptedModel();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(log);
        root.setLevel(Level.ALL);
        try (TestServer server = TestServer.over(folder, model);
                TestClient other = server.client();
                TestClient client = server.client()) {
            String right = PostgresServer.PASSWORD;
            String plain = postgres.url(PostgresServer.READER);
            add(client, "field", plain, right);
            add(client, "url", postgres.url(PostgresServer.READER + ":" + encoded(right)), null);
            add(client, "wrong", plain, WRONG);
            add(client, "wrong in the url", postgres.url(PostgresServer.READER + ":" + encoded(WRONG)), null);
            add(client, "variable", plain, "${env:" + VARIABLE + "}");
            for (String name : List.of("field", "url")) {
                assertEquals("query.finished", query(client, name).type(), name);
                model.calls("run_query", Map.of("sql", "select 1 from nowhere")).calls("list_tables", Map.of()).answers("Done.");
                client.send(Map.of("type", "session.create", "connection", name, "title", "Mine"));
                client.send(Map.of("type", "message.send", "text", "Who?"));
                client.await("turn.finished");
            }
            for (String name : List.of("variable", "wrong in the url", "wrong")) {
                assertEquals("database_error", query(client, name).text("code"), name);
            }
            model.answers("It is away.");
            client.send(Map.of("type", "session.create", "connection", "wrong", "title", "Mine"));
            client.send(Map.of("type", "message.send", "text", "Who?"));
            client.await("turn.finished");
            for (String password : List.of(right, WRONG)) {
                client.send(Map.of("type", "connection.test", "url", plain, "password", password));
                client.send(Map.of("type", "connection.update", "connection", "wrong", "url", "oracle:" + password));
                client.send(Map.of("type", "connection.update", "connection", "wrong", "password", password));
                client.send(Map.of("type", "connection.add", "name", "wrong", "url", plain, "password", password));
            }
            client.send(Map.of("type", "connection.test", "connection", "field", "url", plain));
            client.send(Map.of("type", "connection.list"));
            client.send(Map.of("type", "connection.remove", "connection", "url"));

            assertEquals(List.of(), server.store().connections().all().stream()
                    .filter(row -> row.toString().contains("p@ss")).toList());
            for (String secret : List.of(right, WRONG, System.getenv(VARIABLE))) {
                var canary = new Canary(secret);
                canary.assertAbsent(client.events().stream().map(event -> Json.write(event.json())).toList(), "to the client");
                canary.assertAbsent(other.events().stream().map(event -> Json.write(event.json())).toList(), "to others");
                canary.assertAbsent(model.prompts().stream().map(Object::toString).toList(), "for the model");
                canary.assertAbsent(log.lines, "in the log");
            }
            assertTrue(log.lines.size() > 10, "the log was heard");
        } finally {
            root.removeHandler(log);
            root.setLevel(before);
        }
    }

    private static void add(TestClient client, String name, String url, String password) throws InterruptedException {
        Received added = client.send(password == null
                ? Map.of("type", "connection.add", "name", name, "url", url)
                : Map.of("type", "connection.add", "name", name, "url", url, "password", password));
        assertEquals("connection.added", added.type(), added::toString);
    }

    private static Received query(TestClient client, String connection) throws InterruptedException {
        return client.send(Map.of("type", "query.run", "connection", connection, "sql", "select 1"));
    }

    private static String encoded(String text) {
        return new Canary(text).percentEncoded();
    }

    private static final class Log extends Handler {
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord said) {
            lines.add(said.getMessage() + " " + Arrays.toString(said.getParameters()) + " " + said.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
