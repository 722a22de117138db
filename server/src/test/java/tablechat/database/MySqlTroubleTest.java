package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tablechat.protocol.Connection.Status;
import tablechat.testing.Gate;
import tablechat.testing.OnMariaDb;
import tablechat.testing.MariaDbServer;

/// What goes wrong on the way to a server: each in words, soon, and without the password.
@ExtendWith(OnMariaDb.class)
@Timeout(60)
class MySqlTroubleTest {
    private static final Duration SAID_MAX = Duration.ofSeconds(10);
    private static final String LOGIN = MariaDbServer.READER + ":s3cr%2Ft:p%40ss";

    private static MariaDbServer server;

    @BeforeAll
    static void start(MariaDbServer started) {
        server = started;
    }

    @Test
    void aWrongPassword() throws Exception {
        assertSaid("127.0.0.1:%d does not let shop_reader in: the password is wrong, or there is no such login.".formatted(server.port()),
                server.url("mariadb", MariaDbServer.READER + ":wr0ng"));
    }

    @Test
    void noPasswordAtAll() throws Exception {
        assertSaid("127.0.0.1:%d asks shop_reader for a password, and none was given.".formatted(server.port()),
                server.url("mariadb", MariaDbServer.READER));
    }

    @Test
    void aPasswordThatIsReferredToButNotThere() throws Exception {
        assertSaid("The environment variable TABLECHAT_NOT_SET, which should hold the password, is not set.",
                server.url("mariadb", MariaDbServer.READER + ":${env:TABLECHAT_NOT_SET}"));
    }

    @Test
    void anUnknownDatabase() throws Exception {
        assertSaid("There is no database nowhere at 127.0.0.1:%d.".formatted(server.port()),
                server.url("mariadb", LOGIN.replace(MariaDbServer.READER, MariaDbServer.BOSS)).replaceAll("/shop$", "/nowhere"));
    }

    @Test
    void aDatabaseOfOthers() throws Exception {
        assertSaid("shop_reader may not use the database mysql.", server.url("mariadb", LOGIN).replaceAll("/shop$", "/mysql"));
    }

    @Test
    void aServerThatIsNotThere() throws Exception {
        int port;
        try (Gate gate = Gate.silent()) {
            port = gate.port();
        }
        assertSaid("Nothing answers at 127.0.0.1:%d: is the database running there?".formatted(port),
                "mysql://%s@127.0.0.1:%d/shop".formatted(LOGIN, port));
    }

    @Test
    void aHostThatNobodyKnows() throws Exception {
        assertSaid("There is no host called no-such-host.invalid, or its name cannot be looked up now.",
                "mysql://%s@no-such-host.invalid/shop".formatted(LOGIN));
    }

    @Test
    void aServerThatNeverAnswers() throws Exception {
        try (Gate gate = Gate.silent()) {
            assertSaid("127.0.0.1:%d did not answer in time.".formatted(gate.port()),
                    "mysql://%s@127.0.0.1:%d/shop".formatted(LOGIN, gate.port()));
        }
    }

    @Test
    void aServerWithoutTls() throws Exception {
        assertSaid("TLS with 127.0.0.1:%d failed: the server does not offer it.".formatted(server.port()),
                server.url("mariadb", LOGIN) + "?ssl-mode=REQUIRED");
    }

    @Test
    void aDatabaseThatGoesInMidQueryAndComesBack() throws Exception {
        Gate gate = Gate.before(server.port());
        try (Database shop = Database.at("mysql://%s@127.0.0.1:%d/shop".formatted(LOGIN, gate.port()))) {
            assertEquals(Status.OK, shop.probe().status());
            Thread shutting = Thread.ofVirtual().start(() -> shutSoon(gate));

            var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select count(*) from information_schema.collations a, "
                    + "information_schema.collations b, information_schema.collations c, information_schema.collations d, "
                    + "information_schema.collations e"));
            shutting.join();

            assertTrue(failed.message().contains("The connection to 127.0.0.1:%d broke".formatted(gate.port())), failed.message());
            assertTrue(failed.durationMs() < SAID_MAX.toMillis());
            assertEquals(Status.UNREACHABLE, shop.health().status());
            assertEquals(Status.UNREACHABLE, shop.probe().status());
            try (Gate _ = Gate.at(gate.port(), server.port())) {
                assertInstanceOf(Outcome.Rows.class, shop.query("select 1"));
                assertEquals(Status.OK, shop.health().status());
            }
        }
    }

    private static void shutSoon(Gate gate) {
        try {
            Thread.sleep(500);
            gate.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSaid(String sentence, String url) throws Exception {
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
}
