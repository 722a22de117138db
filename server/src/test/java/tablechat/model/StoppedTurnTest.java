package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// A stop ends the turn, and what the provider still writes, in every phase: within a second where nothing else keeps the machine.
@Timeout(120)
class StoppedTurnTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
    private static final Step[] MANY = Stream.generate(() -> new Step.Text("x")).limit(2000).toArray(Step[]::new);

    /// @param until the event after which it is stopped
    private enum Phase {
        BEFORE_HEADERS("turn.started", Answer.text("a").afterSilence(LONG)),
        BEFORE_THE_FIRST_TOKEN("turn.started", Answer.of(new Step.Stall())),
        BETWEEN_TOKENS("token", Answer.of(MANY).every(Duration.ofMillis(20))),
        AFTER_THE_LAST_TOKEN("token", Answer.of(new Step.Text("a"), new Step.Stall())),
        WHILE_A_TOOL_RUNS("tool.started", Answer.of(new Step.Call("a", "run_query", "{\"sql\":\"" + ENDLESS + "\"}"), new Step.End())),
        BEFORE_A_RETRY("turn.started", Answer.status(429, "", Map.of("Retry-After", "15")));

        private final String until;
        private final Answer answer;

        Phase(String until, Answer answer) {
            this.until = until;
            this.answer = answer;
        }

        /// Whether the provider still writes.
        boolean isHeard() {
            return this != WHILE_A_TOOL_RUNS && this != BEFORE_A_RETRY;
        }
    }

    @TempDir
    Path folder;

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private long slowestMillis;

    @AfterEach
    void report() {
        Proofs.report("the slowest stop took %d ms, from the command to its end at the provider's", slowestMillis);
    }

    @Test
    void aStopEndsTheTurnAndTheRequestInEveryPhase() throws Exception {
        Model[] models = Arrays.stream(Speaker.values()).map(speaker -> speaker.asks(stub)).toArray(Model[]::new);
        try (var server = TestServer.over(folder, models); var client = server.client()) {
            for (int times = 0; times < Proofs.count(1, 10); times++) {
                for (Phase phase : Phase.values()) {
                    Model model = models[(phase.ordinal() + times) % models.length];
                    stop(phase, model.info().provider() + "/" + model.info().name(), client);
                }
            }
        }
    }

    private void stop(Phase phase, String model, TestClient client) throws InterruptedException {
        stub.answers(phase.answer);
        client.send(Map.of("type", "session.create", "title", phase.name()));
        client.send(Map.of("type", "message.send", "text", "Go on and on.", "model", model));
        client.await(phase.until);
        while (stub.seen().isEmpty()) Thread.sleep(5);
        Thread.sleep(50);

        long stoppedNanos = System.nanoTime();
        client.send(Map.of("type", "turn.stop"));
        Received finished = client.await("turn.finished");
        if (phase.isHeard()) assertTrue(stub.isLeftWithin(SOON), "the request goes on: " + phase);
        slowestMillis = Math.max(slowestMillis, Duration.ofNanos(System.nanoTime() - stoppedNanos).toMillis());

        assertEquals("stopped", finished.text("status"), phase::name);
        assertEquals(1, stub.forgetting(), phase::name);
        assertTrue(slowestMillis < SOON.toMillis(), phase + " took " + slowestMillis + " ms");
    }
}
