package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.model.PromptMessage;
import tablechat.testing.Hold;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

final class QueriesTest {
    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

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
    void theUsersOwnSqlRuns() throws Exception {
        Received finished = run("select id, name from customers order by id limit 60");

        assertEquals("query.finished", finished.type());
        assertEquals(60, finished.number("result", "rowCount"));
        assertEquals(50, ((List<?>) finished.at("result", "rows")).size());
        List<String> columns = finished.objects("result", "columns").stream().map(column -> column.text("name")).toList();
        assertEquals(List.of("id", "name"), columns);
    }

    @Test
    void whatTheGuardRefusesComesBackInWords() throws Exception {
        for (String sql : List.of("delete from customers", "select 1; select 2", "attach 'x' as y")) {
            Received refused = run(sql);
            assertEquals("refused", refused.text("code"), sql);
        }
        Received failed = run("select * from custmers");
        assertEquals("database_error", failed.text("code"));
        assertTrue(failed.text("hint").contains("customers"), failed.toString());
    }

    @Test
    void aDatabaseTooBusyToAskIsUnavailable() throws Exception {
        List<TestClient> others = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                others.add(server.client());
                for (int j = 0; j < 8; j++) others.getLast().post(Map.of("type", "query.run", "sql", ENDLESS));
            }
            for (int j = 0; j < 8; j++) client.post(Map.of("type", "query.run", "sql", ENDLESS, "id", "mine-" + j));

            Received busy = client.await("an error", event -> "error".equals(event.type()));

            assertEquals("unavailable", busy.text("code"));
            assertEquals("Too many queries run on this database now; try again in a moment.", busy.text("message"));
        } finally {
            others.forEach(TestClient::close);
        }
    }

    @Test
    void aRunningQueryIsStoppedByItsId() throws Exception {
        client.post(Map.of("type", "query.run", "sql", ENDLESS, "id", "slow"));

        Received stopping = client.send(Map.of("type", "query.stop", "query", "slow"));
        Received stopped = client.await("the end of slow", event -> "slow".equals(event.re()));

        assertEquals("query.stopping", stopping.type());
        assertEquals("stopped", stopped.text("code"));
        assertEquals("not_found", client.send(Map.of("type", "query.stop", "query", "slow")).text("code"));
    }

    @Test
    void sqlRunInASessionIsStoredThereAndTheModelLearnsOfIt() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");

        client.send(Map.of("type", "query.run", "session", session, "sql", "select 42 as answer"));
        Received added = client.await("message.added");
        model.answers("ok");
        client.send(Map.of("type", "message.send", "text", "What was that?"));
        client.await("turn.finished");

        assertEquals("user", added.text("message", "role"));
        assertEquals("run_query", added.objects("message", "parts").getFirst().text("call", "name"));
        var first = (PromptMessage.User) model.prompts().getFirst().messages().getFirst();
        assertTrue(first.text().contains("select 42 as answer") && first.text().contains("42"), first.text());
        Received switched = client.send(Map.of("type", "session.switch", "session", session));
        assertEquals(added.at("message"), switched.objects("messages").getFirst().json());
    }

    @Test
    void sqlForASessionWaitsForNoTurn() throws Exception {
        Hold hold = model.waits("done");
        String session = client.send(Map.of("type", "message.send", "text", "q")).text("session");

        Received busy = client.send(Map.of("type", "query.run", "session", session, "sql", "select 1"));
        hold.release();

        assertEquals("busy", busy.text("code"));
    }

    @Test
    void resultsArePagedAndSorted() throws Exception {
        String result = run("select 1 as n, 'b' as t union all select 10, null union all select 2, 'a'").text("result", "id");

        Received byNumber = page(result, Map.of("column", 0, "descending", true));
        Received byText = page(result, Map.of("column", 1));

        assertEquals("[[10, null], [2, a], [1, b]]", byNumber.at("rows").toString());
        assertEquals("[[2, a], [1, b], [10, null]]", byText.at("rows").toString());
        assertEquals("bad_request", page(result, Map.of("column", 2)).text("code"));
        assertEquals("not_found", page("nothing", Map.of("column", 0)).text("code"));
    }

    @Test
    void sortingKnowsNumbersThatCameAsTextAndPagesEndSomewhere() throws Exception {
        String result = run("""
                select '9007199254740993' as n, 'x' as n union all select '10', null union all select '9', 'y'
                union all select null, 'é' union all select '-2.50', 'Z' union all select 'ten', '' order by 1
                """).text("result", "id");

        assertEquals("[[-2.50, Z], [9, y], [10, null], [9007199254740993, x], [ten, ], [null, é]]",
                page(result, Map.of("column", 0)).at("rows").toString());
        assertEquals("[[ten, ], [9007199254740993, x], [10, null], [9, y], [-2.50, Z], [null, é]]",
                page(result, Map.of("column", 0, "descending", true)).at("rows").toString());
        assertEquals("[ten, ]", ((List<?>) page(result, Map.of("column", 1)).at("rows")).getFirst().toString());
        Received past = client.send(Map.of("type", "result.page", "result", result, "offset", 6, "limit", 10));
        Received last = client.send(Map.of("type", "result.page", "result", result, "offset", 5, "limit", 10));
        assertEquals(List.of(), past.at("rows"));
        assertEquals(1, ((List<?>) last.at("rows")).size());
        assertEquals("bad_request", client.send(Map.of("type", "result.page", "result", result, "offset", -1)).text("code"));
        assertEquals("bad_request", page(result, Map.of("column", -1)).text("code"));
    }

    @Test
    void theSchemaIsListedAndDescribed() throws Exception {
        Received first = client.send(Map.of("type", "schema.list", "limit", 2));
        Received rest = client.send(Map.of("type", "schema.list", "after", first.text("next")));
        Received like = client.send(Map.of("type", "schema.list", "like", "custom"));
        Received search = client.send(Map.of("type", "schema.list", "search", "price of products", "limit", 1));
        Received both = client.send(Map.of("type", "schema.list", "search", "price", "like", "price"));
        Received described = client.send(Map.of("type", "schema.describe", "tables", List.of("orders")));
        Received unknown = client.send(Map.of("type", "schema.describe", "tables", List.of("ordres")));

        assertEquals(first.number("total"), first.objects("tables").size() + rest.objects("tables").size());
        assertEquals("customers", like.objects("tables").getFirst().text("name"));
        assertEquals("products", search.objects("tables").getFirst().text("name"));
        assertEquals("bad_request", both.text("code"));
        List<Received> columns = described.objects("tables").getFirst().objects("columns");
        assertTrue(columns.stream().map(column -> column.text("references", "table")).anyMatch("customers"::equals));
        assertEquals("not_found", unknown.text("code"));
        assertTrue(unknown.text("hint").contains("orders"));
    }

    private Received run(String sql) throws InterruptedException {
        return client.send(Map.of("type", "query.run", "sql", sql));
    }

    private Received page(String result, Map<String, Object> sort) throws InterruptedException {
        return client.send(Map.of("type", "result.page", "result", result, "offset", 0, "sort", sort));
    }
}
