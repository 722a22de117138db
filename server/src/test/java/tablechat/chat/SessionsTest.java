package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

final class SessionsTest {
    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private TestServer server;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.over(folder, model);
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aNewClientIsWelcomedWithWhatItNeeds() throws Exception {
        Received welcome = client.await("welcome");

        assertEquals(1, welcome.number("protocol"));
        assertEquals("scripted", welcome.text("model", "provider"));
        assertEquals("sample", welcome.objects("connections").getFirst().text("name"));
        assertEquals(welcome.objects("connections").getFirst().text("id"), welcome.text("connection"));
        assertEquals(4 * 1024 * 1024, welcome.number("limits", "eventBytes"));
    }

    @Test
    void whatOneTabDoesTheOtherSees() throws Exception {
        try (TestClient other = server.client()) {
            other.await("welcome");

            Received created = client.send(Map.of("type", "session.create"));
            String session = created.text("session", "id");
            client.send(Map.of("type", "session.rename", "title", "  Mine  "));
            client.send(Map.of("type", "session.pin", "pinned", true));
            client.send(Map.of("type", "session.delete"));
            client.send(Map.of("type", "session.restore", "session", session));

            assertEquals("New session", other.await("session.created").text("session", "title"));
            Received renamed = other.await("session.updated");
            assertEquals("Mine", renamed.text("session", "title"));
            assertEquals("user", renamed.text("session", "titleSource"));
            assertEquals(true, other.await("session.updated").at("session", "pinned"));
            assertEquals(session, other.await("session.deleted").text("session"));
            assertEquals(session, other.await("session.restored").text("session", "id"));
            assertNull(renamed.re());
        }
    }

    @Test
    void theAskerIsToldOnce() throws Exception {
        client.send(Map.of("type", "session.create"));
        client.send(Map.of("type", "ping"));

        assertEquals(1, client.events("session.created").size());
    }

    @Test
    void aSessionIsCreatedOnceForOneId() throws Exception {
        String id = UUID.randomUUID().toString();

        Received first = client.send(Map.of("type", "session.create", "session", id, "title", "One"));
        Received again = client.send(Map.of("type", "session.create", "session", id, "title", "One"));

        assertEquals(first.at("session"), again.at("session"));
        assertEquals(1, client.send(Map.of("type", "session.list")).number("total"));
    }

    @Test
    void creatingAgainNeedsNoConnectionToBeKnown() throws Exception {
        server.chat().connections().configure("second", "sqlite:" + folder.resolve("sample.db"));
        String id = UUID.randomUUID().toString();
        client.send(Map.of("type", "session.create", "session", id, "connection", "sample"));
        client.send(Map.of("type", "connection.use", "connection", "second"));

        Received again = client.send(Map.of("type", "session.create", "session", id));

        assertEquals(id, again.text("session", "id"));
    }

    @Test
    void aDeletedSessionShowsNothingAnyMore() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        var query = Map.of("type", "query.run", "sql", "select 1", "session", session);
        String result = client.send(query).text("result", "id");
        String message = client.await("message.added").text("message", "id");

        client.send(Map.of("type", "session.delete"));

        assertEquals("not_found", client.send(Map.of("type", "result.page", "result", result, "offset", 0)).text("code"));
        var list = Map.of("type", "message.list", "session", session, "before", message);
        assertEquals("not_found", client.send(list).text("code"));
    }

    @Test
    void anIdOfAnotherConnectionIsAConflict() throws Exception {
        server.chat().connections().configure("second", "sqlite:" + folder.resolve("sample.db"));
        String id = UUID.randomUUID().toString();
        client.send(Map.of("type", "session.create", "session", id, "connection", "sample"));

        Received refused = client.send(Map.of("type", "session.create", "session", id, "connection", "second"));

        assertEquals("conflict", refused.text("code"));
    }

    @Test
    void listsArePagedAndShelved() throws Exception {
        for (int i = 0; i < 7; i++) client.send(Map.of("type", "session.create", "title", "s" + i));
        client.send(Map.of("type", "session.archive", "archived", true));

        Received first = client.send(Map.of("type", "session.list", "limit", 4));
        Received second = client.send(Map.of("type", "session.list", "limit", 4, "after", first.text("next")));
        Received archived = client.send(Map.of("type", "session.list", "archived", true));

        assertEquals(List.of("s5", "s4", "s3", "s2"), titles(first));
        assertEquals(List.of("s1", "s0"), titles(second));
        assertNull(second.text("next"));
        assertEquals(6, second.number("total"));
        assertEquals(List.of("s6"), titles(archived));
    }

    @Test
    void aDraftIsKeptUntilItIsSent() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        client.send(Map.of("type", "session.draft", "text", "How ma"));
        assertEquals("How ma", switchTo(session).text("draft"));

        model.answers("7");
        client.send(Map.of("type", "message.send", "text", "How many?"));
        client.await("turn.finished");

        assertNull(switchTo(session).text("draft"));
    }

    @Test
    void aDeletedSessionIsNoClientsCurrentOne() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        client.send(Map.of("type", "session.delete"));

        assertEquals("not_found", client.send(Map.of("type", "session.switch", "session", session)).text("code"));
        assertEquals("bad_request", client.send(Map.of("type", "session.rename", "title", "x")).text("code"));
        client.send(Map.of("type", "session.restore", "session", session));
        assertEquals("bad_request", client.send(Map.of("type", "session.rename", "title", "x")).text("code"));
        assertEquals("session.switched", switchTo(session).type());
    }

    @Test
    void deletingAgainMovesNothing() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");

        Received first = client.send(Map.of("type", "session.delete", "session", session));
        Received again = client.send(Map.of("type", "session.delete", "session", session));

        assertEquals(first.text("restorableUntil"), again.text("restorableUntil"));
    }

    @Test
    void queryParametersChooseConnectionAndSession() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");

        try (TestClient script = server.client("connection=sample&session=" + session + "&until=session.switched")) {
            Received switched = script.await("session.switched");
            assertEquals(session, switched.text("session", "id"));
            assertEquals(1000, script.closed());
        }
        try (TestClient typo = server.client("until=turn.finishd")) {
            assertEquals("until", typo.await("error").text("field"));
            assertEquals(1000, typo.closed());
        }
        try (TestClient lost = server.client("session=nowhere")) {
            assertEquals("not_found", lost.await("error").text("code"));
            assertEquals("pong", lost.send(Map.of("type", "ping")).type());
        }
        try (TestClient lost = server.client("connection=nowhere")) {
            assertNull(lost.await("welcome").text("connection"));
            assertEquals("not_found", lost.await("error").text("code"));
            assertEquals("bad_request", lost.send(Map.of("type", "session.create")).text("code"));
        }
    }

    @Test
    void whatCannotBeObeyedIsAnsweredAndTheSocketStays() throws Exception {
        for (String text : List.of("", "x", "[]", "{}", "{\"type\":1}", "{\"type\":\"nope\"}",
                "{\"type\":\"ping\",\"type\":\"ping\"}", "{\"type\":\"session.switch\",\"session\":7}",
                "{\"type\":\"session.list\",\"limit\":0}")) {
            client.postText(text);
            Received error = client.await("error");
            assertNotEquals("internal", error.text("code"), text);
            assertFalse(error.text("message").isBlank());
        }

        assertEquals("pong", client.send(Map.of("type", "ping")).type());
        assertEquals(0, client.send(Map.of("type", "session.list")).number("total"));
    }

    @Test
    void usingAConnectionLeavesNoCurrentSession() throws Exception {
        client.send(Map.of("type", "session.create"));

        Received used = client.send(Map.of("type", "connection.use", "connection", "sample"));

        assertEquals(1, used.objects("sessions").size());
        assertEquals("sample", used.text("connection", "name"));
        assertEquals("bad_request", client.send(Map.of("type", "turn.stop")).text("code"));
    }

    @Test
    void helpListsEveryCommand() throws Exception {
        Received help = client.send(Map.of("type", "help"));

        List<String> commands = help.objects("commands").stream().map(Received::type).toList();
        assertTrue(commands.containsAll(List.of("help", "session.create", "message.send", "result.page")), commands.toString());
    }

    private Received switchTo(String session) throws InterruptedException {
        return client.send(Map.of("type", "session.switch", "session", session));
    }

    private static List<String> titles(Received list) {
        return list.objects("sessions").stream().map(session -> session.text("title")).toList();
    }
}
