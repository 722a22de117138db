package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.Step;
import tablechat.testing.TestClient;

/// Asks in one session, again whenever an answer is whole, until the server dies; remembers what it saw and when. Then it knows what
/// has to be stored.
final class Talk implements AutoCloseable {
    /// A checkpoint begins at the first of its ticks, one each 250 ms, at which none is being written; the rest is for a clock
    /// that a busy machine keeps waiting.
    private static final long BEHIND_MAX_NANOS = Duration.ofMillis(250 + 3_000).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int WORDS_MAX = 150;

    private final TestClient client;
    private final List<Question> questions = new ArrayList<>();
    private final List<Glimpse> glimpses = new ArrayList<>();
    private String session;
    private Object settled;

    private record Question(String id, String text, Map<String, String> command) {}

    /// How much of an answer had been seen at a time.
    private record Glimpse(long nanos, String answer, int characters) {}

    Talk(TestClient client) {
        this.client = client;
    }

    /// So many answers that it does not matter which session gets which: no two are alike. A third of them ends in a call.
    static Answer[] answers(int life, Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> answer("%d-%d".formatted(life, i), random)).toArray(Answer[]::new);
    }

    private static Answer answer(String name, Random random) {
        var steps = new ArrayList<Step>();
        for (int i = random.nextInt(1, WORDS_MAX); i > 0; i--) steps.add(new Step.Text("word-" + name + "-" + i + " "));
        if (random.nextInt(3) == 0) steps.add(new Step.Call("call-" + name, "run_query", "{\"sql\":\"select count(*) from customers\"}"));
        steps.add(new Step.End());
        return Answer.of(steps.toArray(Step[]::new)).every(PAUSE);
    }

    Talk begin() throws InterruptedException {
        // With a title of ours the model is not asked for one.
        session = client.send(Map.of("type", "session.create", "connection", "sample", "title", "Talk")).text("session", "id");
        ask();
        return this;
    }

    private void ask() throws InterruptedException {
        String id = UUID.randomUUID().toString();
        var command = Map.of("type", "message.send", "id", "ask-" + questions.size(), "session", session, "message", id,
                "text", "Question " + questions.size());
        questions.add(new Question(id, command.get("text"), command));
        client.post(command);
    }

    /// Asks the next question if the last one is answered, and remembers how far the answer is.
    void step() throws InterruptedException {
        List<Received> events = client.events();
        if (events.stream().filter(event -> event.type().equals("turn.finished")).count() == questions.size()) ask();
        events.reversed().stream().filter(event -> event.type().equals("token")).findFirst().ifPresent(token ->
                glimpses.add(new Glimpse(System.nanoTime(), token.text("message"), seen(token.text("message")).length())));
    }

    /// What came of an answer, calls included, as one text.
    private String seen(String answer) {
        var seen = new StringBuilder();
        for (Received event : client.events()) {
            if (!answer.equals(event.at("message"))) continue;
            if (event.type().equals("token")) seen.append(event.text("text"));
            if (event.type().equals("tool.started")) seen.append('[').append(event.text("call", "id")).append(']');
        }
        return seen.toString();
    }

    private static String text(Received message) {
        var text = new StringBuilder();
        for (Received part : message.objects("parts")) {
            text.append(part.type().equals("tool") ? "[" + part.text("call", "id") + "]" : part.text("text"));
        }
        return text.toString();
    }

    String session() {
        return session;
    }

    /// What must be there of a session after the end, and what may.
    ///
    /// @param storedNanos what came to the store's writer before then is stored
    /// @return for an answer that was cut short, what of it was seen when it was stored that far: how long before the end
    List<Duration> check(TestClient after, long storedNanos, long endNanos) throws InterruptedException {
        assertEquals(TestClient.CUT, client.closed());
        Received switched = switchTo(after);
        List<Received> messages = switched.objects("messages");
        var behind = new ArrayList<Duration>();
        int accepted = client.events("message.accepted").size();
        int stored = messages.size() / 2;
        assertTrue(messages.size() % 2 == 0 && accepted <= stored && stored <= questions.size(), switched::toString);
        assertEquals(false, switched.at("running"));
        for (int i = 0; i < stored; i++) {
            assertEquals(questions.get(i).id, messages.get(2 * i).text("id"));
            assertEquals(questions.get(i).text, messages.get(2 * i).said());
            checkAnswer(messages.get(2 * i + 1), i == stored - 1, storedNanos, endNanos, behind);
        }
        return behind;
    }

    private void checkAnswer(Received stored, boolean last, long storedNanos, long endNanos, List<Duration> behind) {
        String id = stored.text("id");
        for (Received finished : client.events("turn.finished")) {
            if (!id.equals(finished.text("message", "id"))) continue;
            assertEquals(finished.at("message"), stored.json());
            return;
        }
        assertTrue(last, () -> "its end was not told: " + stored);
        String seen = seen(id);
        String text = text(stored);
        if (stored.text("status").equals("complete")) {
            assertTrue(text.startsWith(seen), () -> "stored: " + text + "\nseen: " + seen);
            return;
        }
        assertEquals("interrupted", stored.text("status"));
        // What was on its way to us when the server died may be stored already.
        assertTrue(seen.startsWith(text) || text.startsWith(seen), () -> "stored: " + text + "\nseen: " + seen);
        for (Received part : stored.objects("parts")) {
            if (part.type().equals("tool")) assertTrue(part.at("call", "status") != null, stored::toString);
        }
        behind.add(behind(id, text, storedNanos, endNanos));
    }

    private Duration behind(String answer, String text, long storedNanos, long endNanos) {
        long unstored = endNanos;
        for (Glimpse glimpse : glimpses) {
            if (!glimpse.answer.equals(answer) || glimpse.characters <= text.length()) continue;
            assertTrue(glimpse.nanos >= storedNanos - BEHIND_MAX_NANOS,
                    () -> "%d characters had to be stored, these are: %s".formatted(glimpse.characters, text));
            unstored = Math.min(unstored, glimpse.nanos);
        }
        return Duration.ofNanos(endNanos - unstored);
    }

    /// A question sent again is not asked again, and the next one is answered: the session is not stuck.
    void goOn(TestClient after) throws InterruptedException {
        Received before = switchTo(after);
        if (!before.objects("messages").isEmpty()) askAgain(after, before);

        after.send(Map.of("type", "message.send", "session", session, "text", "Go on."));
        assertEquals("complete", after.await("turn.finished").text("status"));
        Received switched = switchTo(after);
        assertEquals("Going on.", switched.objects("messages").getLast().said());
        assertEquals(before.objects("messages").size() + 2, switched.objects("messages").size());
        settled = switched.at("messages");
    }

    private void askAgain(TestClient after, Received before) throws InterruptedException {
        Question last = questions.get(before.objects("messages").size() / 2 - 1);
        Received again = after.send(withoutId(last.command));
        assertEquals(before.objects("messages").getLast().text("turn"), again.text("turn"), again::toString);
        assertEquals(before.at("messages"), switchTo(after).at("messages"));
    }

    private static Map<String, String> withoutId(Map<String, String> command) {
        var copy = new HashMap<>(command);
        copy.remove("id");
        return copy;
    }

    /// Nothing more became of it.
    void checkSettled(TestClient after) throws InterruptedException {
        assertEquals(settled, switchTo(after).at("messages"));
    }

    private Received switchTo(TestClient client) throws InterruptedException {
        return client.send(Map.of("type", "session.switch", "session", session, "limit", 500));
    }

    @Override
    public void close() {
        client.close();
    }
}
