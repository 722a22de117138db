package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

class DescribeTablesTest {
    private static final Table ORDERS = new Table("sales", "orders", "table", "What was ordered", 4_000L, List.of(
            new Column("id", "INTEGER", false, true, null, null, null),
            new Column("customer_id", "INTEGER", true, false, null, "who", new Reference("customers", "id"))));

    private final FakeSource source = new FakeSource();

    @Test
    void aTableIsDescribedWithItsColumnsKeysAndSampleRows() throws Exception {
        source.table(ORDERS);
        source.gives("select * from \"sales\".\"orders\" limit 3", List.of("id", "customer_id"),
                List.of(List.of(1L, 12L), List.of(2L, 7L)));

        assertEquals("""
                table sales.orders (table, 4000 rows): What was ordered
                column\ttype\tnullable\tkey\treferences\tcomment
                id\tINTEGER\tno\tprimary\t\t
                customer_id\tINTEGER\tyes\t\tcustomers.id\twho
                sample rows:
                id\tcustomer_id
                1\t12
                2\t7""", describe("sales.orders"));
    }

    @Test
    void blocksAreDividedByAnEmptyLineAndComeInTheOrderAsked() throws Exception {
        source.table("a", "x TEXT").table("b", "y TEXT").table("c", "z TEXT").table("d", "z TEXT");

        assertEquals("""
                table b (table)
                column\ttype\tnullable\tkey\treferences\tcomment
                y\tTEXT\tyes\t\t\t

                no table bb; did you mean a, b, c?

                table a (table)
                column\ttype\tnullable\tkey\treferences\tcomment
                x\tTEXT\tyes\t\t\t""", describe("b", "bb", "a", " b "));
    }

    @Test
    void anUnknownNameIsSaidAlsoWhereNothingIsNear() throws Exception {
        assertEquals("no table b b", describe("b\nb"));
    }

    @Test
    void anEmptyTableAndOneThatCannotBeReadHaveNoSample() throws Exception {
        source.table("empty", "x TEXT").table("locked", "x TEXT");
        source.gives("select * from \"empty\" limit 3", List.of("x"), List.of());

        assertFalse(describe("empty", "locked").contains("sample"));
        assertEquals(2, source.queries.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SQLite 3.54     | select * from \"we\"\"ird` name\" limit 3",
        "PostgreSQL 17.2 | select * from \"we\"\"ird` name\" limit 3",
        "MySQL 8.4       | select * from `we\"ird`` name` limit 3",
        "MariaDB 11.4    | select * from `we\"ird`` name` limit 3",
    })
    void namesAreQuotedAsTheDialectWants(String dialect, String sql) throws Exception {
        source.dialect(dialect).table(new Table(null, "we\"ird` name", "table", null, null, List.of()));

        describe("we\"ird` name");

        assertEquals(List.of(sql), source.queries);
    }

    @Test
    void columnsThatDoNotFitAreCounted() throws Exception {
        source.table("wide", IntStream.range(0, 1_000).mapToObj(i -> "column_" + i + " TEXT").toArray(String[]::new));

        String text = describe("wide");

        long shown = text.lines().count() - 3;
        assertTrue(text.endsWith("\n… %d more columns".formatted(1_000 - shown)), text);
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    @Test
    void tablesThatDoNotFitAreNamedAndSamplesTakeOnlyWhatIsLeft() throws Exception {
        String[] columns = IntStream.range(0, 100).mapToObj(i -> "column_" + i + " TEXT").toArray(String[]::new);
        for (String name : List.of("a", "b", "c", "d", "e")) {
            source.table(name, columns);
            source.gives("select * from \"" + name + "\" limit 3", List.of("x"), List.of(List.of("x".repeat(150))));
        }

        String text = describe("a", "b", "c", "d", "e");

        assertTrue(text.startsWith("table a (table)\n"), text);
        assertTrue(text.endsWith("\n\nno room for d, e; ask for them apart"), text);
        assertTrue(text.contains("\nsample rows:\nx\nxxx"), text);
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    @Test
    void samplesShareTheRoomThatIsLeft() throws Exception {
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h"};
        for (String name : names) {
            source.table(name, "x TEXT");
            source.gives("select * from \"" + name + "\" limit 3", List.of("x", "y", "z"),
                    Collections.nCopies(3, Collections.nCopies(3, "x".repeat(200))));
        }

        String text = describe(names);

        assertEquals(8, text.lines().filter("sample rows:"::equals).count());
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    private String describe(String... names) throws Exception {
        return new DescribeTables().run(new Arguments(Map.of("names", List.of(names))), source, null).text();
    }
}
