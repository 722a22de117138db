package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Table;

class SampleTest {
    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void create() throws Exception {
        file = folder.resolve("sample.db");
        Sample.create(file);
    }

    @Test
    void isTheSameToTheByteEachTime() throws Exception {
        Path again = folder.resolve("again.db");

        Sample.create(again);

        assertEquals(-1, Files.mismatch(file, again));
        Files.delete(again);
    }

    @Test
    void replacesWhatWasThereAndLeavesNothingBeside() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("shop.db");
        Files.writeString(other, "something else");

        Sample.create(other);

        assertEquals(-1, Files.mismatch(file, other));
        try (var files = Files.list(other.getParent())) {
            assertEquals(List.of(other), files.toList());
        }
    }

    @Test
    void holdsAboutTenThousandRowsAndSaysSo() throws Exception {
        try (Database shop = Shop.open(file)) {
            List<Table> tables = shop.tables(null);

            assertEquals(List.of("categories", "customers", "employees", "order_items", "orders", "products"),
                    tables.stream().map(Table::name).toList());
            long rows = tables.stream().mapToLong(Table::rows).sum();
            assertTrue(rows > 9_000 && rows < 11_000, rows + " rows");
        }
    }

    @Test
    void hangsTogether() throws Exception {
        assertEquals(List.of(), rows("pragma foreign_key_check"));
        assertEquals(List.of(List.of("ok")), rows("pragma integrity_check"));
        assertEquals(List.of(List.of(0)), rows("select count(*) from orders join customers c on c.id = customer_id"
                + " where joined > order_date"));
        assertEquals(List.of(List.of(0)), rows("select count(*) from orders where id not in (select order_id from order_items)"));
        assertEquals(List.of(List.of("2022"), List.of("2023"), List.of("2024"), List.of("2025")),
                rows("select distinct strftime('%Y', order_date) from orders order by 1"));
        assertEquals(List.of(List.of("cancelled"), List.of("pending"), List.of("returned"), List.of("shipped")),
                rows("select distinct status from orders order by 1"));
    }

    @Test
    void sumsOfMoneyComeOutAsPeopleWriteThem() throws Exception {
        List<List<Object>> revenue = rows("""
                select p.name, sum(i.quantity * i.unit_price) as revenue
                from order_items i join products p on p.id = i.product_id
                group by p.id order by revenue desc limit 5
                """);

        assertEquals(5, revenue.size());
        assertTrue(revenue.stream().allMatch(row -> row.get(1).toString().matches("\\d+\\.\\d{1,2}")), revenue.toString());
    }

    private static List<List<Object>> rows(String sql) throws InterruptedException {
        try (Database shop = Shop.open(file)) {
            return assertInstanceOf(Outcome.Rows.class, shop.query(sql)).rows();
        }
    }
}
