package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Hold;
import tablechat.testing.Line;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

final class TurnsTest {
    private static final Map<String, Object> COUNT = Map.of("sql", "select count(*) as n from customers");
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
    void aQuestionIsAcceptedAnsweredAndStored() throws Exception {
        model.calls("run_query", COUNT).answers("There are ", "many.");

        Received accepted = send("How many customers?");
        Received started = client.await("turn.started");
        Received finished = client.await("turn.finished");

        assertEquals("message.accepted", accepted.type());
        assertEquals(accepted.text("message"), started.text("message", "id"));
        assertEquals("streaming", started.text("answer", "status"));
        assertEquals("complete", finished.text("status"));
        assertEquals("There are many.", finished.said("message"));
        Received switched = switchTo(accepted.text("session"));
        assertEquals(finished.at("message"), switched.objects("messages").getLast().json());
        assertEquals(started.at("message"), switched.objects("messages").getFirst().json());
    }

    @Test
    void everyEventHasTheNextNumber() throws Exception {
        model.calls("run_query", COUNT).answers("a", "b", "c");

        Received accepted = send("q");
        client.await("turn.finished");

        List<Received> numbered = client.events().stream()
                .filter(event -> event.at("seq") != null && event.re() == null)
                .toList();
        List<Long> numbers = numbered.stream().map(event -> event.number("seq")).toList();
        assertEquals(0, accepted.number("seq"));
        assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
        assertEquals(List.of("turn.started", "tool.started", "tool.finished", "token", "token", "token", "turn.finished"),
                numbered.stream().map(Received::type).toList());
    }

    @Test
    void aToolCallShowsItsResultAndTheModelItsText() throws Exception {
        model.calls("run_query", Map.of("sql", "select 1 as one, null as missing, 9007199254740993 as big")).answers("ok");

        send("q");
        Received call = client.await("tool.finished");

        assertEquals("complete", call.text("call", "status"));
        assertEquals("1 row\none\tmissing\tbig\n1\tNULL\t9007199254740993", call.text("call", "output").strip());
        assertEquals("[[1, null, 9007199254740993]]", call.at("call", "result", "rows").toString());
        Received page = client.send(Map.of("type", "result.page", "result", call.text("call", "result", "id"), "offset", 0));
        assertEquals(call.at("call", "result", "rows"), page.at("rows"));
    }

    @Test
    void aSecondTabSeesTheAnswerGrow() throws Exception {
        Hold hold = new Hold();
        model.replies(Line.text("one "), Line.hold(hold), Line.text("two"));
        String session = send("q").text("session");
        hold.awaitReached();

        try (TestClient late = server.client()) {
            Received switched = late.send(Map.of("type", "session.switch", "session", session));
            hold.release();
            Received token = late.await("token");
            Received finished = late.await("turn.finished");

            assertEquals(true, switched.at("running"));
            assertEquals("one ", switched.objects("messages").getLast().objects("parts").getFirst().text("text"));
            assertEquals(switched.number("seq") + 1, token.number("seq"));
            assertEquals(4, token.number("offset"));
            assertEquals("one two", finished.said("message"));
        }
    }

    @Test
    void afterASwitchNothingOfTheFormerSessionFollows() throws Exception {
        Hold hold = new Hold();
        model.replies(Line.text("one "), Line.hold(hold), Line.text("two"));
        String first = send("q").text("session");
        hold.awaitReached();
        try (TestClient watcher = server.client("session=" + first)) {
            watcher.await("session.switched");

            client.send(Map.of("type", "session.create"));
            hold.release();
            watcher.await("turn.finished");
            client.send(Map.of("type", "ping"));

            assertTrue(client.events("turn.finished").isEmpty());
            assertEquals(1, client.events("token").size());
        }
    }

    @Test
    void stopKeepsWhatCame() throws Exception {
        Hold hold = new Hold();
        model.replies(Line.text("partial"), Line.hold(hold));
        String session = send("q").text("session");
        client.await("token");

        Received stopping = client.send(Map.of("type", "turn.stop"));
        Received finished = client.await("turn.finished");

        assertEquals("turn.stopping", stopping.type());
        assertEquals("stopped", finished.text("status"));
        assertEquals("partial", finished.said("message"));
        assertEquals("stopped", switchTo(session).objects("messages").getLast().text("status"));
        assertEquals("conflict", client.send(Map.of("type", "turn.stop")).text("code"));
    }

    @Test
    void stopEndsARunningQuery() throws Exception {
        model.calls("run_query", Map.of("sql", ENDLESS));
        send("q");
        client.await("tool.started");

        client.send(Map.of("type", "turn.stop"));
        Received call = client.await("tool.finished");

        assertEquals("stopped", call.text("call", "status"));
        assertEquals("stopped", client.await("turn.finished").text("status"));
    }

    @Test
    void stopWhileTheModelIsSilentEndsTheTurn() throws Exception {
        model.waits("never");
        send("q");
        client.await("turn.started");

        client.send(Map.of("type", "turn.stop"));

        assertEquals("stopped", client.await("turn.finished").text("status"));
    }

    @Test
    void oneTurnAtATimeRunsInASession() throws Exception {
        Hold hold = model.waits("done");
        send("first");

        Received second = send("second");
        hold.release();
        client.await("turn.finished");
        model.answers("again");
        Received third = send("third");

        assertEquals("busy", second.text("code"));
        assertEquals("message.accepted", third.type());
    }

    @Test
    void aMessageSentAgainIsAnsweredAsBeforeAndDoneOnce() throws Exception {
        Hold hold = model.waits("done");
        var message = Map.of("type", "message.send", "text", "q", "message", UUID.randomUUID().toString());
        Received first = client.send(message);

        Received running = client.send(message);
        hold.release();
        client.await("turn.finished");
        Received later = client.send(message);
        var changed = new java.util.HashMap<String, Object>(message);
        changed.put("text", "other");
        Received other = client.send(changed);

        for (Received again : List.of(running, later)) {
            assertEquals("message.accepted", again.type());
            assertEquals(first.text("turn"), again.text("turn"));
            assertEquals(first.text("session"), again.text("session"));
        }
        assertEquals("conflict", other.text("code"));
        assertEquals(2, switchTo(first.text("session")).objects("messages").size());
        assertEquals(1, model.prompts().size());
    }

    @Test
    void whoSendsAgainAfterACutHearsTheRest() throws Exception {
        Hold hold = model.waits("done");
        var message = Map.of("type", "message.send", "text", "q", "message", UUID.randomUUID().toString());
        client.send(message);
        client.close();

        client = server.client();
        client.send(message);
        hold.release();

        assertEquals("done", client.await("turn.finished").said("message"));
    }

    /// As a full disk has it: all went well until the commit.
    @Test
    void aQuestionWhoseCommitFailsIsRefusedAndNobodyIsAsked() throws Exception {
        model.answers("Nine.");
        String session = client.send(Map.of("type", "session.create", "connection", "sample", "title", "Counts")).text("session", "id");
        var question = Map.of("type", "message.send", "session", session, "message", UUID.randomUUID().toString(), "text", "How many?");
        var store = new SqliteFile(folder.resolve("tablechat.db")).run(
                "create table bound (message references bounds (id) deferrable initially deferred)",
                "create table bounds (id primary key)",
                "create trigger commits_fail after insert on message begin insert into bound values (new.id); end");

        assertEquals("unavailable", client.send(question).text("code"));
        Received switched = switchTo(session);
        store.run("drop trigger commits_fail");
        Received accepted = client.send(question);
        Received finished = client.await("turn.finished");

        assertEquals(List.of(), switched.at("messages"));
        assertEquals(false, switched.at("running"));
        assertEquals("message.accepted", accepted.type());
        assertEquals("Nine.", finished.said("message"));
        assertEquals(1, client.events("turn.started").size());
        assertEquals(1, model.prompts().size());
        assertEquals(2, switchTo(session).objects("messages").size());
    }

    @Test
    void aModelThatFailsEndsTheTurnInWords() throws Exception {
        model.fails("The key is wrong. Look at OPENAI_API_KEY.");
        send("q");

        Received finished = client.await("turn.finished");

        assertEquals("failed", finished.text("status"));
        assertEquals("model_error", finished.text("error", "code"));
        assertEquals("The key is wrong. Look at OPENAI_API_KEY.", finished.text("error", "message"));
    }

    @Test
    void aBugEndsTheTurnWithAFixedSentence() throws Exception {
        model.replies(Line.text("a"), Line.bug(new IllegalStateException("secret details")));
        send("q");

        Received finished = client.await("turn.finished");

        assertEquals("internal", finished.text("error", "code"));
        assertEquals("a", finished.said("message"));
        assertTrue(client.events().stream().noneMatch(event -> event.json().toString().contains("secret details")));
    }

    @Test
    void deletingStopsTheTurnFirst() throws Exception {
        model.waits("never");
        String session = send("q").text("session");

        client.send(Map.of("type", "session.delete"));

        List<String> order = new ArrayList<>(client.events().stream().map(Received::type).toList());
        assertTrue(order.indexOf("turn.finished") < order.indexOf("session.deleted"), order.toString());
        client.send(Map.of("type", "session.restore", "session", session));
        assertEquals("stopped", switchTo(session).objects("messages").getLast().text("status"));
    }

    @Test
    void disconnectingCancelsNothing() throws Exception {
        Hold hold = model.waits("done");
        String session = send("q").text("session");
        hold.awaitReached();
        client.close();
        hold.release();

        client = server.client("session=" + session);
        Received switched = client.await("session.switched");
        if (switched.at("running").equals(true)) client.await("turn.finished");

        assertEquals("done", switchTo(session).objects("messages").getLast().objects("parts").getFirst().text("text"));
    }

    @Test
    void theFirstQuestionGivesTheTitle() throws Exception {
        model.answers("7").titles(Line.text("<think>hm</think>\"Customer count.\""));
        send("How many customers?");

        Received titled = client.await("a title", event -> event.type().equals("session.updated")
                && event.text("session", "titleSource").equals("model"));

        assertEquals("Customer count", titled.text("session", "title").replaceAll("\\.$", ""));
    }

    @Test
    void withoutATitleTheFirstWordsServeAndItIsTriedAgain() throws Exception {
        model.answers("7").answers("8");
        send("How many customers live in Canada today?");
        Received words = client.await("the first words", event -> event.type().equals("session.updated")
                && !event.text("session", "title").equals("New session"));
        client.await("turn.finished");
        model.titles(Line.text("Customers in Canada"));

        send("And in Norway?");
        Received titled = client.await("a title", event -> event.type().equals("session.updated")
                && event.text("session", "titleSource").equals("model"));

        assertEquals("default", words.text("session", "titleSource"));
        assertTrue(words.text("session", "title").startsWith("How many customers"), words.toString());
        assertEquals("Customers in Canada", titled.text("session", "title"));
        assertEquals(2, model.titlePrompts().size());
    }

    @Test
    void theModelIsSentTheNewestTwentyMessages() throws Exception {
        for (int i = 0; i < 15; i++) model.answers("a" + i);
        String session = null;
        for (int i = 0; i < 15; i++) {
            session = send("q" + i).text("session");
            client.await("turn.finished");
        }

        Received switched = switchTo(session);

        assertEquals(19, model.prompts().getLast().messages().size());
        assertEquals(30, switched.objects("messages").size());
        assertEquals(20, switched.number("window", "messages"));
        assertEquals(10, switched.number("window", "trimmed"));
    }

    @Test
    void aMessageMayNameItsModel() throws Exception {
        model.answers("x");

        Received accepted = client.send(Map.of("type", "message.send", "text", "q", "model", "scripted/script"));
        Received refused = client.send(Map.of("type", "message.send", "text", "q", "model", "nobody/nothing"));

        assertEquals("message.accepted", accepted.type());
        assertEquals("bad_request", refused.text("code"));
        assertEquals("model", refused.text("field"));
    }

    @Test
    void theFirstMessageMakesItsSession() throws Exception {
        model.answers("x");
        send("q");
        client.await("turn.finished");

        List<String> order = client.events().stream().map(Received::type).limit(4).toList();
        assertEquals(List.of("welcome", "session.created", "message.accepted", "turn.started"), order);
        assertNull(client.events("session.created").getFirst().re());
    }

    @Test
    void earlierMessagesAreListedPageByPage() throws Exception {
        for (int i = 0; i < 3; i++) model.answers("a" + i);
        for (int i = 0; i < 3; i++) {
            send("q" + i);
            client.await("turn.finished");
        }
        String session = client.events("session.created").getFirst().text("session", "id");
        Received newest = client.send(Map.of("type", "session.switch", "session", session, "limit", 2));

        String oldest = newest.objects("messages").getFirst().text("id");
        Received before = client.send(Map.of("type", "message.list", "limit", 3, "before", oldest));

        assertEquals(true, newest.at("earlier"));
        assertEquals(3, before.objects("messages").size());
        assertEquals(true, before.at("earlier"));
        assertEquals("not_found", client.send(Map.of("type", "message.list", "before", "nothing")).text("code"));
    }

    @Test
    void stoppingTheServerStoresTheAnswerAsStopped() throws Exception {
        Hold hold = new Hold();
        model.replies(Line.text("partial"), Line.hold(hold));
        String session = send("q").text("session");
        client.await("token");

        server.close();

        assertEquals(1001, client.closed());
        assertEquals("stopped", client.events("turn.finished").getFirst().text("status"));
        server = TestServer.over(folder, model);
        client.close();
        client = server.client("session=" + session);
        assertEquals("stopped", client.await("session.switched").objects("messages").getLast().text("status"));
    }

    private Received send(String text) throws InterruptedException {
        return client.send(Map.of("type", "message.send", "text", text));
    }

    private Received switchTo(String session) throws InterruptedException {
        return client.send(Map.of("type", "session.switch", "session", session));
    }
}
