package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Hold;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// Other courses of a conversation: forked, edited, retried.
final class CoursesTest {
    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private TestServer server;
    private TestClient client;
    private String session;
    private String first;
    private String second;

    @BeforeEach
    void talk() throws Exception {
        server = TestServer.over(folder, model);
        client = server.client();
        session = client.send(Map.of("type", "session.create", "title", "Talk")).text("session", "id");
        first = ask("one", "first answer");
        second = ask("two", "second answer");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aForkHoldsACopyOfAllUpToAMessage() throws Exception {
        String result = client.send(Map.of("type", "query.run", "sql", "select 7 as n", "session", session)).text("result", "id");
        String sql = said(session).getLast().text("id");
        String id = UUID.randomUUID().toString();

        Received created = client.send(Map.of("type", "session.fork", "message", sql, "fork", id));
        Received again = client.send(Map.of("type", "session.fork", "message", sql, "fork", id));
        Received taken = client.send(Map.of("type", "session.fork", "message", sql, "fork", session));

        assertEquals(List.of(id, session, "fork", "Talk"), List.of(created.text("session", "id"), created.text("session", "forkedFrom"),
                created.text("session", "forkedBy"), created.text("session", "title")));
        assertEquals(created.at("session"), again.at("session"));
        assertEquals("conflict", taken.text("code"));
        List<Received> copies = said(id);
        assertEquals(texts(said(session)), texts(copies));
        assertNotEquals(said(session).getFirst().text("id"), copies.getFirst().text("id"));
        assertEquals(said(session).getFirst().text("turn"), copies.getFirst().text("turn"));
        String copied = copies.getLast().objects("parts").getFirst().text("call", "result", "id");
        assertNotEquals(result, copied);
        client.send(Map.of("type", "session.delete", "session", session));
        assertEquals("[[7]]", client.send(Map.of("type", "result.page", "result", copied, "offset", 0)).at("rows").toString());
        Received shorter = client.send(Map.of("type", "session.fork", "message", copies.get(1).text("id")));
        assertEquals(2, said(shorter.text("session", "id")).size());
        assertEquals("not_found", client.send(Map.of("type", "session.fork", "message", "nothing")).text("code"));
    }

    @Test
    void anEditedQuestionKeepsItsPlaceAndTheOldCourseStaysAsAFork() throws Exception {
        String turn = UUID.randomUUID().toString();
        model.answers("another answer");
        var edit = Map.of("type", "message.edit", "message", first, "text", "uno", "turn", turn);

        Received accepted = client.send(edit);
        Received started = client.await("its turn", event -> "turn.started".equals(event.type()) && turn.equals(event.text("turn")));
        client.await("its end", event -> "turn.finished".equals(event.type()) && turn.equals(event.text("turn")));
        Received again = client.send(edit);
        Received other = client.send(Map.of("type", "message.edit", "message", first, "text", "eins", "turn", turn));

        assertEquals(List.of(session, first, turn), List.of(accepted.text("session"), accepted.text("message"), accepted.text("turn")));
        assertEquals("uno", started.said("message"));
        assertEquals(List.of("uno", "another answer"), texts(said(session)));
        String fork = client.await("the fork", event -> "session.created".equals(event.type())
                && session.equals(event.text("session", "forkedFrom"))
                && "edit".equals(event.text("session", "forkedBy"))).text("session", "id");
        assertEquals(List.of("one", "first answer", "two", "second answer"), texts(said(fork)));
        assertEquals(List.of(first, turn), List.of(again.text("message"), again.text("turn")));
        assertEquals("conflict", other.text("code"));
        assertEquals(second, said(fork).get(2).text("id"));
    }

    @Test
    void aRetryAnswersTheLastQuestionAgain() throws Exception {
        model.answers("better answer");

        Received accepted = client.send(Map.of("type", "turn.retry", "session", session));
        client.await("turn.finished");

        assertEquals(second, accepted.text("message"));
        assertEquals(List.of("one", "first answer", "two", "better answer"), texts(said(session)));
        String fork = client.await("the fork", event -> "session.created".equals(event.type())
                && session.equals(event.text("session", "forkedFrom"))
                && "retry".equals(event.text("session", "forkedBy"))).text("session", "id");
        assertEquals(List.of("one", "first answer", "two", "second answer"), texts(said(fork)));
    }

    @Test
    void anEditSentAgainAfterALaterOneIsAnsweredAsItWas() throws Exception {
        String turn = UUID.randomUUID().toString();
        var edit = Map.of("type", "message.edit", "message", first, "text", "uno", "turn", turn);
        edit(edit, "primera");
        edit(Map.of("type", "message.edit", "message", first, "text", "eins"), "erste");

        Received again = client.send(edit);
        Received other = client.send(Map.of("type", "message.edit", "message", first, "text", "eins", "turn", turn));

        assertEquals(List.of("message.accepted", session, first, turn),
                List.of(again.type(), again.text("session"), again.text("message"), again.text("turn")));
        assertEquals("conflict", other.text("code"));
        assertEquals(List.of("eins", "erste"), texts(said(session)));
    }

    @Test
    void aRetrySentAgainIsKnownInItsOwnSessionAlone() throws Exception {
        String turn = UUID.randomUUID().toString();
        var retry = Map.of("type", "turn.retry", "session", session, "turn", turn);
        edit(retry, "better");
        edit(Map.of("type", "turn.retry", "session", session), "best");
        String elsewhere = client.send(Map.of("type", "session.create")).text("session", "id");
        ask("three", "third answer");

        Received again = client.send(retry);
        Received other = client.send(Map.of("type", "turn.retry", "session", elsewhere, "turn", turn));

        assertEquals(List.of("message.accepted", session, second, turn),
                List.of(again.type(), again.text("session"), again.text("message"), again.text("turn")));
        assertEquals("conflict", other.text("code"));
        assertEquals(List.of("three", "third answer"), texts(said(elsewhere)));
        assertEquals("best", texts(said(session)).getLast());
    }

    @Test
    void nothingIsChangedWhileAnAnswerIsWritten() throws Exception {
        Hold hold = model.waits("done");
        client.send(Map.of("type", "message.send", "text", "three", "session", session));
        Received edit = client.send(Map.of("type", "message.edit", "message", first, "text", "x"));
        Received retry = client.send(Map.of("type", "turn.retry", "session", session));
        Received fork = client.send(Map.of("type", "session.fork", "message", second));
        hold.release();

        assertEquals(List.of("busy", "busy"), List.of(edit.text("code"), retry.text("code")));
        assertEquals("session.created", fork.type());
        assertEquals("bad_request", client.send(Map.of("type", "message.edit", "text", "x",
                "message", said(fork.text("session", "id")).get(1).text("id"))).text("code"));
        String empty = client.send(Map.of("type", "session.create")).text("session", "id");
        assertEquals("not_found", client.send(Map.of("type", "turn.retry", "session", empty)).text("code"));
    }

    private String ask(String text, String answer) throws InterruptedException {
        model.answers(answer);
        String message = client.send(Map.of("type", "message.send", "text", text)).text("message");
        client.await("turn.finished");
        return message;
    }

    private void edit(Map<String, String> command, String answer) throws InterruptedException {
        model.answers(answer);
        String turn = client.send(command).text("turn");
        client.await("its end", event -> "turn.finished".equals(event.type()) && turn.equals(event.text("turn")));
    }

    private List<Received> said(String id) throws InterruptedException {
        return client.send(Map.of("type", "session.switch", "session", id)).objects("messages");
    }

    private static List<String> texts(List<Received> messages) {
        return messages.stream().map(Received::said).toList();
    }
}
