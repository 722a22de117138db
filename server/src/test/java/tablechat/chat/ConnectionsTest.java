package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Gate;
import tablechat.testing.Hold;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

final class ConnectionsTest {
    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private TestServer server;
    private TestClient client;
    private String sample;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.over(folder, model);
        client = server.client();
        sample = "sqlite:" + folder.resolve("sample.db");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aTestTellsWhatItFoundAndKeepsNothing() throws Exception {
        Received found = client.send(Map.of("type", "connection.test", "url", sample));
        Received missing = client.send(Map.of("type", "connection.test", "url", "sqlite:" + folder.resolve("none.db")));
        Received unread = client.send(Map.of("type", "connection.test", "url", "oracle:thin"));

        assertEquals("connection.tested", found.type());
        assertEquals(true, found.at("ok"));
        assertEquals("SQLite", found.text("product"));
        assertTrue(found.text("version").startsWith("3."), found::toString);
        assertEquals(true, found.at("guard", "readOnly"));
        assertEquals(false, missing.at("ok"));
        assertTrue(missing.text("error").contains("none.db"), missing::toString);
        assertNull(missing.at("guard"));
        assertFalse(Files.exists(folder.resolve("none.db")));
        assertEquals("url", unread.text("field"));
        assertEquals(List.of("sample"), names());
    }

    @Test
    void aTestHoldsNothingUp() throws Exception {
        Gate silent = Gate.silent();
        String url = "postgresql://ann:pw@127.0.0.1:%d/shop".formatted(silent.port());
        String test = client.post(Map.of("type", "connection.test", "url", url));

        assertEquals("pong", client.send(Map.of("type", "ping")).type());
        assertTrue(client.events("connection.tested").isEmpty());
        silent.close();
        Received tested = client.await("the test's end", event -> test.equals(event.re()));
        assertEquals(false, tested.at("ok"));
        assertTrue(tested.text("error").contains("127.0.0.1:" + silent.port()), tested::toString);
    }

    @Test
    void anAddedConnectionIsThereForAllAndIsLookedAt() throws Exception {
        try (TestClient other = server.client()) {
            other.await("welcome");

            Received added = add("second", sample);

            assertEquals("second", added.text("connection", "name"));
            assertEquals("rows", added.text("connection", "privacy"));
            assertEquals(30, added.number("connection", "timeoutSeconds"));
            assertEquals("unknown", added.text("connection", "status"));
            Received told = other.await("connection.added");
            assertEquals(added.at("connection"), told.at("connection"));
            assertNull(told.re());
            assertEquals("ok", updated(other, "second").text("connection", "status"));
            assertEquals(1, client.events("connection.added").size());
            assertEquals(List.of("sample", "second"), names());
            assertEquals("second", client.send(Map.of("type", "connection.use", "connection", "second")).text("connection", "name"));
        }
    }

    @Test
    void anAddSentAgainIsAnsweredAsTheFirst() throws Exception {
        String id = UUID.randomUUID().toString();
        var add = Map.of("type", "connection.add", "connection", id, "name", " second ", "url", sample, "password", "pw");
        Received first = client.send(add);
        client.send(Map.of("type", "connection.update", "connection", id, "name", "renamed"));

        Received again = client.send(add);

        assertEquals(id, first.text("connection", "id"));
        assertEquals(id, again.text("connection", "id"));
        assertEquals("renamed", again.text("connection", "name"));
        assertEquals(List.of("renamed", "sample"), names());
        for (String field : List.of("name", "url", "user", "password", "privacy")) {
            var other = new HashMap<String, Object>(add);
            other.put(field, field.equals("privacy") ? "schema" : "sqlite:other");
            assertEquals("conflict", client.send(other).text("code"), field);
        }
        Received configured = client.send(Map.of("type", "connection.list")).objects("connections").getLast();
        var taken = new HashMap<String, Object>(add);
        taken.put("connection", configured.text("id"));
        assertEquals("conflict", client.send(taken).text("code"));
    }

    @Test
    void aNameIsThereOnce() throws Exception {
        add("second", sample);

        Received taken = add("second", sample);
        Received renamed = client.send(Map.of("type", "connection.update", "connection", "sample", "name", "second"));

        assertEquals("conflict", taken.text("code"));
        assertEquals("There is a connection called \"second\" already. Choose another name.", taken.text("message"));
        assertEquals("conflict", renamed.text("code"));
        assertEquals(List.of("sample", "second"), names());
    }

    @Test
    void whatIsLeftOutOfAnUpdateStays() throws Exception {
        add("second", sample);
        try (TestClient other = server.client()) {
            other.await("welcome");

            Received updated = client.send(
                    Map.of("type", "connection.update", "connection", "second", "privacy", "schema", "timeoutSeconds", 600));
            Received renamed = client.send(Map.of("type", "connection.update", "connection", "second", "name", "third"));

            assertEquals("schema", updated.text("connection", "privacy"));
            assertEquals(600, updated.number("connection", "timeoutSeconds"));
            assertEquals("schema", renamed.text("connection", "privacy"));
            assertEquals("third", renamed.text("connection", "name"));
            assertEquals("third", other.await("the new name", event -> event.type().equals("connection.updated")
                    && "third".equals(event.text("connection", "name"))).text("connection", "name"));
        }
    }

    @Test
    void aQueryMayTakeAsLongAsTheConnectionSays() throws Exception {
        client.send(Map.of("type", "connection.update", "connection", "sample", "timeoutSeconds", 1));

        Received stopped = client.send(Map.of("type", "query.run", "sql", ENDLESS));

        assertEquals("database_error", stopped.text("code"));
        assertTrue(stopped.text("message").contains("1 s"), stopped::toString);
    }

    @Test
    void anotherTimeLeavesWhatIsKnownOfADatabase() throws Exception {
        client.send(Map.of("type", "query.run", "sql", "select 1"));

        Received updated = client.send(Map.of("type", "connection.update", "connection", "sample", "timeoutSeconds", 5));

        assertEquals("ok", updated.text("connection", "status"));
    }

    @Test
    void whatRunsOnADatabaseThatIsExchangedEndsInWords() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        Hold thinking = model.waits("never said");
        client.send(Map.of("type", "message.send", "text", "How many?"));
        thinking.awaitReached();
        String query = client.post(Map.of("type", "query.run", "sql", ENDLESS));
        Path copy = Files.copy(folder.resolve("sample.db"), folder.resolve("copy.db"));

        Received updated = client.send(Map.of("type", "connection.update", "connection", "sample", "url", "sqlite:" + copy));

        assertEquals("sqlite:" + copy, updated.text("connection", "url"));
        Received failed = client.await("the query's end", event -> query.equals(event.re()));
        assertEquals("database_error", failed.text("code"));
        assertEquals("The connection was changed or removed meanwhile.", failed.text("message"));
        Received finished = client.await("turn.finished");
        assertEquals("failed", finished.text("status"));
        assertTrue(finished.text("error", "message").contains("The connection was changed"), finished::toString);
        assertEquals(session, client.send(Map.of("type", "session.list")).objects("sessions").getFirst().text("id"));
        assertEquals("query.finished", client.send(Map.of("type", "query.run", "sql", "select 1")).type());
    }

    /// What is sent after `postgresql://ann@localhost:1/shop` with a password: URL, user, password, and which one is then kept.
    private static final String UPDATES = """
            postgresql://ann@localhost:1/other?sslmode=require | null | null | kept
            postgresql://ann@LOCALHOST:1/shop                  | null | null | kept
            postgresql://ann@127.0.0.1:1/shop                  | null | null | null
            postgresql://ann@localhost:2/shop                  | null | null | null
            postgresql://bob@localhost:1/shop                  | null | null | null
            postgresql://localhost:1/shop                      | bob  | null | null
            postgresql://localhost:1/shop                      | ann  | null | kept
            postgresql://ann@localhost:1/shop                  | bob  | null | null
            postgresql://ann@127.0.0.1:1/shop                  | null | new  | new
            postgresql://ann:inurl@127.0.0.1:1/shop            | null | null | inurl
            postgresql://ann@localhost:1/shop                  | null |      | null
            sqlite:/ann@localhost:1/shop                       | null | null | null
            null                                               | bob  | null | null
            null                                               | null | new  | new
            """;

    @Test
    void aPasswordIsSentToNoOtherHostOrUser() throws Exception {
        for (String line : UPDATES.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            String id = client.send(Map.of("type", "connection.add", "name", line.strip(),
                    "url", "postgresql://ann@localhost:1/shop", "password", "kept")).text("connection", "id");
            var update = new HashMap<String, Object>(Map.of("type", "connection.update", "connection", id));
            for (int i = 0; i < 3; i++) {
                if (!cells[i].strip().equals("null")) update.put(List.of("url", "user", "password").get(i), cells[i].strip());
            }

            Received updated = client.send(update);

            assertEquals("connection.updated", updated.type(), updated::toString);
            assertEquals(cells[3].strip(), server.store().connections().secret(id).orElse("null"), line);
            assertFalse(updated.text("connection", "url").contains("inurl"), updated::toString);
        }
    }

    @Test
    void aRemovedConnectionTakesItsSessionsAlongEverywhere() throws Exception {
        add("second", sample);
        client.send(Map.of("type", "connection.use", "connection", "second"));
        client.send(Map.of("type", "session.create"));
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        Hold thinking = model.waits("never said");
        client.send(Map.of("type", "message.send", "text", "How many?"));
        thinking.awaitReached();
        try (TestClient other = server.client("session=" + session)) {
            other.await("session.switched");

            Received removed = client.send(Map.of("type", "connection.remove", "connection", "second"));

            assertEquals(2, removed.number("sessions"));
            assertEquals("stopped", other.await("turn.finished").text("status"));
            Received told = other.await("connection.removed");
            assertEquals(removed.at("connection"), told.at("connection"));
            assertNull(told.re());
            List<String> order = other.events().stream().map(Received::type).toList();
            assertTrue(order.indexOf("turn.finished") < order.indexOf("connection.removed"), order::toString);
            for (TestClient one : List.of(client, other)) {
                assertEquals("connection", one.send(Map.of("type", "session.create")).text("field"));
                assertEquals("session", one.send(Map.of("type", "turn.stop")).text("field"));
                assertEquals("not_found", one.send(Map.of("type", "session.switch", "session", session)).text("code"));
                assertEquals("not_found", one.send(Map.of("type", "session.restore", "session", session)).text("code"));
            }
        }
        assertEquals(List.of("sample"), names());
        assertEquals("not_found", client.send(Map.of("type", "connection.remove", "connection", "second")).text("code"));
        assertEquals("connection.added", add("second", sample).type());
    }

    @Test
    void withoutAConnectionTheServerStaysOfUse() throws Exception {
        client.send(Map.of("type", "connection.remove", "connection", "sample"));

        try (TestClient late = server.client()) {
            Received welcome = late.await("welcome");
            assertNull(welcome.at("connection"));
            assertTrue(welcome.objects("connections").isEmpty());
            assertEquals("connection", late.send(Map.of("type", "message.send", "text", "How many?")).text("field"));
        }
        assertEquals("connection.added", add("sample", sample).type());
    }

    private Received add(String name, String url) throws InterruptedException {
        return client.send(Map.of("type", "connection.add", "name", name, "url", url));
    }

    private List<String> names() throws InterruptedException {
        return client.send(Map.of("type", "connection.list")).objects("connections").stream().map(one -> one.text("name")).toList();
    }

    private static Received updated(TestClient client, String name) throws InterruptedException {
        return client.await("an update of " + name, event -> event.type().equals("connection.updated")
                && name.equals(event.text("connection", "name")));
    }
}
