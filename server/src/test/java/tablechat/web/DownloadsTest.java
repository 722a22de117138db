package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// Results as files, over a real server and a real database.
@Timeout(120)
final class DownloadsTest {
    private static final String ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n";
    private static final String COUNTED = "with recursive n(i) as (select 1 union all select i + 1 from n limit %d) select %s from n";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestServer server;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.over(folder, new ScriptedModel());
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        http.close();
        server.close();
    }

    @Test
    void csvQuotesWhatNeedsItAndLetsNothingBeAFormula() throws Exception {
        String result = run("""
                select '=1+1' as "=cmd", 'a,b' as n, 'say "hi"' as n, null as missing, '' as empty, -5 as five, '-5.25' as text,
                    '+47 1' as phone, '@x' as at, '-x' as minus, 1.5e10 as large, x'00ff' as bytes, 'zwei
                Zeilen' as lines, '中文' as zh
                """);

        HttpResponse<String> csv = get("/results/" + result + ".csv");

        assertEquals("\"'=cmd\",n,n,missing,empty,five,text,phone,at,minus,large,bytes,lines,zh\r\n"
                + "\"'=1+1\",\"a,b\",\"say \"\"hi\"\"\",,\"\",-5,-5.25,\"'+47 1\",\"'@x\",\"'-x\",15000000000,AP8=,\"zwei\nZeilen\",中文\r\n",
                csv.body());
        assertEquals("text/csv; charset=utf-8; header=present", csv.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", csv.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals("\ufeff" + csv.body(), get("/results/" + result + ".csv?for=excel").body());
    }

    @Test
    void jsonKeepsValuesExactAndColumnsOfOneName() throws Exception {
        String result = run("select 9007199254740993 as n, 1 as n, 0.5 as half, null as missing, x'00ff' as bytes");

        Map<String, Object> json = Json.readObject(get("/results/" + result + ".json").body());

        List<?> names = Json.list(json.get("columns")).stream().map(column -> Json.object(column).get("name")).toList();
        assertEquals(List.of("n", "n", "half", "missing", "bytes"), names);
        List<Object> row = Json.list(Json.list(json.get("rows")).getFirst());
        assertEquals(Json.readList("[\"9007199254740993\", 1, 0.5, null, {\"$bytes\": \"AP8=\", \"length\": 2}]"), row);
        assertEquals(1L, json.get("rowCount"));
    }

    @Test
    void allRowsComeAndWholeNotOnlyThoseThatAreStored() throws Exception {
        String result = run(COUNTED.formatted(30_000, "i, printf('%.*c', 70000 * (i = 30000), 'x') as text"));

        String csv = get("/results/" + result + ".csv").body();
        Map<String, Object> json = Json.readObject(get("/results/" + result + ".json").body());

        assertEquals(30_001, csv.lines().count());
        assertTrue(csv.endsWith("\r\n30000," + "x".repeat(70_000) + "\r\n"));
        assertEquals(30_000, Json.list(json.get("rows")).size());
        assertEquals(30_000L, json.get("rowCount"));
    }

    @Test
    void aFailureInTheMiddleEndsTheConnectionInsteadOfTheFile() throws Exception {
        String result = run(COUNTED.formatted(60_000, "case i when 50000 then abs(-9223372036854775807 - 1) else i end as n"));

        for (String form : List.of("csv", "json")) {
            try (var raw = new RawClient(server.port())) {
                String head = raw.exchange(RawClient.request("GET", "/results/" + result + "." + form, server.port()));
                String rest = raw.rest();

                assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("chunked"), head);
                assertTrue(rest.contains("30000"), form);
                assertFalse(rest.endsWith("\r\n0\r\n\r\n"), form);
            }
        }
    }

    @Test
    void aFailureBeforeTheFirstByteHasAStatusAndASentence() throws Exception {
        String result = run("select name from customers");
        Path sample = folder.resolve("sample.db");
        new SqliteFile(sample).run("alter table customers rename to buyers");
        HttpResponse<String> renamed = get("/results/" + result + ".csv");
        Files.move(sample, folder.resolve("elsewhere.db"));
        HttpResponse<String> gone = get("/results/" + result + ".json");

        assertEquals(502, renamed.statusCode());
        assertTrue(renamed.body().contains("customers"), renamed.body());
        assertEquals(503, gone.statusCode());
        assertTrue(gone.body().startsWith("There is no file"), gone.body());
        assertEquals(404, get("/results/019ab0e3-5c81-7a10-b7d2-4e5f60718306.csv").statusCode());
        assertEquals(404, get("/results/" + result + ".xlsx").statusCode());
    }

    @Test
    void theFirstRowMayTakeAsLongAsTheConnectionSays() throws Exception {
        String result = run("with recursive n(i) as (select 1 union all select i + 1 from n where i < (select max(id) from customers)) "
                + "select count(*) from n");
        client.send(Map.of("type", "connection.update", "connection", "sample", "timeoutSeconds", 1));
        new SqliteFile(folder.resolve("sample.db"))
                .run("update customers set id = 9000000000000000 where id = (select max(id) from customers)");

        HttpResponse<String> slow = get("/results/" + result + ".csv");

        assertEquals(502, slow.statusCode());
        assertEquals("It was stopped after 1 s without a row, as long as this connection's queries may take.\n", slow.body());
    }

    @Test
    void aResultOfADeletedSessionIsGone() throws Exception {
        String session = client.send(Map.of("type", "session.create")).text("session", "id");
        String result = run("select 1 as one", session);
        int before = get("/results/" + result + ".csv").statusCode();
        client.send(Map.of("type", "session.delete", "session", session));

        assertEquals(200, before);
        assertEquals(404, get("/results/" + result + ".csv").statusCode());
    }

    @Test
    void whoLeavesStopsTheQueryAndMakesRoom() throws Exception {
        String result = run(ENDLESS);
        for (int round = 0; round < 2; round++) {
            var readers = new ArrayList<RawClient>();
            for (int i = 0; i < 2; i++) readers.add(opened(result));
            HttpResponse<String> third = get("/results/" + result + ".csv");
            for (RawClient reader : readers) reader.reset();

            assertEquals(503, third.statusCode());
            assertEquals("2 exports of this database run already. Wait for one to end.\n", third.body());
        }
        // Endless queries that had not ended would hold lanes: two are free anyway, three are not.
        var all = new ArrayList<String>();
        for (int i = 0; i < 3; i++) all.add(client.post(Map.of("type", "query.run", "sql", "select count(*) from customers")));
        for (String id : all) assertEquals("query.finished", client.await("reply", event -> id.equals(event.re())).type());
    }

    @Test
    void theFileIsCalledAsTheSessionOrTheTable() throws Exception {
        String loose = run("select * from \"order_items\" limit 1");
        String title = "../Umsätze \"2024\"\u202e / Übersicht";
        String session = client.send(Map.of("type", "session.create", "title", title)).text("session", "id");
        String titled = run("select 1 as one", session);

        assertEquals("attachment; filename=\"order_items - result.csv\"; filename*=UTF-8''order_items%20-%20result.csv",
                disposition(loose, "csv"));
        assertTrue(disposition(loose, "csv?for=excel").contains("\"order_items - result for Excel.csv\""));
        assertEquals("attachment; filename=\"Ums_tze 2024 _bersicht - result.json\"; "
                + "filename*=UTF-8''Ums%C3%A4tze%202024%20%C3%9Cbersicht%20-%20result.json",
                disposition(titled, "json"));
    }

    @Test
    void headAsksNothingOfTheDatabaseAndSendsNoBody() throws Exception {
        String result = run(ENDLESS);

        try (var raw = new RawClient(server.port())) {
            String head = raw.exchange(RawClient.request("HEAD", "/results/" + result + ".csv", server.port()));
            assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("attachment; filename=\"n - result.csv\""), head);
            assertFalse(head.contains("Content-Length"), head);
            assertTrue(head.contains("Connection: close"), head);
        }
    }

    @Test
    void foreignHostsAndPagesGetNothing() throws Exception {
        String result = run("select name from customers limit 1");
        var foreign = HttpRequest.newBuilder(uri("/results/" + result + ".csv")).header("Origin", "http://evil.example").build();

        assertEquals(403, http.send(foreign, BodyHandlers.ofString()).statusCode());
    }

    /// With the first bytes read, so that its query runs.
    private RawClient opened(String result) throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            var raw = new RawClient(server.port());
            String head = raw.exchange(RawClient.request("GET", "/results/" + result + ".csv", server.port()));
            if (head.startsWith("HTTP/1.1 200")) return raw;
            raw.close();
            assertNotEquals(500, attempt, head);
            Thread.sleep(20);
        }
    }

    private String run(String sql) throws InterruptedException {
        Received finished = client.send(Map.of("type", "query.run", "sql", sql));
        assertEquals("query.finished", finished.type(), finished.toString());
        return finished.text("result", "id");
    }

    private String run(String sql, String session) throws InterruptedException {
        return client.send(Map.of("type", "query.run", "sql", sql, "session", session)).text("result", "id");
    }

    private String disposition(String result, String form) throws Exception {
        return get("/results/" + result + "." + form).headers().firstValue("Content-Disposition").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }
}
