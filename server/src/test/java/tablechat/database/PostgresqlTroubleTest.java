package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tablechat.database.Trouble.assertHeals;
import static tablechat.database.Trouble.assertSaid;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tablechat.protocol.Connection.Status;
import tablechat.testing.DeadPort;
import tablechat.testing.Gate;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;

/// What goes wrong on the way to a server: each in words, soon, and without the password.
@ExtendWith(OnPostgres.class)
@Timeout(60)
@InTurn
class PostgresqlTroubleTest {
    private static final String LOGIN = PostgresServer.READER + ":s3cr%2Ft:p%40ss";

    private static PostgresServer server;

    @BeforeAll
    static void start(PostgresServer started) {
        server = started;
    }

    @Test
    void aWrongPassword() throws Exception {
        assertSaid("127.0.0.1:%d does not let shop_reader in: the password is wrong, or there is no such login.".formatted(server.port()),
                server.url(PostgresServer.READER + ":wr0ng"));
    }

    @Test
    void noPasswordAtAll() throws Exception {
        assertSaid("127.0.0.1:%d asks shop_reader for a password, and none was given.".formatted(server.port()),
                server.url(PostgresServer.READER));
    }

    @Test
    void aPasswordThatIsReferredToButNotThere() throws Exception {
        assertSaid("The environment variable SHOP_NOT_SET, which should hold the password, is not set.",
                server.url(PostgresServer.READER + ":${env:SHOP_NOT_SET}"));
    }

    @Test
    void anUnknownDatabase() throws Exception {
        assertSaid("There is no database nowhere at 127.0.0.1:%d.".formatted(server.port()),
                server.url(LOGIN).replaceAll("/shop$", "/nowhere"));
    }

    @Test
    void aServerThatIsNotThere() throws Exception {
        try (var dead = new DeadPort()) {
            assertSaid("Nothing answers at 127.0.0.1:%d: is the database running there?".formatted(dead.number()),
                    "postgresql://%s@127.0.0.1:%d/shop".formatted(LOGIN, dead.number()));
        }
    }

    @Test
    void aHostThatNobodyKnows() throws Exception {
        assertSaid("There is no host called no-such-host.invalid, or its name cannot be looked up now.",
                "postgresql://%s@no-such-host.invalid/shop".formatted(LOGIN));
    }

    @Test
    void aServerThatNeverAnswers() throws Exception {
        try (Gate gate = Gate.silent()) {
            assertSaid("127.0.0.1:%d did not answer in time.".formatted(gate.port()),
                    "postgresql://%s@127.0.0.1:%d/shop".formatted(LOGIN, gate.port()));
        }
    }

    @Test
    void aServerWithoutTls() throws Exception {
        assertSaid("TLS with 127.0.0.1:%d failed: the server does not offer it.".formatted(server.port()),
                server.url(LOGIN) + "?sslmode=require");
    }

    @Test
    void aCertificateThatNobodyVouchesFor() throws Exception {
        server.speakTls();
        try {
            assertSaid("TLS with 127.0.0.1:%d failed: the server's certificate is from nobody this machine trusts."
                            .formatted(server.port()),
                    server.url(LOGIN) + "?sslmode=verify-full");
            try (Database unverified = Database.at(server.url(LOGIN) + "?sslmode=require")) {
                assertEquals(Status.OK, unverified.probe().status());
            }
        } finally {
            server.speakNoTls();
        }
    }

    @Test
    void aDatabaseThatGoesInMidQueryAndComesBack() throws Exception {
        assertHeals(port -> "postgresql://%s@127.0.0.1:%d/shop".formatted(LOGIN, port), server.port(), "select pg_sleep(20)");
    }
}
