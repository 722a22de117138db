package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Proofs;
import tablechat.testing.ServerProcess;
import tablechat.web.RawClient;

/// Many at once, and many one after another.
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
class CrowdIT {
    private static final int CONNECTS = Proofs.count(500, 10_000);
    private static final int AT_ONCE = 8;
    private static final int IDLE = Proofs.count(100, 1_000);
    private static final int ACTIVE = Proofs.count(10, 50);
    private static final Duration ACTIVE_FOR = Duration.ofSeconds(Proofs.count(1, 10));
    private static final int COMMANDS = Proofs.count(2_000, 10_000);
    private static final List<String> FLOOD = List.of("ping", "session.list", "connection.list", "help", "nonsense");
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int RESIDENT_MB_MAX = 1_000;

    @TempDir
    static Path folder;

    private ServerProcess server;
    private Vitals vitals;

    @BeforeAll
    void start() throws InterruptedException {
        server = ServerProcess.start(folder, Map.of());
        vitals = new Vitals(server, folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void connectsAndCutsLeaveNothingBehind() throws Exception {
        connectAndCut(CONNECTS / 20);
        settle(Long.MAX_VALUE, Long.MAX_VALUE);
        long descriptors = vitals.descriptors();
        long threads = vitals.threads();

        connectAndCut(CONNECTS);

        // A few carriers of virtual threads may have come.
        settle(descriptors, threads + Runtime.getRuntime().availableProcessors() + 2);
        assertTrue(server.err().lines().allMatch(line -> line.contains(" INFO ")), server.err());
        Proofs.report("%,d connects and cuts: descriptors %d, then %d; threads %d, then %d",
                CONNECTS, descriptors, vitals.descriptors(), threads, vitals.threads());
    }

    private void connectAndCut(int times) throws Exception {
        int port = server.port();
        together(IntStream.range(0, AT_ONCE).<Callable<Integer>>mapToObj(_ -> () -> {
            for (int i = 0; i < times / AT_ONCE; i++) connectAndCut(port, i);
            return 0;
        }).toList());
    }

    private static void connectAndCut(int port, int number) throws IOException {
        RawClient client = number % 5 < 2 ? new RawClient(port) : RawClient.socket(port, "");
        switch (number % 5) {
            case 0 -> client.close();
            case 1 -> {
                client.send("GET / HT".getBytes(StandardCharsets.US_ASCII));
                client.reset();
            }
            case 2 -> client.reset();
            case 3 -> client.close();
            default -> {
                client.send(RawClient.close(1000));
                client.close();
            }
        }
    }

    private void settle(long descriptors, long threads) throws IOException, InterruptedException {
        long end = System.nanoTime() + HANG.toNanos();
        Thread.sleep(500);
        while (vitals.descriptors() > descriptors || vitals.threads() > threads) {
            assertTrue(System.nanoTime() < end, () -> "something stays: " + vitalsNow());
            Thread.sleep(200);
        }
    }

    private String vitalsNow() {
        try {
            return vitals.descriptors() + " descriptors, " + vitals.threads() + " threads";
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    /// On a server of their own: what the others had it keep is not theirs.
    @Test
    void manyIdleAndSomeActiveAreServed(@TempDir Path own) throws Exception {
        var idle = new ArrayList<RawClient>();
        var pulses = new ArrayList<Pulse>();
        try (var server = ServerProcess.start(own, Map.of())) {
            for (int i = 0; i < IDLE; i++) idle.add(RawClient.socket(server.port(), ""));
            for (int i = 0; i < ACTIVE; i++) pulses.add(new Pulse(server.port(), 20));
            Thread.sleep(ACTIVE_FOR);
            var waits = new ArrayList<Double>();
            for (Pulse pulse : pulses) waits.addAll(pulse.milliseconds());

            long resident = new Vitals(server, own).residentMb();
            // One each there is in any case.
            assertTrue(waits.size() > 2 * ACTIVE, "only " + waits.size() + " pings were answered");
            assertTrue(resident < RESIDENT_MB_MAX, resident + " MB");
            Proofs.report("%,d idle and %d active: ping p50 %.1f ms, p99 %.1f ms of %,d; RSS %d MB",
                    IDLE, ACTIVE, Pulse.percentile(waits, 50), Pulse.percentile(waits, 99), waits.size(), resident);
        } finally {
            for (Pulse pulse : pulses) pulse.close();
            for (RawClient client : idle) client.close();
        }
    }

    @Test
    void aFloodOfCommandsIsAnsweredAndHarmsNobodyElse() throws Exception {
        try (var flooding = RawClient.socket(server.port(), ""); var pulse = new Pulse(server.port(), 5)) {
            long start = System.nanoTime();
            Thread sender = Thread.ofVirtual().start(() -> flood(flooding));
            int answered = 0;
            int closed = 0;
            while (answered < COMMANDS && closed == 0) {
                RawClient.Frame frame = flooding.read();
                if (frame == null) break;
                if (frame.opcode() == RawClient.CLOSE) closed = frame.closeCode();
                else if (frame.text().contains("\"re\":\"f" + answered + "\"")) answered++;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            sender.join();

            List<Double> waits = pulse.milliseconds();
            assertTrue(answered == COMMANDS || closed == 1013, answered + " answered, closed with " + closed);
            try (var after = RawClient.socket(server.port(), "")) {
                assertTrue(after.read(RawClient.TEXT).text().startsWith("{\"type\":\"welcome\""));
            }
            assertEquals("", server.err().lines().filter(line -> !line.contains(" INFO ")).findFirst().orElse(""));
            Proofs.report("a flood of %,d commands: %,d answered in %.1f s%s; others' ping p99 %.1f ms of %,d",
                    COMMANDS, answered, seconds, closed == 0 ? "" : ", then closed with " + closed, Pulse.percentile(waits, 99),
                    waits.size());
        }
    }

    private static void flood(RawClient client) {
        try {
            for (int i = 0; i < COMMANDS; i++) {
                client.send(RawClient.frame(0x81, "{\"type\":\"%s\",\"id\":\"f%d\"}".formatted(FLOOD.get(i % FLOOD.size()), i)));
            }
        } catch (IOException cut) {
            return; // told by what is read
        }
    }

    private static void together(List<Callable<Integer>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : threads.invokeAll(tasks)) done.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
