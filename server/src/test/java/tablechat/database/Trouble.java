package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.IntFunction;
import tablechat.protocol.Connection.Status;
import tablechat.testing.Gate;

/// What must be true of all that goes wrong on the way to a server.
final class Trouble {
    private static final Duration SAID_MAX = Duration.ofSeconds(10);

    private Trouble() {}

    /// In these words, soon, and without the password.
    static void assertSaid(String sentence, String url) throws Exception {
        try (Database shop = Database.at(url)) {
            long start = System.nanoTime();

            var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select 1"));

            assertTrue(System.nanoTime() - start < SAID_MAX.toNanos());
            assertEquals(sentence, failed.message());
            assertEquals(Status.UNREACHABLE, shop.health().status());
            assertEquals(sentence, shop.health().error());
            assertFalse(shop.maskedUrl().contains("s3cr"), shop.maskedUrl());
        }
    }

    /// @param url of the database behind a port
    static void assertHeals(IntFunction<String> url, int port, String slow) throws Exception {
        try (Gate gate = Gate.before(port); Database shop = Database.at(url.apply(gate.port()))) {
            assertEquals(Status.OK, shop.probe().status());
            long before = gate.passed();
            Thread shutting = Thread.ofVirtual().start(() -> shutOnceAsked(gate, before));

            var failed = assertInstanceOf(Outcome.Failed.class, shop.unguarded(slow));
            shutting.join();

            assertTrue(failed.message().contains("The connection to 127.0.0.1:%d broke".formatted(gate.port())), failed.message());
            assertTrue(failed.durationMs() < SAID_MAX.toMillis());
            assertEquals(Status.UNREACHABLE, shop.health().status());
            assertEquals(Status.UNREACHABLE, shop.probe().status());
            gate.open(port);
            // Nobody asks: it is looked for.
            while (shop.health().status() != Status.OK) Thread.sleep(20);
            assertInstanceOf(Outcome.Rows.class, shop.query("select 1"));
        }
    }

    private static void shutOnceAsked(Gate gate, long before) {
        try {
            while (gate.passed() == before) Thread.sleep(5);
            gate.shut();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
