package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Proofs;

/// Many queries, a third of them stopped at random moments: every connection is usable afterwards.
@ExtendWith({OnPostgres.class, OnMariaDb.class})
@Timeout(300)
@InTurn
class StoppedTest {
    private static final int QUERIES = Proofs.count(60, 1_000);
    private static final int TOGETHER = 8;
    /// A server may need a moment until it hears that a statement is to end.
    private static final int LOOKS_MAX = 1_500;

    @TempDir
    Path folder;

    @Test
    void onSqlite() throws Exception {
        try (Database shop = Shop.open(Shop.in(folder))) {
            assertNothingIsLost(shop, "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n");
        }
    }

    @Test
    void onDuckDb() throws Exception {
        try (Database shop = DuckDbShop.open(DuckDbShop.in(folder))) {
            assertNothingIsLost(shop, "select count(*) from range(100000000) a join range(100000000) b on hash(a.range, b.range) = 1");
        }
    }

    @Test
    void onPostgresql(PostgresServer server) throws Exception {
        String url = server.url(PostgresServer.READER) + "?application_name=stopped";
        try (Database shop = Database.at(url, null, PostgresServer.PASSWORD)) {
            assertNothingIsLost(shop, "select count(*) from generate_series(1, 1000000000) as n");

            for (int i = 0; i < LOOKS_MAX && !server.ask(sessions("and state <> 'idle'")).equals("0"); i++) Thread.sleep(20);
            assertEquals("0", server.ask(sessions("and state <> 'idle'")));
            assertTrue(Integer.parseInt(server.ask(sessions(""))) <= Lanes.LANES_MAX);
        }
    }

    @Test
    void onMariaDb(MariaDbServer server) throws Exception {
        try (Database shop = Database.at(server.url("mariadb", MariaDbServer.READER), null, MariaDbServer.PASSWORD)) {
            assertNothingIsLost(shop, "select 'stopped', count(*) from " + Stream.of("a", "b", "c", "d", "e")
                    .map(alias -> "information_schema.collations " + alias).collect(Collectors.joining(", ")));

            String running = "select count(*) from information_schema.processlist where info like 'select ''stopped''%'";
            for (int i = 0; i < LOOKS_MAX && !server.ask(running).equals("0"); i++) Thread.sleep(20);
            assertEquals("0", server.ask(running));
        }
    }

    private static void assertNothingIsLost(Database shop, String endless) throws Exception {
        var random = new Random(11);
        var turns = new Semaphore(TOGETHER);
        var stopped = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < QUERIES; i++) {
            boolean stops = i % 3 == 0;
            turns.acquire();
            Thread caller = Thread.ofVirtual().start(() -> ask(shop, stops ? endless : "select count(*) from customers", stopped, turns));
            threads.add(caller);
            if (stops) {
                int milliseconds = random.nextInt(100);
                threads.add(Thread.ofVirtual().start(() -> stop(caller, milliseconds)));
            }
        }
        for (Thread thread : threads) thread.join();

        assertEquals((QUERIES + 2) / 3, stopped.get());
        assertAllAnswerTogether(shop);
    }

    /// As many at once as there are lanes: one that is lost would be missed here.
    private static void assertAllAnswerTogether(Database shop) throws Exception {
        var together = new CountDownLatch(Lanes.LANES_MAX);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> asked = new ArrayList<>();
            for (int i = 0; i < Lanes.LANES_MAX; i++) {
                asked.add(() -> {
                    together.countDown();
                    together.await();
                    return shop.query("select count(*) from orders");
                });
            }
            for (Future<Outcome> one : callers.invokeAll(asked)) {
                assertEquals(2, ((Number) assertInstanceOf(Outcome.Rows.class, one.get()).rows().getFirst().getFirst()).intValue());
            }
        }
    }

    private static void ask(Database shop, String sql, AtomicInteger stopped, Semaphore turns) {
        try {
            assertInstanceOf(Outcome.Rows.class, shop.query(sql));
        } catch (InterruptedException e) {
            stopped.incrementAndGet();
        } finally {
            turns.release();
        }
    }

    private static void stop(Thread caller, int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        caller.interrupt();
    }

    private static String sessions(String which) {
        return "select count(*) from pg_stat_activity where application_name = 'stopped' " + which;
    }
}
