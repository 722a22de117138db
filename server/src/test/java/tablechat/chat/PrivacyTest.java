package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.json.Json;
import tablechat.model.Models;
import tablechat.model.offline.OfflineModel;
import tablechat.testing.Answer;
import tablechat.testing.Hold;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// Whatever a model asks for, no cell reaches it that the connection's privacy keeps back.
final class PrivacyTest {
    private static final String CANARY = "canary";
    private static final String NUMBER = "4242424242";

    /// Each would give a cell away if only the rows of a plain query were kept back.
    private static final List<String> ATTEMPTS = List.of(
            "select * from people",
            "select name from people limit 1",
            "select max(salary), min(name) from people",
            "select sum(salary) from people where salary > 100",
            "select salary from people, range(9)",
            "select count(*), max(name) from people group by name",
            "select count(*) + (select max(salary) from people) from people",
            "select count(*) union all select salary from people",
            "select cast(name as integer) from people",
            "select cast(name as date) from people",
            "select error(name) from people",
            "select * from (pivot people on name using count(*))",
            "select {'a': name} from people",
            "summarize people",
            "explain select 1");

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private TestServer server;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("people.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute("create table people (name varchar, salary bigint)");
            statement.execute("insert into people values ('%s', %s), ('b', 2), ('c', 3), ('d', 4), ('e', 5), ('f', null)"
                    .formatted(CANARY, NUMBER));
        }
        server = TestServer.over(folder, model, new OfflineModel());
        client = server.client();
        client.send(Map.of("type", "connection.add", "name", "people", "url", "duckdb:" + folder.resolve("people.duckdb")));
        client.send(Map.of("type", "connection.use", "connection", "people"));
        // With a title of the user's own no model is asked for one.
        client.send(Map.of("type", "session.create", "title", "Mine"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void withoutPrivacyTheModelSeesRowsAndTheirNumberIsTold() throws Exception {
        Received call = call("run_query", Map.of("sql", "select name from people"));
        Received described = call("describe_tables", Map.of("names", List.of("people")));
        Received listed = call("list_tables", Map.of());

        assertTrue(prompts().contains(CANARY));
        assertEquals(6, call.number("call", "modelRows"));
        assertEquals(3, described.number("call", "modelRows"));
        assertNull(listed.at("call", "modelRows"));
        String session = client.send(Map.of("type", "session.list")).objects("sessions").getFirst().text("id");
        Received stored = client.send(Map.of("type", "session.switch", "session", session));
        assertEquals(call.at("call"), stored.objects("messages").get(1).objects("parts").getFirst().at("call"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aggregates", "schema"})
    void noCellReachesTheModelAndAllReachTheUser(String privacy) throws Exception {
        setPrivacy(privacy);

        for (String sql : ATTEMPTS) {
            Received call = call("run_query", Map.of("sql", sql));
            assertFalse(prompts().contains(CANARY) || prompts().contains(NUMBER), () -> sql + ": " + call);
            if (call.text("call", "status").equals("complete")) assertEquals(0, call.number("call", "modelRows"), sql);
        }
        model.calls("run_query", Map.of("sql", "select * from (pivot people on name using count(*))"));
        call("chart", Map.of("type", "bar", "x", "nothing", "y", List.of("nothing")));
        client.await("tool.finished");
        Received described = call("describe_tables", Map.of("names", List.of("people")));

        assertFalse(prompts().contains(CANARY) || prompts().contains(NUMBER));
        assertTrue(described.text("call", "output").contains("salary"), described::toString);
        assertEquals(0, described.number("call", "modelRows"));
        Received all = client.events("tool.finished").getFirst();
        assertTrue(all.at("call", "result", "rows").toString().contains(CANARY), all::toString);
        assertTrue(all.text("call", "output").startsWith("6 rows"), all::toString);
        assertTrue(model.prompts().getFirst().instructions().contains("keeps its"), privacy);
    }

    @Test
    void aFailureStillSaysWhatTheModelCanMend() throws Exception {
        setPrivacy("schema");

        Received missing = call("run_query", Map.of("sql", "select nmae from people"));
        Received converted = call("run_query", Map.of("sql", "select cast(name as integer) from people"));

        assertTrue(missing.text("call", "output").contains("nmae"), missing::toString);
        assertTrue(missing.text("call", "output").contains("Did you mean name"), missing::toString);
        assertTrue(converted.text("call", "error").contains(CANARY), converted::toString);
        assertTrue(converted.text("call", "output").contains("…"), converted::toString);
    }

    @Test
    void aggregatesAreCountsAndFiguresOfManyCells() throws Exception {
        setPrivacy("aggregates");

        Received counted = call("run_query", Map.of("sql", "select count(*) as n, count(salary) from people where salary > 2"));
        Received figures = call("run_query", Map.of("sql", "select salary from people"));
        Received few = call("run_query", Map.of("sql", "select salary from people where salary < 5"));

        assertTrue(counted.text("call", "output").endsWith("4\t4"), counted::toString);
        assertEquals(1, counted.number("call", "modelRows"));
        assertTrue(figures.text("call", "output").contains("salary\tBIGINT\t1\t5\t4242424256\t848484851.2"), figures::toString);
        assertTrue(few.text("call", "output").contains("salary\tBIGINT\t0\t3\t\t"), few::toString);
    }

    @Test
    void aCountIsNoExceptionUnderSchema() throws Exception {
        setPrivacy("schema");

        Received counted = call("run_query", Map.of("sql", "select count(*) + 776655 - 776655 + 5 from people"));
        Received plain = call("run_query", Map.of("sql", "select count(*) from people"));

        assertEquals(0, plain.number("call", "modelRows"));
        assertFalse(plain.text("call", "output").matches("(?s).*\\n6.*"), plain::toString);
        assertEquals(0, counted.number("call", "modelRows"));
    }

    @Test
    void whatWasSaidWhenMoreCouldBeSeenIsNotSentAgain() throws Exception {
        model.calls("run_query", Map.of("sql", "select name from people")).answers("The first is " + CANARY + ".");
        ask("Who?", null);
        ask("How many people are there?", "offline/rules");
        client.send(Map.of("type", "query.run", "session", session(), "sql", "select name as mine from people"));
        setPrivacy("schema");
        int before = model.prompts().size();

        model.answers("I can not say.");
        ask("Who was that?", null);
        String prompt = model.prompts().get(before).toString();
        model.answers("Still not.");
        ask("And now?", null);

        assertFalse(prompt.contains(CANARY), prompt);
        assertTrue(prompt.contains("Who?") && prompt.contains("select name as mine from people"), prompt);
        assertTrue(prompt.contains("6 rows, shown to the user and kept from you"), prompt);
        assertTrue(model.prompts().getLast().toString().contains("I can not say."), "what was written under schema stays");
    }

    @Test
    void theOfflineModelReadsOnAndGivesNothingAway() throws Exception {
        setPrivacy("schema");

        ask("List all people", "offline/rules");
        Received finished = client.events("tool.finished").getLast();
        model.answers("ok");
        ask("Who was that?", null);

        assertTrue(finished.text("call", "output").contains(CANARY), finished::toString);
        assertEquals(0, finished.number("call", "modelRows"));
        assertFalse(prompts().contains(CANARY), prompts());
    }

    @Test
    void anAnswerBeingWrittenEndsWhenLessMayBeSeen() throws Exception {
        Hold hold = model.waits("never said");
        client.send(Map.of("type", "message.send", "text", "Who?"));
        hold.awaitReached();

        setPrivacy("aggregates");

        assertEquals("failed", client.await("turn.finished").text("status"));
        Hold looser = model.waits("said");
        client.send(Map.of("type", "message.send", "text", "Who?"));
        looser.awaitReached();
        setPrivacy("rows");
        looser.release();
        assertEquals("complete", client.await("turn.finished").text("status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows", "aggregates", "schema"})
    void whatGoesToAProviderHoldsACellUnderRowsAlone(String privacy) throws Exception {
        try (var stub = new StubProvider();
                var remote = TestServer.over(folder.resolve("remote"), Models.find(Map.of("OPENAI_BASE_URL", stub.url(),
                        "TABLECHAT_MODEL", "openai/some-model")::get).named(null));
                TestClient asker = remote.client()) {
            String sql = Json.write(Map.of("sql", "select * from people"));
            stub.answers(Answer.of(new Step.Call("call_1", "run_query", sql), new Step.End()), Answer.text("There they are."));
            asker.send(Map.of("type", "connection.add", "name", "people", "url", "duckdb:" + folder.resolve("people.duckdb"),
                    "privacy", privacy));
            asker.send(Map.of("type", "session.create", "connection", "people", "title", "Mine"));

            asker.send(Map.of("type", "message.send", "text", "Who?"));
            asker.await("turn.finished");

            assertEquals(2, stub.seen().size());
            assertEquals(privacy.equals("rows"), Json.write(stub.seen().getLast().body()).contains(CANARY));
        }
    }

    private void setPrivacy(String privacy) throws InterruptedException {
        client.send(Map.of("type", "connection.update", "connection", "people", "privacy", privacy));
    }

    /// Has the model call a tool, in a turn of its own.
    private Received call(String tool, Map<String, Object> input) throws InterruptedException {
        model.calls(tool, input).answers("Done.");
        ask("Go on.", null);
        return client.await("tool.finished");
    }

    private void ask(String text, String with) throws InterruptedException {
        var send = with == null ? Map.of("type", "message.send", "text", text)
                : Map.of("type", "message.send", "text", text, "model", with);
        assertEquals("message.accepted", client.send(send).type());
        assertEquals("complete", client.await("turn.finished").text("status"));
    }

    private String session() throws InterruptedException {
        return client.send(Map.of("type", "session.list")).objects("sessions").getFirst().text("id");
    }

    private String prompts() {
        return model.prompts().toString();
    }
}
