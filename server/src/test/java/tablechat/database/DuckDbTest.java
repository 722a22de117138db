package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.protocol.Connection.Status;
import tablechat.protocol.Result;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

@Timeout(60)
class DuckDbTest {
    private static final String ENDLESS = "select count(*) from range(100000000) a join range(100000000) b on hash(a.range, b.range) = 1";

    @TempDir
    Path folder;

    private Path file;
    private Database shop;

    @BeforeEach
    void open() throws Exception {
        file = DuckDbShop.in(folder);
        shop = DuckDbShop.open(file);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void listsTablesAndViewsOfAllSchemas() throws Exception {
        List<Table> tables = shop.tables(null);

        assertEquals(List.of(
                new Table(null, "big_orders", "view", null, null, null),
                new Table(null, "customers", "table", "Whom we sell to", 2L, null),
                new Table("extra", "notes", "table", null, 0L, null),
                new Table(null, "order_items", "table", null, 2L, null),
                new Table(null, "orders", "table", null, 2L, null)), tables);
    }

    @Test
    void describesColumnsKeysAndComments() throws Exception {
        List<Table> tables = shop.describe(List.of("customers", "ORDER_ITEMS", "extra.notes"));

        assertEquals(List.of(
                new Column("id", "INTEGER", false, true, null, null, null),
                new Column("name", "VARCHAR", false, false, null, null, null),
                new Column("email", "VARCHAR", true, false, null, "May be missing", null),
                new Column("country", "VARCHAR", true, false, "'NO'", null, null)), tables.getFirst().columns());
        assertEquals(List.of(
                new Column("order_id", "INTEGER", false, true, null, null, new Reference("orders", "id")),
                new Column("line", "INTEGER", false, true, null, null, null),
                new Column("label", "VARCHAR", true, false, null, null, null)), tables.get(1).columns());
        assertEquals("extra", tables.get(2).schema());
    }

    @Test
    void namesItsVersion() throws Exception {
        shop.probe();

        assertTrue(shop.dialect().matches("DuckDB \\d+\\.\\d+"), shop.dialect());
    }

    @Test
    void valuesAreExact() throws Exception {
        List<Object> row = row("""
                select 9007199254740993, 18446744073709551615::ubigint, 170141183460469231731687303715884105727::hugeint,
                    sum(2), 1.10::decimal(10,2), 'nan'::double, '-inf'::float, 1.1::float, true, null
                """);

        assertEquals(Arrays.asList("9007199254740993", "18446744073709551615", "170141183460469231731687303715884105727",
                2L, "1.10", "NaN", "-Infinity", 1.1, true, null), row);
    }

    @Test
    void timesAreIsoText() throws Exception {
        List<Object> row = row("""
                select date '2024-02-29', time '01:02:03.5', timestamp '2024-03-31 02:30:00', timestamp_ns '2024-01-02 03:04:05.123456789',
                    timestamptz '2024-01-02 03:04:05+02' = timestamptz '2024-01-02 01:04:05+00', interval '1 year 2 days'
                """);

        assertEquals(List.of("2024-02-29", "01:02:03.5", "2024-03-31T02:30:00", "2024-01-02T03:04:05.123456789", true,
                "1 year 2 days"), row);
        String zoned = (String) row("select timestamptz '2024-01-02 03:04:05+02'").getFirst();
        assertTrue(zoned.matches("2024-01-0\\dT\\d\\d:\\d\\d:05(Z|[+-]\\d\\d:\\d\\d)"), zoned);
    }

    @Test
    void nestedValuesAreText() throws Exception {
        List<Object> row = row("""
                select [1, 2, null], {'a': 1, 'b': 'x"y'}, map {'k': [true]}, '{"a":1}'::json, 'ok'::enum('ok', 'no'),
                    uuid '00000000-0000-0000-0000-000000000001', '\\x00\\xff'::blob, [timestamp '2024-01-01 00:00:00'], '101'::bit
                """);

        assertEquals(List.of("[1,2,null]", "{\"a\":1,\"b\":\"x\\\"y\"}", "{\"k\":[true]}", "{\"a\":1}", "ok",
                "00000000-0000-0000-0000-000000000001", Map.of("$bytes", "AP8=", "length", 2), "[\"2024-01-01T00:00:00\"]", "101"), row);
    }

    @Test
    void wideAndLongAndDoubledResultsAreCutNotLost() throws Exception {
        var column = new Result.Column("a", "INTEGER");
        assertEquals(List.of(column, column), rows("select 1 as a, 2 as a").columns());
        assertEquals(1_000, row("select " + "1,".repeat(999) + "1").size());
        String cut = (String) row("select string_agg('xxxxxxxxxx', '') from range(1000000)").getFirst();
        assertEquals(Reading.TEXT_BYTES_MAX + 1, cut.length());
        Outcome.Rows many = rows("select range, range::varchar from range(10000000)");
        assertEquals(1_000, many.rows().size());
        assertTrue(many.truncated());
        assertNull(many.rowCount());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select * from custmers | Table with name custmers does not exist. | Did you mean customers?",
        "select * from extra.nots | Table with name nots does not exist. | Did you mean notes?",
        "select nam from customers | Referenced column \"nam\" not found in FROM clause. | Did you mean name?",
        "select c.nam from customers c | Table \"c\" does not have a column named \"nam\". | Did you mean name?",
        "select cast('x' as integer) | Could not convert string 'x' to INT32. |",
        "select name::integer from customers | Could not convert string 'Ada' to INT32 when casting from source column name. |"
    })
    void aFailureSaysWhyAndWhatWasMeant(String sql, String message, String hint) throws Exception {
        var failed = assertInstanceOf(Outcome.Failed.class, shop.query(sql));

        assertEquals(message, failed.message());
        assertEquals(hint, failed.hint());
        assertEquals(Status.OK, shop.health().status());
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() throws Exception {
        try (var hasty = new Database(Kind.at(Address.of("duckdb:" + file)), Duration.ofSeconds(1))) {
            var failed = assertInstanceOf(Outcome.Failed.class, hasty.query(ENDLESS));

            assertEquals("It was stopped after 1 s, the longest a query may take.", failed.message());
            assertTrue(failed.durationMs() < 3_500, failed.durationMs() + " ms");
            assertInstanceOf(Outcome.Rows.class, hasty.query("select 1"));
        }
    }

    @Test
    void aFileThatIsNoDuckDbDatabaseIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "Dear diary, ".repeat(100));
        for (Path none : List.of(text, Shop.in(folder))) {
            try (Database database = DuckDbShop.open(none)) {
                assertEquals(none + " is not a DuckDB database.", database.probe().error());
                assertEquals(Status.UNREACHABLE, database.health().status());
            }
        }
    }

    @Test
    void aMissingFileIsNotMade() throws Exception {
        Path none = folder.resolve("none.duckdb");
        try (Database database = DuckDbShop.open(none)) {
            assertEquals("There is no file %s.".formatted(none), database.probe().error());
        }
        assertTrue(Files.notExists(none));
    }

    @Test
    void anOwnerWhoWritesIsSeenAfterwards() throws Exception {
        assertEquals(2L, row("select count(*) from customers").getFirst());
        shop.close();
        DuckDbShop.write(file, "insert into customers (id, name) values (3, 'Cy')", "create table later (a integer)");

        try (Database again = DuckDbShop.open(file)) {
            assertEquals(6, again.tables(null).size());
            assertEquals(List.of(List.of(3L)),
                    assertInstanceOf(Outcome.Rows.class, again.query("select count(*) from customers")).rows());
        }
    }

    @Test
    void afterAWhileUnusedTheFileIsFreeForWhoWritesIt() throws Exception {
        row("select 1");

        long deadline = System.nanoTime() + Duration.ofSeconds(Lanes.IDLE_SECONDS_MAX + 15).toNanos();
        boolean free = false;
        while (!free && System.nanoTime() < deadline) {
            Thread.sleep(500);
            try (var writer = DriverManager.getConnection("jdbc:duckdb:" + file)) {
                free = writer.isValid(1);
            } catch (SQLException e) {
                free = false;
            }
        }

        assertTrue(free);
        assertEquals(2L, row("select count(*) from customers").getFirst());
    }

    private List<Object> row(String sql) throws InterruptedException {
        return rows(sql).rows().getFirst();
    }

    private Outcome.Rows rows(String sql) throws InterruptedException {
        Outcome outcome = shop.query(sql);
        return assertInstanceOf(Outcome.Rows.class, outcome, outcome::toString);
    }
}
