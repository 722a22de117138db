package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;
import tablechat.web.RawClient;

/// Those who do not read what they are sent cost little, are cut soon, and nobody else notices them.
@Timeout(300)
class SlowReadersIT {
    private static final int READERS = Proofs.count(6, 20);
    /// Each is sent twice, as tokens and at its end: in all well over what may be pending for a client. In full over 10 MB of text;
    /// an answer has at most 2 MiB.
    private static final int ANSWERS = Proofs.count(4, 7);
    private static final String[] WORDS = Stream.generate(() -> "x".repeat(2_000)).limit(900).toArray(String[]::new);
    private static final int ROOM_BYTES = 4 * 1024;
    private static final Duration CUT_WITHIN = Duration.ofSeconds(30);
    /// With copies for each of 20 of what is pending, 8 MiB, it would not do.
    private static final String HEAP = "-Xmx144m";

    @TempDir
    Path folder;

    @Test
    void readersThatNeverReadAreCutAndHarmNobody() throws Exception {
        var slow = new ArrayList<RawClient>();
        try (var stub = new StubProvider();
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url(), "JAVA_TOOL_OPTIONS", HEAP));
                var asker = TestClient.at(server.port(), "connection=sample");
                var pulse = new Pulse(server.port(), 10)) {
            var vitals = new Vitals(server, folder);
            String session = asker.send(Map.of("type", "session.create", "title", "Flood")).text("session", "id");
            long before = vitals.descriptors();
            for (int i = 0; i < READERS; i++) slow.add(RawClient.socket(server.port(), "?session=" + session, ROOM_BYTES));
            assertTrue(vitals.descriptors() >= before + READERS);

            for (int i = 0; i < ANSWERS; i++) {
                stub.answers(Answer.text(WORDS));
                asker.send(Map.of("type", "message.send", "text", "Flood us."));
                assertEquals("complete", asker.await("turn.finished").text("status"));
            }
            long ended = System.nanoTime();
            // The connection to the provider may stay.
            while (vitals.descriptors() > before + 2) {
                assertTrue(System.nanoTime() - ended < CUT_WITHIN.toNanos(), () -> "still connected: " + server);
                Thread.sleep(50);
            }
            double cutSeconds = (System.nanoTime() - ended) / 1e9;

            List<Double> waits = pulse.milliseconds();
            assertTrue(server.err().lines().allMatch(line -> line.contains(" INFO ") || line.startsWith("Picked up")), server.err());
            Proofs.report("%d readers that never read while %.1f MB streamed: all cut %.1f s after the end; others' ping p50 %.1f ms,"
                            + " p99 %.1f ms of %d; RSS at most %d MB",
                    READERS, ANSWERS * 1.8, cutSeconds, Pulse.percentile(waits, 50), Pulse.percentile(waits, 99), waits.size(),
                    vitals.peakMb());
        } finally {
            for (RawClient client : slow) client.close();
        }
    }
}
