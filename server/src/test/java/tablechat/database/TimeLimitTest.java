package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tablechat.protocol.Result.Column;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Proofs;

/// The time a connection's queries may take is also what the servers are told.
@ExtendWith({OnPostgres.class, OnMariaDb.class})
@Timeout(180)
@InTurn
class TimeLimitTest {
    private static final String POSTGRES_LIMIT = "select current_setting('statement_timeout')";
    private static final String MARIADB_LIMIT = "select @@max_statement_time";

    @Test
    void postgresqlIsToldFiveSecondsMoreThanTheConnectionsOwn(PostgresServer server) throws Exception {
        assertEquals("35s", limit(postgres(server), Database.QUERY_MAX, POSTGRES_LIMIT));
        assertEquals("7s", limit(postgres(server), Duration.ofSeconds(2), POSTGRES_LIMIT));
        assertEquals("125s", limit(postgres(server), Duration.ofSeconds(120), POSTGRES_LIMIT));
    }

    @Test
    void mariaDbIsToldFiveSecondsMoreThanTheConnectionsOwn(MariaDbServer server) throws Exception {
        assertEquals(35.0, Double.parseDouble(limit(mariaDb(server), Database.QUERY_MAX, MARIADB_LIMIT)));
        assertEquals(7.0, Double.parseDouble(limit(mariaDb(server), Duration.ofSeconds(2), MARIADB_LIMIT)));
        assertEquals(125.0, Double.parseDouble(limit(mariaDb(server), Duration.ofSeconds(120), MARIADB_LIMIT)));
    }

    @Test
    void allRowsMayTakeTheirTenMinutesThereTooAndTheNextQueryMayNot(PostgresServer postgres, MariaDbServer mariaDb) throws Exception {
        try (Database shop = new Database(postgres(postgres), Database.QUERY_MAX)) {
            assertEquals("605s", poured(shop, POSTGRES_LIMIT));
            assertEquals("35s", first(shop.query(POSTGRES_LIMIT)));
        }
        try (Database shop = new Database(mariaDb(mariaDb), Database.QUERY_MAX)) {
            assertEquals(605.0, Double.parseDouble(poured(shop, MARIADB_LIMIT)));
            assertEquals(35.0, Double.parseDouble(first(shop.query(MARIADB_LIMIT))));
        }
    }

    @Test
    void aServerStopsWhatOurCancelDoesNotReach(PostgresServer postgres, MariaDbServer mariaDb) throws Exception {
        assumeTrue(Proofs.ALL, "it takes some seconds");

        assertEquals("The server stopped it: it took longer than a statement may take there.",
                uncancelled(postgres(postgres), "select pg_sleep(60)"));
        assertEquals("The server stopped it: it took longer than a statement may take there.",
                uncancelled(mariaDb(mariaDb), "select count(*) from information_schema.collations a, information_schema.collations b, "
                        + "information_schema.collations c, information_schema.collations d, information_schema.collations e"));
    }

    @Test
    void aQueryMayTakeLongerThanUsualWhereTheConnectionSaysSo(PostgresServer postgres, MariaDbServer mariaDb) throws Exception {
        assumeTrue(Proofs.ALL, "it takes more than a minute");
        int seconds = (int) Fallback.silenceMax(Database.QUERY_MAX).toSeconds() + 2;

        try (Database shop = new Database(postgres(postgres), Duration.ofSeconds(60))) {
            assertInstanceOf(Outcome.Rows.class, shop.query("select pg_sleep(%d)".formatted(seconds)));
        }
        try (Database shop = new Database(mariaDb(mariaDb), Duration.ofSeconds(60))) {
            assertInstanceOf(Outcome.Rows.class, shop.unguarded("select sleep(%d)".formatted(seconds)));
        }
    }

    private static String limit(Kind kind, Duration queryMax, String sql) throws InterruptedException {
        try (Database shop = new Database(kind, queryMax)) {
            return first(shop.query(sql));
        }
    }

    private static String first(Outcome outcome) {
        return assertInstanceOf(Outcome.Rows.class, outcome, outcome::toString).rows().getFirst().getFirst().toString();
    }

    private static String poured(Database shop, String sql) throws InterruptedException {
        var rows = new ArrayList<List<Object>>();
        Outcome outcome = shop.pour(sql, new RowSink() {
            @Override
            public void columns(List<Column> columns) {}

            @Override
            public boolean row(List<Object> cells) {
                return rows.add(cells);
            }
        });
        assertInstanceOf(Outcome.Rows.class, outcome, outcome::toString);
        return rows.getFirst().getFirst().toString();
    }

    /// What comes of it where nobody watches.
    private static String uncancelled(Kind kind, String sql) throws Exception {
        var lane = new Lane(kind, kind.present());
        long start = System.nanoTime();
        try (var statement = lane.statement(sql)) {
            lane.allow(Duration.ofSeconds(1));
            lane.execute(statement, sql);
            return "It ended by itself.";
        } catch (SQLException e) {
            assertTrue(Stopwatch.millisecondsSince(start) >= 5_000);
            return kind.errors().sentence(e);
        } finally {
            lane.close();
        }
    }

    private static Kind postgres(PostgresServer server) {
        return Kind.at(new Address(server.url(PostgresServer.READER), null, PostgresServer.PASSWORD));
    }

    private static Kind mariaDb(MariaDbServer server) {
        return Kind.at(new Address(server.url("mariadb", MariaDbServer.READER), null, MariaDbServer.PASSWORD));
    }
}
