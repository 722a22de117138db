package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Proofs;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.web.RawClient;

/// Hours of use, with a fault again and again: what the process holds stays what it was, and all that was answered is stored.
/// 10 minutes with `-Pproofs`, as many as are wanted with `-Dsoak.minutes`, some seconds else.
class SoakIT {
    private static final int MINUTES = Integer.getInteger("tablechat.soak.minutes", 0);
    private static final Duration LENGTH = MINUTES > 0 ? Duration.ofMinutes(MINUTES) : Duration.ofSeconds(Proofs.count(8, 600));
    private static final int ROUNDS = Math.max(4, (int) LENGTH.toMinutes());
    private static final int TALKERS = 4;
    private static final Duration LOCKED = Duration.ofSeconds(Proofs.count(1, 3));

    @TempDir
    Path folder;

    /// What was seen at the end of a round, after a garbage collection.
    private record Seen(long heapKb, long threads, long descriptors, long residentMb, double p99Millis) {}

    @Test
    void whatItHoldsStaysWhatItWas() throws Exception {
        var seen = new ArrayList<Seen>();
        try (var provider = new Supply(new Random(11));
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", provider.url()))) {
            int port = server.port();
            List<Talker> talkers = IntStream.range(0, TALKERS).mapToObj(i -> new Talker(port, new Random(i))).toList();
            var vitals = new Vitals(server, folder);
            for (int round = 0; round < ROUNDS; round++) {
                seen.add(round(server, vitals, round));
                Proofs.report("soak, round %d of %d: %s", round + 1, ROUNDS, seen.getLast());
            }
            int finished = 0;
            for (Talker talker : talkers) finished += talker.end();

            assertFlat(seen);
            assertStored(server, finished);
            Proofs.report("soak: %d answers in %d rounds", finished, ROUNDS);
        }
    }

    private Seen round(ServerProcess server, Vitals vitals, int round) throws Exception {
        List<Double> waits;
        try (var pulse = new Pulse(server.port(), 20)) {
            Thread.sleep(LENGTH.dividedBy(2L * ROUNDS));
            fault(server.port(), round);
            Thread.sleep(LENGTH.dividedBy(2L * ROUNDS));
            waits = pulse.milliseconds();
        }
        vitals.collectGarbage();
        return new Seen(vitals.heapKb(), vitals.threads(), vitals.descriptors(), vitals.residentMb(), Pulse.percentile(waits, 99));
    }

    /// Beside those of the provider, which come with every tenth answer or so.
    private void fault(int port, int round) throws Exception {
        switch (round % 4) {
            case 0 -> {
                try (Connection other = new SqliteFile(store()).open(); Statement statement = other.createStatement()) {
                    statement.execute("begin immediate");
                    Thread.sleep(LOCKED);
                    statement.execute("rollback");
                }
            }
            case 1 -> {
                for (int i = 0; i < 50; i++) RawClient.socket(port, "").reset();
            }
            case 2 -> {
                try (RawClient client = RawClient.socket(port, "")) {
                    for (int i = 0; i < 500; i++) client.send(RawClient.frame(0x81, "{\"type\":\"session.list\",\"limit\":1e" + i + "}"));
                }
            }
            default -> {
                try (RawClient client = RawClient.socket(port, "")) {
                    client.send(new byte[] {(byte) 0xff, 0, 1, 2, 3, 4, 5, 6, 7});
                }
            }
        }
    }

    /// Of the first and the last third; with what is loaded, compiled and cached only in use.
    private static void assertFlat(List<Seen> seen) {
        int third = Math.max(1, seen.size() / 3);
        List<Seen> first = seen.subList(0, third);
        List<Seen> last = seen.subList(seen.size() - third, seen.size());
        for (var figure : List.<ToLongFunction<Seen>>of(Seen::threads, Seen::descriptors)) {
            long before = first.stream().mapToLong(figure).max().orElseThrow();
            long after = last.stream().mapToLong(figure).min().orElseThrow();
            assertTrue(after <= before + 10, seen::toString);
        }
        long before = first.stream().mapToLong(Seen::heapKb).max().orElseThrow();
        long after = last.stream().mapToLong(Seen::heapKb).min().orElseThrow();
        assertTrue(after <= before * 1.3 + 16 * 1024, seen::toString);
    }

    private void assertStored(ServerProcess server, int finished) throws Exception {
        server.term();
        server.status();
        var store = new SqliteFile(store());
        assertEquals(List.of("ok"), store.column("pragma integrity_check"));
        assertEquals(List.of(), store.column("pragma foreign_key_check"));
        assertEquals(List.of(0), store.column("select count(*) from message where status = 'streaming'"));
        assertEquals(List.of(finished), store.column("select count(*) from message where role = 'assistant'"));
        assertTrue(finished >= TALKERS, "the talkers talked");
    }

    private Path store() {
        return folder.resolve("data").resolve("tablechat.db");
    }
}
