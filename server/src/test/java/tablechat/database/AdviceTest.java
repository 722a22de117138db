package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tablechat.protocol.Connection.Attempt;
import tablechat.protocol.Connection.Guard;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;

/// Who does as `guard.advice` says, word by word but for the password, has a login that only reads.
@ExtendWith({OnPostgres.class, OnMariaDb.class})
@Timeout(60)
@InTurn
class AdviceTest {
    private static final String SAFE = "tablechat";

    @Test
    void onPostgresqlAlsoWhereEverybodyMayCreateTables(PostgresServer server) throws Exception {
        server.write("grant create on schema public to public");
        try {
            String advice = guard(server.url("postgres"), "").advice();
            assertTrue(advice.endsWith("revoke create on schema public from public;"), advice);

            server.write(advice.replace("…", PostgresServer.PASSWORD).split(";\n?"));
            Guard safe = guard(server.url(SAFE), PostgresServer.PASSWORD);

            assertEquals("Read-only, proven: 11 of 11 attempts to get around it were held. The login tablechat may only read.",
                    safe.detail());
            assertNull(safe.advice());
            assertReads(server.url(SAFE), PostgresServer.PASSWORD);
        } finally {
            server.write("revoke create on schema public from public", "drop owned by tablechat", "drop role tablechat");
        }
    }

    /// What is not held is MariaDB's own: see databases.md.
    @Test
    void onMariaDb(MariaDbServer server) throws Exception {
        String advice = guard(server.url("mariadb", MariaDbServer.OWNER), MariaDbServer.PASSWORD).advice();

        server.write(advice.replace("…", MariaDbServer.PASSWORD).split("; ?"));
        try {
            Guard safe = guard(server.url("mariadb", SAFE), MariaDbServer.PASSWORD);

            assertTrue(safe.detail().endsWith("The login tablechat@% may only read."), safe.detail());
            assertTrue(safe.checks().stream().allMatch(attempt -> attempt.held() || attempt.name().equals("write a file on the server")),
                    () -> safe.checks().stream().map(Attempt::name).toList().toString());
            assertNull(safe.advice());
            assertReads(server.url("mariadb", SAFE), MariaDbServer.PASSWORD);
        } finally {
            server.write("drop user tablechat@'%'");
        }
    }

    @Test
    void rightsOnADatabaseWithABlankInItsNameAreSeenToo(MariaDbServer server) throws Exception {
        server.write("create database `our shop`", "create user blank@'%%' identified by '%s'".formatted(MariaDbServer.PASSWORD),
                "grant insert on `our shop`.* to blank@'%'");
        try {
            Guard guard = guard(server.url("mariadb", "blank").replace("/shop", "/our%20shop"), MariaDbServer.PASSWORD);

            assertTrue(guard.detail().endsWith("The login blank@% may change tables (INSERT)."), guard.detail());
        } finally {
            server.write("drop user blank@'%'", "drop database `our shop`");
        }
    }

    private static Guard guard(String url, String password) throws InterruptedException {
        try (Database database = Database.at(url, null, password)) {
            return database.probe().guard();
        }
    }

    private static void assertReads(String url, String password) throws InterruptedException {
        try (Database database = Database.at(url, null, password)) {
            Outcome outcome = database.query("select count(*) from customers");
            assertTrue(outcome instanceof Outcome.Rows, outcome::toString);
        }
    }
}
