package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import tablechat.protocol.Connection.Attempt;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Connection.Status;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result;
import tablechat.protocol.Result;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;

/// Both schemes on a real MariaDB.
@ExtendWith(OnMariaDb.class)
@Timeout(120)
@InTurn
class MySqlTest {
    /// A server that is busy takes its time.
    private static final int LOOKS_MAX = 1_000;

    private static MariaDbServer server;
    private static Database shop;

    @BeforeAll
    static void open(MariaDbServer started) {
        server = started;
        shop = Database.at(server.url("mariadb", MariaDbServer.READER), null, MariaDbServer.PASSWORD);
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
                new Table(null, "order_items", "table", null, 2L, null),
                new Table(null, "orders", "table", null, 2L, null)), tables);
    }

    @Test
    void describesColumnsKeysAndComments() throws Exception {
        List<Table> tables = shop.describe(List.of("customers", "Order_Items"));

        assertEquals(List.of(
                new Column("id", "int(11)", false, true, null, null, null),
                new Column("name", "varchar(100)", false, false, null, null, null),
                new Column("email", "varchar(100)", true, false, null, "May be missing", null),
                new Column("country", "char(2)", true, false, "'NO'", null, null)), tables.getFirst().columns());
        assertEquals(List.of(
                new Column("order_id", "int(11)", false, true, null, null, new Reference("orders", "id")),
                new Column("line", "int(11)", false, true, null, null, null),
                new Column("label", "varchar(20)", true, false, null, null, null)), tables.get(1).columns());
    }

    @Test
    void withoutADatabaseInTheUrlTablesHaveTheirs() throws Exception {
        try (Database all = Database.at(server.url("mysql", MariaDbServer.READER).replaceAll("/shop$", ""), null,
                MariaDbServer.PASSWORD)) {
            assertEquals(List.of("shop"), all.tables("customers").stream().map(Table::schema).toList());
            assertEquals(new Reference("shop.customers", "id"),
                    all.describe(List.of("shop.orders")).getFirst().columns().get(1).references());
            assertInstanceOf(Outcome.Rows.class, all.query("select * from shop.customers"));
        }
    }

    @Test
    void saysWhatTheLoginMayDo() throws Exception {
        Guard reader = shop.probe().guard();
        assertTrue(reader.readOnly());
        assertEquals("Only TableChat's own reading of the SQL keeps a query from it: write a file on the server. "
                + "The login shop_reader@% may only read.", reader.detail());
        assertNull(reader.advice());
        try (Database owner = Database.at(server.url("mysql", MariaDbServer.OWNER), null, MariaDbServer.PASSWORD);
                Database boss = Database.at(server.url("mysql", MariaDbServer.BOSS), null, MariaDbServer.PASSWORD)) {
            assertTrue(owner.probe().guard().detail().endsWith("The login shop_owner@% may change tables (ALL PRIVILEGES)."));
            assertEquals("create user tablechat@'%' identified by '…'; grant select, show view on `shop`.* to tablechat@'%';",
                    owner.probe().guard().advice());
            assertEquals(List.of("write a file on the server"), owner.probe().guard().checks().stream()
                    .filter(check -> !check.held()).map(Attempt::name).toList());
            assertEquals("Only TableChat's own reading of the SQL keeps a query from it: write a file on the server, read a file of "
                    + "the server, change the server's settings. The login boss@% may do everything on the server.",
                    boss.probe().guard().detail());
        }
        assertTrue(shop.dialect().matches("MariaDB \\d+\\.\\d+"), shop.dialect());
    }

    @Test
    void theProductIsTheServersOwnWord() throws Exception {
        try (Database other = Database.at(server.url("mysql", MariaDbServer.READER), null, MariaDbServer.PASSWORD)) {
            assertEquals("MySQL", other.dialect());
            assertInstanceOf(Outcome.Rows.class, other.query("select 1"));
            assertTrue(other.dialect().startsWith("MariaDB "), other.dialect());
            assertEquals("mysql", other.kind());
        }
    }

    @Test
    void valuesAreExact() throws Exception {
        List<Object> row = row("""
                select 9007199254740993, cast(18446744073709551615 as unsigned), 12345678901234567890.1234567890,
                    cast(1.10 as decimal(10,2)), 0.1e0, true, null, 5, 1.1 + 2.2, -3
                """);

        assertEquals(Arrays.asList("9007199254740993", "18446744073709551615", "12345678901234567890.1234567890", "1.10", 0.1, 1,
                null, 5, "3.3", -3), row);
    }

    @Test
    void timesAreIsoText() throws Exception {
        List<Object> row = row("""
                select date '2024-02-29', time '01:02:03.5', timestamp '2024-03-31 02:30:00', cast('838:59:59' as time),
                    cast('-01:02:03' as time), timestamp '2024-01-02 03:04:05.123456'
                """);

        assertEquals(List.of("2024-02-29", "01:02:03.5", "2024-03-31T02:30:00", "838:59:59", "-01:02:03", "2024-01-02T03:04:05.123456"),
                row);
    }

    @Test
    void columnsOfAllTypesAreReadAsTheyAre() throws Exception {
        server.write("""
                create table oddities (a tinyint(1), b bit(1), c bit(10), d year, e enum('x', 'y'), f set('x', 'y'), g date, h datetime,
                    i timestamp null, j float, k bigint unsigned, l blob, m binary(3), n json, o point, p geometry, q uuid, r inet6,
                    s char(3), t mediumint unsigned zerofill, u longtext, v int unsigned)
                """);
        try (var connection = server.connect(MariaDbServer.BOSS);
                var statement = connection.createStatement()) {
            statement.execute("set sql_mode = ''");
            statement.execute("""
                    insert into oddities values (5, 1, 513, 1999, 'y', 'x,y', '0000-00-00', '0000-00-00', '2024-01-02 03:04:05', 1.1,
                        18446744073709551615, x'00ff', 'b', '{"a": [1]}', point(1, 2.5),
                        st_geomfromtext('POLYGON((0 0,0 1,1 1,0 0))'), '00000000-0000-0000-0000-000000000001', '::1', 'abc', 7, 'é',
                        4294967295)
                    """);
        }

        List<Object> row = row("select * from oddities");
        server.write("drop table oddities");

        assertEquals(List.of(5, true, 513L, 1999, "y", "x,y", "0000-00-00", "0000-00-00T00:00:00", "2024-01-02T03:04:05", 1.1,
                "18446744073709551615", Map.of("$bytes", "AP8=", "length", 2), Map.of("$bytes", "YgAA", "length", 3), "{\"a\": [1]}",
                "POINT(1.0 2.5)", "POLYGON((0.0 0.0,0.0 1.0,1.0 1.0,0.0 0.0))", "00000000-0000-0000-0000-000000000001", "::1", "abc",
                7, "é", 4294967295L), row);
    }

    @Test
    void wideAndLongAndDoubledResultsAreCutNotLost() throws Exception {
        var column = new Result.Column("a", "INTEGER");
        assertEquals(List.of(column, column), rows("select 1 as a, 2 as a").columns());
        assertEquals(1_000, row("select " + "1,".repeat(999) + "1").size());
        assertEquals(Reading.TEXT_BYTES_MAX + 1, ((String) row("select repeat('x', 10000000)").getFirst()).length());
        assertEquals(15, rows("select repeat('x', 10000000) from information_schema.collations limit 100").rows().size());
        Outcome.Rows many = rows("select a.id, a.id as b from information_schema.collations a, information_schema.collations b, "
                + "information_schema.collations c");
        assertEquals(1_000, many.rows().size());
        assertTrue(many.truncated());
        assertTrue(many.durationMs() < 10_000, many.durationMs() + " ms");
        assertNull(many.rowCount());
    }

    @Test
    void aHalfReadResultIsGoneFromTheServer() throws Exception {
        Outcome.Rows many = rows("select 'half read', a.id from information_schema.collations a, information_schema.collations b, "
                + "information_schema.collations c, information_schema.collations d");

        assertTrue(many.truncated());
        assertGone("select 'half read'%");
    }

    @Test
    void aValueTooLargeForTheServerIsNull() throws Exception {
        assertEquals(Arrays.asList((Object) null), row("select repeat('x', 2000000000)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "select * from custmers | Table 'shop.custmers' doesn't exist. | Did you mean customers?",
        "select nam from customers | Unknown column 'nam' in 'SELECT'. | Did you mean name?",
        "select c.nam from customers c | Unknown column 'c.nam' in 'SELECT'. | Did you mean name?",
        "select emptied() | This connection only reads, and this would write. |",
        "select date_format(placed) from orders | Incorrect parameter count in the call to native function 'date_format'. |",
        "select 'x | A string, a name in quotes or a comment has no end. |"
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
        String slow = "select 'too long', count(*) from information_schema.collations a, information_schema.collations b, "
                + "information_schema.collations c, information_schema.collations d, information_schema.collations e";
        try (var hasty = new Database(Kind.at(new Address(server.url("mysql", MariaDbServer.READER), null, MariaDbServer.PASSWORD)),
                Duration.ofSeconds(1))) {
            var failed = assertInstanceOf(Outcome.Failed.class, hasty.query(slow));

            assertEquals("It was stopped after 1 s, the longest a query may take.", failed.message());
            assertTrue(failed.durationMs() < 3_500, failed.durationMs() + " ms");
            assertGone(slow);
            assertInstanceOf(Outcome.Rows.class, hasty.query("select 1"));
        }
    }

    @Test
    void aConnectionThatIsEndedInMidQueryIsSaidAndHealsByItself() throws Exception {
        Thread end = Thread.ofVirtual().start(() -> endOthers("%'to be ended'%"));

        var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select 'to be ended', count(*) from "
                + "information_schema.collations a, information_schema.collations b, information_schema.collations c, "
                + "information_schema.collations d, information_schema.collations e"));
        end.join();

        assertTrue(failed.message().contains("127.0.0.1:%d".formatted(server.port())), failed.message());
        assertEquals(Status.UNREACHABLE, shop.health().status());
        assertEquals(List.of(1), row("select 1"));
        assertEquals(Status.OK, shop.health().status());
    }

    @Test
    void aThirdOfSixtyQueriesMayBeStoppedAndNoConnectionIsLost() throws Exception {
        String slow = "select 'a third', count(*) from information_schema.collations a, information_schema.collations b, "
                + "information_schema.collations c, information_schema.collations d";
        for (int i = 0; i < 60; i++) {
            if (i % 3 > 0) {
                assertEquals(List.of(i), row("select " + i));
            } else {
                Thread asker = Thread.ofVirtual().start(() -> assertThrows(InterruptedException.class, () -> shop.query(slow)));
                while (server.ask("select count(*) from information_schema.processlist where info like 'select ''a third''%'").equals("0")
                        && asker.isAlive()) {
                    Thread.sleep(5);
                }
                asker.interrupt();
                asker.join();
            }
        }

        assertGone("select 'a third'%");
        String open = server.ask("select count(*) from information_schema.processlist where user = 'shop_reader'");
        assertTrue(Integer.parseInt(open) <= 2 * Lanes.LANES_MAX, open);
    }

    /// There are more than could be read in the time this test has.
    @Test
    void whoTakesNoMoreRowsDoesNotWaitForTheRest() throws Exception {
        String endless = "select 'the rest' from information_schema.collations a, information_schema.collations b, "
                + "information_schema.collations c, information_schema.collations d";

        Outcome outcome = shop.pour(endless, new RowSink() {
            @Override
            public void columns(List<Result.Column> columns) {}

            @Override
            public boolean row(List<Object> cells) {
                return false;
            }
        });

        var failed = assertInstanceOf(Outcome.Failed.class, outcome, outcome::toString);
        assertEquals("It was stopped: nobody takes its rows any more.", failed.message());
        assertGone("select 'the rest'%");
        assertEquals(List.of(1), row("select 1"));
    }

    /// A cancelled statement's thread looks up now and then whether it should end.
    private static void assertGone(String sql) throws Exception {
        String running = "select count(*) from information_schema.processlist where id <> connection_id() and info like '%s'"
                .formatted(sql.replace("'", "''"));
        for (int i = 0; i < LOOKS_MAX && !server.ask(running).equals("0"); i++) Thread.sleep(20);
        assertEquals("0", server.ask(running));
    }

    private static void endOthers(String sql) {
        try {
            @Nullable String id = null;
            while (id == null) {
                id = server.ask("select max(id) from information_schema.processlist where user = 'shop_reader' and info like '%s'"
                        .formatted(sql.replace("'", "''")));
            }
            server.write("kill " + id);
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
