package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

final class SearchesTest {
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
    void titlesMessagesAndSqlAreFound() throws Exception {
        String titled = create("Quarterly figures");
        String asked = create("A");
        ask("How many Invoices are open?", "There are 42 of them, mostly from Trondheim.");
        client.send(Map.of("type", "query.run", "sql", "select max(price) as dearest from products", "session", asked));

        assertEquals(titled, search("quarter FIG").getFirst().text("session"));
        assertEquals(asked, search("voice").getFirst().text("session"));
        assertTrue(search("trondheim 42").getFirst().text("message") != null);
        assertEquals(asked, search("dearest max(price)").getFirst().text("session"));
        assertEquals(List.of(), search("invoices nowhere"));
        assertEquals(List.of(), search("quarterly invoices"));
    }

    @Test
    void chineseAndShortWordsAreFoundAndMarked() throws Exception {
        String session = create("客户分析");
        ask("最大的客户是谁？ 😀", "是 Ada.");

        Received hit = search("客户").getFirst();
        Received question = search("最大").getFirst();

        assertEquals(session, hit.text("session"));
        assertEquals("[[0, 2]]", hit.at("matches").toString());
        assertEquals("最大的客户是谁？ 😀", question.text("snippet"));
        assertEquals("[[0, 2]]", question.at("matches").toString());
        assertEquals("[[9, 11]]", search("😀").getFirst().at("matches").toString());
    }

    @Test
    void signsOfAQueryMeanThemselves() throws Exception {
        create("100% \"sure\" OR not*");
        create("others");

        for (String text : List.of("100%", "\"sure\"", "OR not*", "t*", "%")) assertEquals(1, search(text).size(), text);
        for (String text : List.of("NEAR(a b)", "text:sure", "^100", "_", "' or 1=1", "\"", "(((")) {
            Received reply = client.send(Map.of("type", "session.search", "text", text));
            assertEquals("session.searched", reply.type(), reply.toString());
        }
        assertEquals(0, search("_").size());
    }

    @Test
    void whatChangesIsFoundAsItIsNow() throws Exception {
        String session = create("Before");
        client.send(Map.of("type", "session.rename", "session", session, "title", "Afterwards"));
        assertEquals(0, search("before").size());
        assertEquals(1, search("afterwards").size());

        String message = ask("The first wording", "ok");
        model.answers("yes");
        client.send(Map.of("type", "message.edit", "message", message, "text", "The second wording"));
        client.await("turn.finished");
        assertEquals(session, search("second wording").getFirst().text("session"));
        assertTrue(search("first wording").stream().noneMatch(hit -> session.equals(hit.text("session"))));

        client.send(Map.of("type", "session.delete", "session", session));
        assertEquals(0, search("second wording").size());
        client.send(Map.of("type", "session.restore", "session", session));
        assertEquals(1, search("second wording").size());
    }

    @Test
    void aWordOfALetterOrTwoIsFoundInEveryCaseOfEveryScript() throws Exception {
        String session = create("Größe");
        ask("Über Ärger und Я", "ok");

        for (String word : List.of("ö", "Ö", "ü", "ÜB", "är", "я", "UN", "d")) {
            assertEquals(session, search(word).stream().map(hit -> hit.text("session")).findFirst().orElse("none"), word);
        }
        assertEquals(List.of(), search("ж"));
    }

    @Test
    void aLongTextIsShownAroundTheMatch() throws Exception {
        create("Long");
        ask("x ".repeat(500) + "needle" + " y".repeat(500), "ok");

        Received hit = search("needle").getFirst();

        String snippet = hit.text("snippet");
        assertTrue(snippet.length() <= 162 && snippet.startsWith("…") && snippet.endsWith("…"), snippet);
        int start = snippet.indexOf("needle");
        assertEquals(List.of(List.of((long) start, start + 6L)).toString(), hit.at("matches").toString());
    }

    private String create(String title) throws InterruptedException {
        return client.send(Map.of("type", "session.create", "title", title)).text("session", "id");
    }

    private String ask(String text, String answer) throws InterruptedException {
        model.answers(answer);
        String message = client.send(Map.of("type", "message.send", "text", text)).text("message");
        client.await("turn.finished");
        return message;
    }

    private List<Received> search(String text) throws InterruptedException {
        return client.send(Map.of("type", "session.search", "text", text)).objects("hits");
    }
}
