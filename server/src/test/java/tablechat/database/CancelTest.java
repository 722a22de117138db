package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CancelTest {
    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
    private static final String ENDLESS_JOIN = "select count(*) from orders a, orders b, (" + ENDLESS + ")";

    @TempDir
    Path folder;

    @Test
    void aQueryThatTakesTooLongIsStopped() throws Exception {
        Path file = Shop.in(folder);
        try (var shop = new Database(Kind.at(Address.of("sqlite:" + file)), Duration.ofSeconds(1))) {
            var failed = assertInstanceOf(Outcome.Failed.class, shop.query(ENDLESS));

            assertEquals("It was stopped after 1 s, the longest a query may take.", failed.message());
            assertTrue(failed.durationMs() >= 1000);
            assertInstanceOf(Outcome.Rows.class, shop.query("select 1"));
        }
    }

    @Test
    void anInterruptedCallerStopsItsQueryAndNoOther() throws Exception {
        try (Database shop = Shop.open(Shop.in(folder))) {
            var stopped = new AtomicInteger();
            Thread first = endless(shop, ENDLESS, stopped);
            Thread second = endless(shop, ENDLESS_JOIN, stopped);
            Thread.sleep(200);

            first.interrupt();
            first.join();

            assertEquals(1, stopped.get());
            assertTrue(second.isAlive());
            second.interrupt();
            second.join();
            assertEquals(2, stopped.get());
        }
    }

    @Test
    void closingStopsWhatRuns() throws Exception {
        Database shop = Shop.open(Shop.in(folder));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> running = callers.submit(() -> shop.query(ENDLESS));
            Thread.sleep(200);

            shop.close();

            var failed = assertInstanceOf(Outcome.Failed.class, running.get());
            assertEquals(Lanes.CLOSED, failed.message());
        }
        assertEquals(0, openHandles());
    }

    @Test
    void sixtyQueriesOfWhichAThirdAreStoppedLeaveNothingBehind() throws Exception {
        Database shop = Shop.open(Shop.in(folder));
        var stopped = new AtomicInteger();
        List<Thread> endless = new ArrayList<>();
        List<Future<Outcome>> quick = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                if (i >= 2) stop(endless.get(i - 2));
                endless.add(endless(shop, ENDLESS, stopped));
                quick.add(callers.submit(() -> shop.query("select * from customers")));
                quick.add(callers.submit(() -> shop.query("select * from nothing_like_it")));
                if (i >= 4) quick.get(2 * i - 8).get(); // so that no more wait than may
            }
            for (Thread thread : endless) stop(thread);
            for (int i = 0; i < quick.size(); i++) {
                Outcome outcome = quick.get(i).get();
                assertEquals(i % 2 == 0 ? Outcome.Rows.class : Outcome.Failed.class, outcome.getClass());
            }
        }

        assertEquals(20, stopped.get());
        assertTrue(openHandles() <= Lanes.LANES_MAX, openHandles() + " open");
        assertInstanceOf(Outcome.Rows.class, shop.query("select 1"));
        shop.close();
        assertEquals(0, openHandles());
    }

    @Test
    void aCallerInterruptedBeforeItAsksIsToldAtOnce() throws Exception {
        try (Database shop = Shop.open(Shop.in(folder))) {
            var stopped = new AtomicInteger();
            Thread caller = Thread.ofVirtual().unstarted(() -> {
                Thread.currentThread().interrupt();
                ask(shop, ENDLESS, stopped);
            });

            caller.start();
            caller.join();

            assertEquals(1, stopped.get());
        }
    }

    private static Thread endless(Database shop, String sql, AtomicInteger stopped) {
        return Thread.ofVirtual().start(() -> ask(shop, sql, stopped));
    }

    private static void ask(Database shop, String sql, AtomicInteger stopped) {
        try {
            shop.query(sql);
        } catch (InterruptedException e) {
            stopped.incrementAndGet();
        }
    }

    private static void stop(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /// Of files in the test's folder, by this process, where the system tells.
    private long openHandles() throws Exception {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) return 0;
        try (var links = Files.list(handles)) {
            return links.filter(this::isOfTheFolder).count();
        }
    }

    private boolean isOfTheFolder(Path link) {
        try {
            return Files.readSymbolicLink(link).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
