package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// While the store cannot be written every change is refused and nothing of it is seen, reading goes on, and so does everything once
/// it can be written again.
class DiskIT {
    private static final int TIMES = Proofs.count(1, 10);
    private static final int CHANGES_MAX = 2_000;
    private static final int REFUSALS = 10;
    private static final int WORDS = 200;
    private static final Duration PAUSE = Duration.ofMillis(5);

    @TempDir
    Path folder;

    @Test
    void aFullDisk() throws Exception {
        try (var trouble = new Trouble.FullDisk()) {
            comesAndGoes(trouble);
        }
    }

    @Test
    void aDiskThatBecomesReadOnly() throws Exception {
        try (var trouble = new Trouble.ReadOnlyDisk()) {
            comesAndGoes(trouble);
        }
    }

    @Test
    void writesThatFail() throws Exception {
        try (var trouble = new Trouble.BrokenWrites()) {
            comesAndGoes(trouble);
        }
    }

    /// What is not known to be safe is not acknowledged.
    @Test
    void aDiskThatNeverSaysItIsSafe() throws Exception {
        try (var trouble = new Trouble.BrokenSync()) {
            comesAndGoes(trouble);
        }
    }

    private void comesAndGoes(Trouble trouble) throws Exception {
        assumeTrue(trouble.isPossible(), "this machine does not let us do it");
        try (var stub = new StubProvider();
                var server = trouble.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var client = TestClient.at(server.port(), "connection=sample");
                var asker = TestClient.at(server.port(), "connection=sample")) {
            Path data = trouble.data(server, folder);
            Set<String> there = new TreeSet<>();
            for (int i = 1; i <= TIMES; i++) {
                stub.answers(answer("a" + i, true), answer("b" + i, true), answer("c" + i, true), answer("d" + i, false));
                String session = asker.send(create("Asked " + i)).text("session", "id");
                there.add("Asked " + i);
                String turn = asker.send(send(session)).text("turn");
                awaitText(asker, "a" + i);

                trouble.begin(server, data);
                refuse(trouble, client, there);
                checkReading(client, there, session);
                // The model goes on, calls included, whose results cannot be stored.
                awaitText(asker, "b" + i);
                trouble.end(server);

                assertEquals("session.created", client.send(create("After " + i)).type());
                there.add("After " + i);
                assertEquals(there, titles(client));
                awaitText(asker, "c" + i);
                checkCopy(server, data, session, asker);
                Received finished = asker.await("the end", event ->
                        event.type().equals("turn.finished") && turn.equals(event.text("turn")));
                assertEquals("complete", finished.text("status"));
                Received stored = client.send(Map.of("type", "session.switch", "session", session)).objects("messages").getLast();
                assertEquals(finished.at("message"), stored.json());
            }
            Proofs.report("%s came and went %d times, nothing lost", trouble.getClass().getSimpleName(), TIMES);
        }
    }

    private static Answer answer(String word, boolean calls) {
        List<Step> steps = IntStream.range(0, WORDS).mapToObj(i -> (Step) new Step.Text(word + "-" + i + " ")).collect(Collectors.toList());
        if (calls) steps.add(new Step.Call("call-" + word, "run_query", "{\"sql\":\"select name from customers limit 3\"}"));
        steps.add(new Step.End());
        return Answer.of(steps.toArray(Step[]::new)).every(PAUSE);
    }

    private static void awaitText(TestClient asker, String word) throws InterruptedException {
        asker.await(word, event -> event.type().equals("token") && event.text("text").startsWith(word + "-"));
    }

    private static Map<String, String> create(String title) {
        return Map.of("type", "session.create", "connection", "sample", "title", title);
    }

    private static Map<String, String> send(String session) {
        return Map.of("type", "message.send", "session", session, "text", "Tell me.");
    }

    /// A change may pass as long as what was reserved for it before lasts; then none does, and each says why.
    private static void refuse(Trouble trouble, TestClient client, Set<String> there) throws InterruptedException {
        int refused = 0;
        for (int i = 0; refused < REFUSALS; i++) {
            assertTrue(i < CHANGES_MAX, "nothing was refused");
            String title = "Meanwhile " + there.size() + " " + i;
            Received reply = client.send(create(title));
            if (reply.type().equals("session.created")) {
                there.add(title);
                continue;
            }
            refused++;
            assertEquals("unavailable", reply.text("code"), reply::toString);
            assertTrue(reply.text("message").contains(trouble.words()), reply::toString);
        }
    }

    private static void checkReading(TestClient client, Set<String> there, String session) throws InterruptedException {
        assertEquals(there, titles(client));
        assertEquals("session.switched", client.send(Map.of("type", "session.switch", "session", session)).type());
        assertEquals("session.searched", client.send(Map.of("type", "session.search", "text", "Asked")).type());
        assertEquals("schema.listed", client.send(Map.of("type", "schema.list", "connection", "sample")).type());
    }

    /// All titles, each once.
    private static Set<String> titles(TestClient client) throws InterruptedException {
        var titles = new TreeSet<String>();
        String after = null;
        do {
            Map<String, Object> list = after == null ? Map.of("type", "session.list", "connection", "sample", "limit", 100)
                    : Map.of("type", "session.list", "connection", "sample", "limit", 100, "after", after);
            Received listed = client.send(list);
            for (Received session : listed.objects("sessions")) assertTrue(titles.add(session.text("title")), "listed twice");
            after = listed.text("next");
        } while (after != null);
        return titles;
    }

    private static String said(String session, TestClient asker) {
        return asker.events("token").stream().filter(event -> session.equals(event.text("session")))
                .map(event -> event.text("text")).collect(Collectors.joining());
    }

    /// As a kill would leave it now: the parts of the answer that could not be stored then are there with those that follow.
    private void checkCopy(ServerProcess server, Path data, String session, TestClient asker) throws Exception {
        Thread.sleep(500);
        Shell.halt(server);
        try (var copy = StoreCopy.of(data)) {
            Shell.goOn(server);
            String stored = String.join("", copy.checkSound().file().column(
                    "select text from part join message on message.id = message_id where session_id = '" + session
                            + "' and role = 'assistant' and type = 'text' order by part.position")
                    .stream().map(Object::toString).toList());
            Shell.await("what is stored: " + stored, () -> said(session, asker).startsWith(stored));
            assertEquals(List.of(), copy.file().column("select message_id from part group by 1 having count(*) <> max(position) + 1"));
        }
    }
}
