package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Connection.Status;
import tablechat.protocol.Result;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;

@ExtendWith(OnPostgres.class)
@Timeout(120)
@InTurn
class PostgresqlTest {
    /// A server that is busy takes its time.
    private static final int LOOKS_MAX = 1_000;

    private static PostgresServer server;
    private static Database shop;

    @BeforeAll
    static void open(PostgresServer started) {
        server = started;
        shop = Database.at(server.url(PostgresServer.READER), null, PostgresServer.PASSWORD);
    }

    @AfterAll
    static void close() {
        if (shop != null) shop.close();
    }

    @Test
    void listsTablesAndViewsWithCommentsAndEstimates() throws Exception {
        List<Table> tables = shop.tables(null);

        assertEquals(List.of(
                new Table(null, "big_orders", "view", null, null, null),
                new Table(null, "customers", "table", "Whom we sell to", 2L, null),
                new Table("extra", "notes", "table", null, null, null),
                new Table(null, "order_items", "table", null, 2L, null),
                new Table(null, "orders", "table", null, 2L, null)), tables);
    }

    @Test
    void describesColumnsKeysAndComments() throws Exception {
        List<Table> tables = shop.describe(List.of("customers", "Order_Items", "extra.notes"));

        assertEquals(List.of(
                new Column("id", "integer", false, true, null, null, null),
                new Column("name", "text", false, false, null, null, null),
                new Column("email", "text", true, false, null, "May be missing", null),
                new Column("country", "text", true, false, "'NO'::text", null, null)), tables.getFirst().columns());
        assertEquals(List.of(
                new Column("order_id", "integer", false, true, null, null, new Reference("orders", "id")),
                new Column("line", "integer", false, true, null, null, null),
                new Column("label", "character varying(20)", true, false, null, null, null)), tables.get(1).columns());
        assertEquals(new Reference("customers", "id"), tables.get(2).columns().get(1).references());
    }

    @Test
    void saysWhatTheLoginMayDo() throws Exception {
        try (Database owner = Database.at(server.url(PostgresServer.OWNER), null, PostgresServer.PASSWORD);
                Database superuser = Database.at(server.url("postgres"))) {
            Guard reading = shop.probe().guard();
            assertEquals("Read-only, proven: 11 of 11 attempts to get around it were held. The login shop_reader may only read.",
                    reading.detail());
            assertNull(reading.advice());
            Guard owning = owner.probe().guard();
            assertEquals("Read-only, proven: 11 of 11 attempts to get around it were held. "
                    + "The login shop_owner may change tables: use one that may only read.", owning.detail());
            assertEquals("""
                    create role tablechat login password '…';
                    grant connect on database shop to tablechat;
                    grant usage on schema public, extra to tablechat;
                    grant select on all tables in schema public, extra to tablechat;""", owning.advice());
            Guard all = superuser.probe().guard();
            assertTrue(all.readOnly());
            assertEquals("Only TableChat's own reading of the SQL keeps a query from it: run a program on the server, write a file of the "
                    + "server, read a file of the server, end the sessions of others. "
                    + "The login postgres is a superuser and may change tables: use one that may only read.", all.detail());
        }
        assertTrue(shop.dialect().matches("PostgreSQL \\d+\\.\\d+"), shop.dialect());
    }

    @Test
    void valuesAreExact() throws Exception {
        List<Object> row = row("""
                select 9007199254740993, 12345678901234567890.1234567890::numeric, 1.10::numeric(10,2), 'nan'::numeric, 'nan'::float8,
                    '-infinity'::float4, 1.1::float4, 0.1::float8, true, null, 5::int2, '12.50'::money::numeric
                """);

        assertEquals(Arrays.asList("9007199254740993", "12345678901234567890.1234567890", "1.10", "NaN", "NaN", "-Infinity", 1.1, 0.1,
                true, null, 5, "12.50"), row);
    }

    @Test
    void timesAreIsoText() throws Exception {
        List<Object> row = row("""
                select date '2024-02-29', time '01:02:03.5', timestamp '2024-03-31 02:30:00', 'infinity'::timestamp, date '0044-03-15 BC',
                    timetz '01:02:03+02', interval '1 year 2 days', timestamptz '2024-01-02 03:04:05+02' = '2024-01-02 01:04:05Z'
                """);

        assertEquals(List.of("2024-02-29", "01:02:03.5", "2024-03-31T02:30:00", "infinity", "0044-03-15 BC", "01:02:03+02:00",
                "1 year 2 days", true), row);
        String zoned = (String) row("select timestamptz '2024-01-02 03:04:05+02'").getFirst();
        assertTrue(zoned.matches("2024-01-0\\dT\\d\\d:\\d\\d:05(Z|[+-]\\d\\d:\\d\\d)"), zoned);
    }

    @Test
    void otherTypesAreThePrintedText() throws Exception {
        server.write("create type mood as enum ('sad', 'ok')", "grant usage on type mood to public");
        List<Object> row = row("""
                select '\\x00ff'::bytea, '00000000-0000-0000-0000-000000000001'::uuid, '{"b": 1, "a": [true]}'::json, array[1, null],
                    array[array['a', 'b,c']], 'ok'::mood, int4range(1, 5), inet '10.0.0.1', '<a/>'::xml, b'101', row(1, 'x')
                """);
        server.write("drop type mood");

        assertEquals(List.of(Map.of("$bytes", "AP8=", "length", 2), "00000000-0000-0000-0000-000000000001", "{\"b\": 1, \"a\": [true]}",
                "{1,NULL}", "{{a,\"b,c\"}}", "ok", "[1,5)", "10.0.0.1", "<a/>", "101", "(1,x)"), row);
    }

    @Test
    void wideAndLongAndDoubledResultsAreCutNotLost() throws Exception {
        var column = new Result.Column("a", "int4");
        assertEquals(List.of(column, column), rows("select 1 as a, 2 as a").columns());
        assertEquals(List.of(List.of(), List.of()), rows("select from customers").rows());
        assertEquals(1_000, row("select " + "1,".repeat(999) + "1").size());
        assertEquals(Reading.TEXT_BYTES_MAX + 1, ((String) row("select repeat('x', 10000000)").getFirst()).length());
        assertEquals(15, rows("select repeat('x', 10000000) from generate_series(1, 100)").rows().size());
        Outcome.Rows many = rows("select n, n::text from generate_series(1, 10000000) as n");
        assertEquals(1_000, many.rows().size());
        assertTrue(many.truncated());
        assertNull(many.rowCount());
    }

    @Test
    void aValueTooLargeToReadIsRefusedAndTheDatabaseStaysUsable() throws Exception {
        assertInstanceOf(Outcome.Failed.class, shop.query("select repeat('x', 2000000000)"));
        var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select repeat('x', 200000000)"));

        assertEquals("A value of it is too large to be read here; ask for a part of it.", failed.message());
        assertEquals(Status.OK, shop.health().status());
        assertEquals(List.of(1), row("select 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select * from custmers | Relation \"custmers\" does not exist. | Did you mean customers?",
        "select * from extra.nots | Relation \"extra.nots\" does not exist. | Did you mean notes?",
        "select nam from customers | Column \"nam\" does not exist. | Did you mean name?",
        "select c.nam from customers c | Column c.nam does not exist. | Did you mean name?",
        "select 1 / 0 | Division by zero. |",
        "select 'x'::int | Invalid input syntax for type integer: \"x\". |",
        "select year(placed) from orders | Function year(date) does not exist. |",
        "select $$ | A string, a name in quotes or a comment has no end. |"
    })
    void aFailureSaysWhyAndWhatWasMeant(String sql, String message, String hint) throws Exception {
        switch (shop.query(sql)) {
            case Outcome.Failed failed -> {
                assertEquals(message, failed.message());
                assertEquals(hint, failed.hint());
            }
            case Outcome.Refused refused -> assertEquals(message, refused.reason());
            case Outcome.Rows rows -> assertNull(rows);
            case Outcome.Unavailable unavailable -> assertNull(unavailable);
        }
        assertEquals(Status.OK, shop.health().status());
    }

    @Test
    void aQueryThatTakesTooLongIsGoneFromTheServerTwoSecondsLater() throws Exception {
        String running = "select count(*) from pg_stat_activity where state = 'active' and query = 'select pg_sleep(600)'";
        try (var hasty = new Database(Kind.at(new Address(server.url(PostgresServer.READER), null, PostgresServer.PASSWORD)),
                Duration.ofSeconds(1))) {
            var failed = assertInstanceOf(Outcome.Failed.class, hasty.query("select pg_sleep(600)"));

            assertEquals("It was stopped after 1 s, the longest a query may take.", failed.message());
            assertTrue(failed.durationMs() < 3_500, failed.durationMs() + " ms");
            assertEquals("0", server.ask(running));
            assertInstanceOf(Outcome.Rows.class, hasty.query("select 1"));
        }
    }

    /// As one is lost that reaches the server before its statement does.
    @Test
    void aCancelThatEndsNothingIsSentAgain() throws Exception {
        String deaf = "do $$ begin perform pg_sleep(600); exception when query_canceled then perform pg_sleep(600); end $$";
        try (var hasty = new Database(Kind.at(new Address(server.url(PostgresServer.READER), null, PostgresServer.PASSWORD)),
                Duration.ofSeconds(1))) {
            var failed = assertInstanceOf(Outcome.Failed.class, hasty.unguarded(deaf));

            assertEquals("It was stopped after 1 s, the longest a query may take.", failed.message());
            assertEquals("0", server.ask("select count(*) from pg_stat_activity where state = 'active' and query like 'do $$%'"));
        }
    }

    @Test
    void aConnectionThatIsEndedInMidQueryIsSaidAndHealsByItself() throws Exception {
        Thread end = Thread.ofVirtual().start(() -> endOthers("pg_sleep(50)"));

        var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select pg_sleep(50)"));
        end.join();

        assertEquals("The database at 127.0.0.1:%d was shut down, or ended this connection.".formatted(server.port()), failed.message());
        assertEquals(Status.UNREACHABLE, shop.health().status());
        assertEquals(List.of(1), row("select 1"));
        assertEquals(Status.OK, shop.health().status());
    }

    @Test
    void idleConnectionsThatTheServerEndedAreNotMet() throws Exception {
        row("select 1");
        server.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'shop_reader'");
        Thread.sleep(Lane.TRUSTED_MILLISECONDS + 100);

        assertEquals(List.of(1), row("select 1"));
    }

    @Test
    void nothingIsLeftOpenOnTheServer() throws Exception {
        try (Database brief = Database.at(server.url(PostgresServer.READER + ":s3cr%2Ft:p%40ss") + "?application_name=brief")) {
            assertInstanceOf(Outcome.Rows.class, brief.query("select * from customers"));
            assertEquals("idle", server.ask("select string_agg(state, ',') from pg_stat_activity where application_name = 'brief'"));
        }
        assertFalse(isConnected("brief"));
    }

    private static boolean isConnected(String name) throws Exception {
        for (int i = 0; i < LOOKS_MAX; i++) {
            if (server.ask("select count(*) from pg_stat_activity where application_name = '" + name + "'").equals("0")) return false;
            Thread.sleep(50);
        }
        return true;
    }

    private static void endOthers(String sql) {
        try {
            for (String ended = "0"; ended.equals("0"); Thread.sleep(50)) {
                ended = server.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                        + "where state = 'active' and query = 'select " + sql + "'");
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Object> row(String sql) throws InterruptedException {
        return rows(sql).rows().getFirst();
    }

    private static Outcome.Rows rows(String sql) throws InterruptedException {
        Outcome outcome = shop.query(sql);
        return assertInstanceOf(Outcome.Rows.class, outcome, outcome::toString);
    }
}
