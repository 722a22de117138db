package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;
import tablechat.web.RawClient;

/// Cut after any byte and in any way, a client that switches again has the session as it is stored, and all have the same events.
@Timeout(600)
class CutIT {
    private static final long SEED = 20_261_127;
    private static final int CUTS = Proofs.count(24, 500);
    private static final int CUTS_PER_ANSWER = 8;
    private static final int WORDS = 100;
    private static final Duration PAUSE = Duration.ofMillis(4);
    private static final int BYTES_MAX = 6_000;
    private static final byte[] DRAFT = RawClient.frame(0x81, "{\"type\":\"session.draft\",\"text\":\"" + "never ".repeat(40) + "\"}");

    private final Random random = new Random(SEED);
    private final List<RawClient> halfOpen = new ArrayList<>();
    private int cuts;
    /// Of them, those whose client came back before the end of the answer.
    private long within;

    @TempDir
    Path folder;

    private enum Way {
        RESET,
        FINISH,
        HALF_OPEN,
        CLOSE_FRAME
    }

    @AfterEach
    void close() throws IOException {
        for (RawClient client : halfOpen) client.close();
    }

    @Test
    void whoeverIsCutAndComesBackHasTheStoredSession() throws Exception {
        try (var stub = new StubProvider();
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var asker = TestClient.at(server.port(), "connection=sample")) {
            while (cuts < CUTS) cutDuringAnAnswer(stub, asker, server.port());

            // A few may not have been served by then on a busy machine.
            assertTrue(2 * within > cuts, within + " of " + cuts + " came back before the end");
            assertTrue(server.err().lines().allMatch(line -> line.contains(" INFO ")), server.err());
        }
        Proofs.report("%d cuts, each followed by a switch, %d during the answer; all had the stored session", cuts, within);
    }

    private void cutDuringAnAnswer(StubProvider stub, TestClient asker, int port) throws Exception {
        var enough = new AtomicBoolean();
        stub.answers(
                Answer.of(new Step.Text("Let me see. "), new Step.Call("a", "run_query", "{\"sql\":\"select 1 as one\"}"), new Step.End()),
                Answer.of(Stream.concat(words(), Stream.of(new Step.Until(enough::get, "more é😀 "), new Step.End())).toArray(Step[]::new))
                        .every(PAUSE));
        String session = asker.send(Map.of("type", "session.create", "title", "Cut")).text("session", "id");
        var followers = new ArrayList<Follower>(List.of(new Follower(port, session, true), new Follower(port, session, true)));
        asker.send(Map.of("type", "message.send", "text", "Tell me."));
        for (int i = 0; i < CUTS_PER_ANSWER && cuts < CUTS; i++) {
            cut(port, session);
            followers.add(new Follower(port, session, false));
        }
        enough.set(true);
        asker.await("turn.finished");

        Received stored = asker.send(Map.of("type", "session.switch", "session", session));
        var numbered = new TreeMap<Long, String>();
        for (Follower follower : followers) {
            Fold fold = follower.whole();
            assertEquals(stored.at("messages"), fold.messages());
            assertEquals(stored.number("seq"), fold.seq());
            follower.numbered().forEach((seq, text) -> assertEquals(numbered.computeIfAbsent(seq, _ -> text), text));
        }
        within += followers.stream().filter(follower -> !follower.numbered().isEmpty()).count() - 2;
    }

    private static Stream<Step> words() {
        return IntStream.range(0, WORDS).mapToObj(i -> new Step.Text("w" + i + (i % 7 == 0 ? " é😀 " : " ")));
    }

    /// Half of them are in the middle of a command when it happens.
    private void cut(int port, String session) throws IOException {
        RawClient victim = RawClient.socket(port, "?session=" + session);
        if (random.nextBoolean()) victim.send(Arrays.copyOf(DRAFT, random.nextInt(DRAFT.length)));
        victim.skip(random.nextInt(BYTES_MAX));
        switch (Way.values()[cuts++ % Way.values().length]) {
            case RESET -> victim.reset();
            case FINISH -> victim.close();
            case HALF_OPEN -> halfOpen.add(victim);
            case CLOSE_FRAME -> {
                victim.send(RawClient.close(1000));
                victim.close();
            }
        }
    }

    /// Switches to the session at once and reads until its turn is over, on a thread of its own.
    private static final class Follower {
        private final Fold fold;
        private final TreeMap<Long, String> numbered = new TreeMap<>();
        private final Thread reader;
        private volatile Throwable failure;

        /// @param early whether the turn is still to begin
        Follower(int port, String session, boolean early) throws IOException {
            fold = new Fold(session);
            RawClient client = RawClient.socket(port, "?session=" + session);
            reader = Thread.ofVirtual().start(() -> follow(client, early));
        }

        private void follow(RawClient client, boolean early) {
            try (client) {
                for (boolean over = false; !over; ) {
                    RawClient.Frame frame = client.read(RawClient.TEXT);
                    if (frame == null) throw new AssertionError("the server cut a client that reads");
                    String text = new String(frame.payload(), StandardCharsets.UTF_8);
                    var event = new Received(Json.readObject(text));
                    boolean snapshot = event.type().equals("session.switched");
                    fold.apply(event);
                    if (event.at("seq") != null && !snapshot) numbered.put(event.number("seq"), text);
                    over = event.type().equals("turn.finished") || snapshot && !early && event.at("running").equals(false);
                }
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
        }

        Fold whole() throws InterruptedException {
            assertTrue(reader.join(Duration.ofSeconds(60)), "it never ends");
            if (failure != null) throw new AssertionError(failure);
            return fold;
        }

        /// The texts of the events that came after the snapshot.
        TreeMap<Long, String> numbered() {
            return numbered;
        }
    }
}
