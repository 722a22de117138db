package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// A question whose answer is cut short by a kill: what its asker saw, and what has to be there of it afterwards.
final class Asked {
    private static final String QUESTION = "Tell me all about the customers.";
    private static final int WORDS = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(5);
    /// A checkpoint is made every 250 ms; the rest is for a busy machine.
    static final Duration BEHIND_MAX = Duration.ofMillis(250 + 1_000);

    private final TestClient client;
    private final String session;
    private final Map<String, String> question;
    private final String turn;
    private String seen = "";
    private String seenEarlier = "";

    private Asked(TestClient client, String session, Map<String, String> question, String turn) {
        this.client = client;
        this.session = session;
        this.question = question;
        this.turn = turn;
    }

    /// Asks in a new session; the model calls a tool and then says far more than there will be time for.
    static Asked ask(TestClient client, StubProvider stub) throws InterruptedException {
        stub.answers(
                Answer.of(new Step.Call("call-1", "run_query", "{\"sql\":\"select count(*) from customers\"}"), new Step.End()),
                Answer.text(IntStream.range(0, WORDS).mapToObj(i -> "word" + i + " ").toArray(String[]::new)).every(PAUSE));
        // With a title of ours the model is not asked for one.
        Received created = client.send(Map.of("type", "session.create", "connection", "sample", "title", "Killed"));
        String session = created.text("session", "id");
        var question = Map.of(
                "type", "message.send", "session", session, "message", UUID.randomUUID().toString(), "text", QUESTION);
        return new Asked(client, session, question, client.send(question).text("turn"));
    }

    /// Waits until the answer has begun. What came of it is in the store if the end is [#BEHIND_MAX] away.
    void awaitText() throws InterruptedException {
        client.await("a token of the answer", event -> event.type().equals("token") && session.equals(event.text("session")));
        seenEarlier = textSoFar();
    }

    /// Remembers what was seen so long before the end that it must have been stored.
    void look(long endNanos) {
        if (endNanos - System.nanoTime() > BEHIND_MAX.toNanos()) seenEarlier = textSoFar();
    }

    /// Takes down all that was seen before the end.
    void see() throws InterruptedException {
        assertEquals(TestClient.CUT, client.closed());
        seen = textSoFar();
    }

    /// Whether some of the answer was seen so long before the end that it had to be stored.
    boolean hadText() {
        return !seenEarlier.isEmpty();
    }

    private String textSoFar() {
        var text = new StringBuilder();
        for (Received token : client.events("token")) {
            if (session.equals(token.text("session"))) text.append(token.text("text"));
        }
        return text.toString();
    }

    /// The question is there once, also when it is sent again, and of the answer what had been checkpointed.
    void checkInterrupted(TestClient client) throws InterruptedException {
        Received before = switchTo(client);
        Received again = client.send(question);
        Received after = switchTo(client);

        assertEquals(turn, again.text("turn"), again::toString);
        assertEquals(before.at("messages"), after.at("messages"));
        assertEquals(List.of("complete", "interrupted"), statuses(after));
        assertEquals(false, after.at("running"));
        assertEquals(question.get("message"), after.objects("messages").getFirst().text("id"));
        checkAnswer(after.objects("messages").getLast());
    }

    private void checkAnswer(Received answer) {
        String stored = answer.said();
        assertTrue(seen.startsWith(stored), () -> "stored: " + stored + "\nseen: " + seen);
        assertTrue(stored.startsWith(seenEarlier), () -> "stored: " + stored + "\nseen long before the end: " + seenEarlier);
        for (Received part : answer.objects("parts")) {
            if (part.type().equals("tool")) assertTrue(part.at("call", "status") != null, answer::toString);
        }
    }

    /// The session is not stuck: it takes the next message, and answers it.
    void goOn(TestClient client) throws InterruptedException {
        client.send(Map.of("type", "message.send", "session", session, "text", "Go on."));

        assertEquals("complete", client.await("turn.finished").text("status"));
        checkGoneOn(client);
    }

    void checkGoneOn(TestClient client) throws InterruptedException {
        Received switched = switchTo(client);

        assertEquals(List.of("complete", "interrupted", "complete", "complete"), statuses(switched));
        checkAnswer(switched.objects("messages").get(1));
        assertEquals("Going on.", switched.objects("messages").getLast().said());
    }

    private Received switchTo(TestClient client) throws InterruptedException {
        return client.send(Map.of("type", "session.switch", "session", session));
    }

    private static List<String> statuses(Received switched) {
        return switched.objects("messages").stream().map(message -> message.text("status")).toList();
    }
}
