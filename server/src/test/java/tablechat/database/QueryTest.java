package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.protocol.Connection.Status;
import tablechat.protocol.Result.Column;

class QueryTest {
    private static final String NUMBERS =
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) select i from n";

    @TempDir
    Path folder;

    private Database shop;

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open(Shop.in(folder));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void givesColumnsAndRows() throws Exception {
        Outcome.Rows rows = rows("select id, name, email from customers order by id");

        assertEquals(List.of(new Column("id", "INTEGER"), new Column("name", "TEXT"), new Column("email", "TEXT")),
                rows.columns());
        assertEquals(List.of(List.of(1, "Ada", "ada@example.org"), Arrays.asList(2, "Bo", null)), rows.rows());
        assertEquals(2, rows.rowCount());
        assertFalse(rows.truncated());
    }

    @Test
    void aResultOfExactlyTheLimitIsWhole() throws Exception {
        Outcome.Rows rows = rows(NUMBERS.formatted(Reading.ROWS_MAX));

        assertEquals(1000L, rows.rowCount());
        assertEquals(1000, rows.rows().size());
        assertFalse(rows.truncated());
    }

    @Test
    void readingStopsAtTheLimitOfRows() throws Exception {
        Outcome.Rows rows = rows(NUMBERS.formatted(10_000_000));

        assertNull(rows.rowCount());
        assertEquals(1000, rows.rows().size());
        assertTrue(rows.truncated());
    }

    @Test
    void readingStopsAtTheLimitOfBytes() throws Exception {
        Outcome.Rows rows = rows("with n(i) as (values (1), (2), (3), (4)) select n.i, printf('%.*c', 60000, 'x') a, "
                + "printf('%.*c', 60000, 'x') b, printf('%.*c', 60000, 'x') c, printf('%.*c', 60000, 'x') d, "
                + "printf('%.*c', 60000, 'x') e from n, n as m");

        assertTrue(rows.truncated());
        assertNull(rows.rowCount());
        assertEquals(3, rows.rows().size());
    }

    @Test
    void aSingleHugeRowIsShownCut() throws Exception {
        Outcome.Rows rows = rows("select printf('%.*c', 900000, 'x'), 1");

        String text = (String) rows.rows().getFirst().getFirst();
        assertEquals(Reading.TEXT_BYTES_MAX + 1, text.length());
        assertTrue(text.endsWith("x…"));
        assertEquals(1L, rows.rowCount());
    }

    @Test
    void aCellOfTenMegabytesIsReadWhereNoFunctionWorksOnIt() throws Exception {
        Shop.write(folder.resolve("shop.db"), "create table photos (id integer primary key, photo blob, text text)",
                "insert into photos values (1, zeroblob(10000000), hex(zeroblob(5000000)))");

        List<Object> row = rows("select * from photos p where p.id in (1, 2) and length(text) > 5 order by id").rows().getFirst();
        Outcome worked = shop.query("select hex(photo) from photos");

        assertEquals(10_000_000, ((Map<?, ?>) row.get(1)).get("length"));
        assertEquals(Reading.TEXT_BYTES_MAX + 1, ((String) row.get(2)).length());
        assertInstanceOf(Outcome.Failed.class, worked);
        for (String sql : List.of("select instr(text, 'x') from photos", "select \"instr\"(text, 'x') from photos",
                "select text || text from photos", "select text -> '$.x' from photos", "select * from photos where text like '%x%x%'",
                "with recursive n as (select text from photos) select * from n", "select upper (text) from photos")) {
            assertInstanceOf(Outcome.Failed.class, shop.query(sql), sql);
        }
    }

    @Test
    void aCellTooLargeToReadLeavesTheOthersOfItsRowReadable() throws Exception {
        Shop.write(folder.resolve("shop.db"), "create table letters (id integer primary key, body text, name text)",
                "insert into letters values (1, replace(hex(zeroblob(9000000)), '0', 'x'), 'long'), (2, 'Dear', 'short')");

        var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select * from letters"));

        assertEquals("A value is too large: 16 MB can be read as they are stored, 1 MB where a function or operator works "
                + "on them, in a row of many columns less. Ask for the other columns by name, without that one.", failed.message());
        assertEquals(List.of(List.of(1, "long"), List.of(2, "short")), rows("select id, name from letters").rows());
        assertEquals(3, shop.describe(List.of("letters")).getFirst().columns().size());
    }

    @Test
    void trimDoesAsSqliteDoes() throws Exception {
        Shop.write(folder.resolve("shop.db"), "create view bare as select trim(email, 'adg') as email from customers where id = 1");

        Outcome.Rows rows = rows("select trim('xxayx', 'yx'), ltrim('xxayx', 'x'), rtrim('xxayx', 'xy'), trim('😀a😀', '😀'), "
                + "trim('xx', 'x'), trim(null, 'x'), trim('x', null), trim(1221, 1), trim('  a '), trim('a', '')");

        assertEquals(Arrays.asList("a", "ayx", "xxa", "a", "", null, null, "22", "a", "a"), rows.rows().getFirst());
        assertEquals(List.of(List.of("@example.or")), rows("select * from bare").rows());
    }

    @Test
    void numbersJsonCannotCarryAreText() throws Exception {
        Outcome.Rows rows = rows("select 9007199254740992, 9007199254740993, -9007199254740993, 9223372036854775807, "
                + "-9223372036854775807 - 1, 9e999, -9e999, 1.5, 42");

        assertEquals(List.of(9007199254740992L, "9007199254740993", "-9007199254740993", "9223372036854775807",
                "-9223372036854775808", "Infinity", "-Infinity", 1.5, 42), rows.rows().getFirst());
    }

    @Test
    void bytesAreCutAndKeepTheirLength() throws Exception {
        Outcome.Rows rows = rows("select x'00ff', zeroblob(5000), x''");

        assertEquals(Map.of("$bytes", "AP8=", "length", 2), rows.rows().getFirst().getFirst());
        var cut = assertInstanceOf(Map.class, rows.rows().getFirst().get(1));
        assertEquals(5000, cut.get("length"));
        assertEquals(1368, ((String) cut.get("$bytes")).length());
        assertEquals(Map.of("$bytes", "", "length", 0), rows.rows().getFirst().get(2));
    }

    @Test
    void brokenTextDoesNoHarm() throws Exception {
        Outcome.Rows rows = rows("select cast(x'eda080' as text), 'a' || char(0) || 'b', cast(x'ff' as text), '😀'");

        String lone = (String) rows.rows().getFirst().getFirst();
        assertTrue(lone.chars().noneMatch(c -> Character.isSurrogate((char) c)), lone);
        assertEquals("a\0b", rows.rows().getFirst().get(1));
        assertEquals("\ufffd", rows.rows().getFirst().get(2));
        assertEquals("😀", rows.rows().getFirst().get(3));
    }

    @Test
    void columnsOfOneNameStayTwo() throws Exception {
        Outcome.Rows rows = rows("select 1 as a, 'x' as a, 2.5 as \"\"");

        assertEquals(List.of(new Column("a", "INTEGER"), new Column("a", "TEXT"), new Column("", "REAL")), rows.columns());
    }

    @Test
    void typesAreDeclaredOnesElseThoseOfTheValues() throws Exception {
        Outcome.Rows rows = rows("""
                select placed, label, sum(total), count(*), case line when 1 then null else 2.5 end
                from orders join order_items on order_id = orders.id group by label order by label desc
                """);

        assertEquals(List.of("DATE", "VARCHAR", "REAL", "INTEGER", "REAL"), rows.columns().stream().map(Column::type).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select * from custmers | No such table: custmers. | Did you mean customers?",
        "select * from customer | No such table: customer. | Did you mean customers?",
        "select nam from customers | No such column: nam. | Did you mean name?",
        "select c.customer_name from customers c | No such column: c.customer_name. | Did you mean name?",
        "select orders.costumer_id from orders | No such column: orders.costumer_id. | Did you mean customer_id?",
        "select xyzzy from customers | No such column: xyzzy. | ",
        "select * from xyzzy | No such table: xyzzy. | ",
        "select year(placed) from orders | No such function: year. | ",
        "select from customers | Near \"from\": syntax error. | "
    })
    void aFailureSaysWhyAndWhatWasMeant(String sql, String message, String hint) throws Exception {
        var failed = assertInstanceOf(Outcome.Failed.class, shop.query(sql));

        assertEquals(message, failed.message());
        assertEquals(hint, failed.hint());
    }

    @Test
    void aFailedQueryIsNoFailedDatabase() throws Exception {
        shop.query("select * from xyzzy");

        assertEquals(Status.OK, shop.health().status());
    }

    @Test
    void aClosedDatabaseSaysSo() throws Exception {
        shop.close();

        var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select 1"));

        assertEquals(Lanes.CLOSED, failed.message());
    }

    private Outcome.Rows rows(String sql) throws InterruptedException {
        return assertInstanceOf(Outcome.Rows.class, shop.query(sql));
    }
}
