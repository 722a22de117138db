package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// Sessions as files, over a real server.
@Timeout(120)
final class SessionFilesTest {
    private static final Map<String, String> TYPES = Map.of("json", "application/json; charset=utf-8",
            "md", "text/markdown; charset=utf-8; variant=GFM", "html", "text/html; charset=utf-8");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestServer server;
    private TestClient client;
    private String session;

    @BeforeEach
    void talk() throws Exception {
        server = TestServer.over(folder, new ScriptedModel());
        client = server.client();
        session = client.send(Map.of("type", "session.create", "title", "../Umsätze \"2024\"")).text("session", "id");
        client.send(Map.of("type", "query.run", "session", session,
                "sql", "with recursive n(i) as (select 1 union all select i + 1 from n limit 200) select i, '<b>' as b from n"));
    }

    @AfterEach
    void stop() {
        client.close();
        http.close();
        server.close();
    }

    @Test
    void eachFormIsSentAsAFileThatNobodyKeeps() throws Exception {
        for (String form : TYPES.keySet()) {
            HttpResponse<String> answer = get("/sessions/" + session + "." + form);

            assertEquals(200, answer.statusCode());
            assertEquals(TYPES.get(form), header(answer, "content-type"));
            assertEquals("no-store", header(answer, "cache-control"));
            assertEquals("nosniff", header(answer, "x-content-type-options"));
            assertEquals("attachment; filename=\"Ums_tze 2024." + form + "\"; filename*=UTF-8''Ums%C3%A4tze%202024." + form,
                    header(answer, "content-disposition"));
        }
    }

    @Test
    void allRowsThatWereKeptAreInTheJsonAndTheHtml() throws Exception {
        Map<String, Object> json = Json.readObject(get("/sessions/" + session + ".json").body());
        String html = get("/sessions/" + session + ".html").body();
        String markdown = get("/sessions/" + session + ".md").body();

        Map<String, Object> part = Json.object(Json.list(Json.object(Json.list(json.get("messages")).getFirst()).get("parts")).getFirst());
        assertEquals(200, Json.list(Json.object(Json.object(part.get("call")).get("result")).get("rows")).size());
        assertTrue(html.contains("<td class=\"number\">200</td><td>&lt;b&gt;</td>"));
        assertFalse(html.contains("<b>"));
        assertTrue(markdown.contains("| 50 | \\<b\\> |\n\n*The first 50 of 200 rows; 200 were kept.*"), markdown);
    }

    @Test
    void whatIsNotThereIsSaidInASentence() throws Exception {
        String nobody = "/sessions/019ab0e3-5c81-7a10-b7d2-4e5f60718306";
        String sentence = "There is no session of this id; it may have been deleted.\n";

        for (String form : TYPES.keySet()) {
            assertEquals(sentence, get(nobody + "." + form).body());
            assertEquals(404, get(nobody + "." + form).statusCode());
        }
        assertEquals(404, get("/sessions/" + session + ".pdf").statusCode());
        assertEquals(404, get("/sessions/%2e%2e%2f.json").statusCode());
        client.send(Map.of("type", "session.delete", "session", session));
        HttpResponse<String> deleted = get("/sessions/" + session + ".json");
        assertEquals(List.of(404, sentence), List.of(deleted.statusCode(), deleted.body()));
        assertEquals("no-store", header(deleted, "cache-control"));
    }

    @Test
    void toHeadNoBodyIsSent() throws Exception {
        for (String form : TYPES.keySet()) {
            try (var raw = new RawClient(server.port())) {
                String head = raw.exchange(RawClient.request("HEAD", "/sessions/" + session + "." + form, server.port()));

                assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("attachment; filename="), head);
                int length = get("/sessions/" + session + "." + form).body().getBytes(StandardCharsets.UTF_8).length;
                assertTrue(head.contains("Content-Length: " + length + "\r\n"), head);
                raw.halfClose();
                assertEquals("", raw.rest());
            }
        }
    }

    @Test
    void foreignHostsAndPagesGetNothing() throws Exception {
        for (String form : TYPES.keySet()) {
            String path = "/sessions/" + session + "." + form;
            assertEquals(403, http.send(HttpRequest.newBuilder(uri(path)).header("Origin", "http://evil.example").build(),
                    BodyHandlers.ofString()).statusCode());
            try (var raw = new RawClient(server.port())) {
                String head = raw.exchange("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
                assertTrue(head.matches("(?s)HTTP/1.1 4\\d\\d .*"), head);
                assertFalse(raw.rest().contains("2024"));
            }
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
