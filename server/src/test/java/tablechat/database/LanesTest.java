package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LanesTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path folder;

    private Lanes lanes;

    @BeforeEach
    void open() throws Exception {
        lanes = new Lanes(Kind.at(Address.of("sqlite:" + Shop.in(folder))));
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void worksOnAPlatformThreadWhileAVirtualOneWaits() throws Exception {
        boolean virtual = lanes.run(LONG, lane -> Thread.currentThread().isVirtual());

        assertFalse(virtual);
    }

    @Test
    void aConnectionIsUsedAgainButNotAfterACancel() throws Exception {
        Lane first = lanes.run(LONG, lane -> lane);
        Lane second = lanes.run(LONG, lane -> lane);
        assertThrows(SQLTimeoutException.class, () -> lanes.run(Duration.ofMillis(1), lane -> blocked(50)));
        Lane third = lanes.run(LONG, lane -> lane);

        assertTrue(first == second);
        assertFalse(second == third);
    }

    @Test
    void workThatDoesNotEndIsLeftAloneAndTheOthersGoOn() throws Exception {
        var end = new CountDownLatch(1);

        assertThrows(SQLTimeoutException.class, () -> lanes.run(Duration.ofMillis(100), lane -> blocked(end)));

        assertEquals("done", lanes.run(LONG, lane -> "done"));
        end.countDown();
    }

    @Test
    void tooManyWhoWaitAreSentAwayAtOnce() throws Exception {
        var end = new CountDownLatch(1);
        var running = new CountDownLatch(Lanes.LANES_MAX);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Lanes.LANES_MAX; i++) {
                callers.submit(() -> lanes.run(LONG, lane -> {
                    running.countDown();
                    return blocked(end);
                }));
            }
            running.await();

            assertEquals("Too many queries run on this database now; try again in a moment.", theOneTooMany(callers, end));
        }
    }

    @Test
    void fourStuckStatementsTakeNoLaneAndFourMoreSayWhatHasToEnd() throws Exception {
        var end = new CountDownLatch(1);
        var together = new CyclicBarrier(Lanes.LANES_MAX);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> stuck : stuck(callers, end)) assertThrows(ExecutionException.class, stuck::get);
            List<Future<Integer>> side = new ArrayList<>();
            for (int i = 0; i < Lanes.LANES_MAX; i++) {
                side.add(callers.submit(() -> lanes.run(LONG, lane -> met(together))));
            }
            for (Future<Integer> one : side) one.get();

            for (Future<?> stuck : stuck(callers, end)) assertThrows(ExecutionException.class, stuck::get);
            assertEquals("Statements that cannot be stopped run on this database; they have to end before others can run.",
                    theOneTooMany(callers, end));
        }
    }

    @Test
    void aBugInTheWorkReachesTheCallerAndCostsOnlyItsConnection() throws Exception {
        assertThrows(IllegalStateException.class, () -> lanes.run(LONG, lane -> {
            throw new UnsupportedOperationException("a bug");
        }));

        assertEquals("done", lanes.run(LONG, lane -> "done"));
    }

    /// One more than may waits, and the one that is refused lets the others go on.
    private String theOneTooMany(ExecutorService callers, CountDownLatch end) throws Exception {
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < Lanes.WAITING_MAX + 1; i++) all.add(callers.submit(() -> refusal(end)));
        var refusals = new ArrayList<String>();
        for (Future<String> one : all) refusals.add(one.get());
        refusals.removeIf(String::isEmpty);
        assertEquals(1, refusals.size(), refusals::toString);
        return refusals.getFirst();
    }

    private String refusal(CountDownLatch end) throws Exception {
        try {
            lanes.run(LONG, lane -> blocked(end));
            return "";
        } catch (SQLTransientConnectionException busy) {
            end.countDown();
            return busy.getMessage();
        }
    }

    private List<Future<?>> stuck(ExecutorService callers, CountDownLatch end) {
        List<Future<?>> stuck = new ArrayList<>();
        for (int i = 0; i < Lanes.LANES_MAX; i++) {
            stuck.add(callers.submit(() -> lanes.run(Duration.ofMillis(100), lane -> blocked(end))));
        }
        return stuck;
    }

    private static int met(CyclicBarrier others) {
        try {
            return others.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int blocked(int milliseconds) {
        return blocked(new CountDownLatch(1), milliseconds);
    }

    private static int blocked(CountDownLatch end) {
        return blocked(end, 20_000);
    }

    /// Deaf to cancels, as a driver inside one long native call is.
    private static int blocked(CountDownLatch end, int milliseconds) {
        try {
            return end.await(milliseconds, TimeUnit.MILLISECONDS) ? 0 : 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
