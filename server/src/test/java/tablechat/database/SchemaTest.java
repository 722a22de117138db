package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

class SchemaTest {
    @TempDir
    Path folder;

    private Path file;
    private Database shop;

    @BeforeEach
    void open() throws Exception {
        file = Shop.in(folder);
        shop = Shop.open(file);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void listsTablesAndViewsWithoutTheirColumns() throws Exception {
        List<Table> tables = shop.tables(null);

        assertEquals(List.of("big_orders", "customers", "order_items", "orders"), names(tables));
        assertEquals(List.of("view", "table", "table", "table"), tables.stream().map(Table::kind).toList());
        assertTrue(tables.stream().allMatch(table -> table.columns() == null && table.rows() == null && table.comment() == null));
    }

    @Test
    void likeMatchesAnywhereInAName() throws Exception {
        assertEquals(List.of("big_orders", "order_items", "orders"), names(shop.tables("ORDER")));
        assertEquals(List.of("customers"), names(shop.tables("cus_om")));
        assertEquals(List.of("order_items"), names(shop.tables("o%_items")));
        assertEquals(List.of(), shop.tables("[a-z]*"));
        assertEquals(4, shop.tables("%").size());
    }

    @Test
    void describesInTheOrderAskedWhateverTheLetterCase() throws Exception {
        List<Table> described = shop.describe(List.of("ORDERS", "nothing", "Customers", "orders"));

        assertEquals(List.of("orders", "customers", "orders"), names(described));
        assertEquals(List.of(
                new Column("id", "INTEGER", false, true, null, null, null),
                new Column("customer_id", "INTEGER", false, false, null, null, new Reference("customers", "id")),
                new Column("total", "numeric(10,2)", true, false, null, null, null),
                new Column("placed", "date", true, false, null, null, null)), described.getFirst().columns());
        assertEquals("'NO'", described.get(1).columns().get(3).default_());
    }

    @Test
    void keysOfSeveralColumnsAndViewsAreDescribedToo() throws Exception {
        List<Table> described = shop.describe(List.of("order_items", "big_orders"));

        assertEquals(List.of(true, true, false), described.getFirst().columns().stream().map(Column::primaryKey).toList());
        assertEquals(new Reference("orders", "id"), described.getFirst().columns().getFirst().references());
        assertEquals(List.of("id", "customer_id", "total", "placed"),
                described.get(1).columns().stream().map(Column::name).toList());
    }

    @Test
    void aChangedSchemaIsSeenAtOnce() throws Exception {
        shop.describe(List.of("customers"));

        Shop.write(file, "alter table customers add column phone text", "create table shelves (id integer)");

        assertEquals(5, shop.tables(null).size());
        assertEquals("phone", shop.describe(List.of("customers")).getFirst().columns().getLast().name());
    }

    @Test
    void rowsAreThoseTheLastAnalyzeSaw() throws Exception {
        Shop.write(file, "analyze");

        assertEquals(2L, shop.tables("customers").getFirst().rows());
        assertNull(shop.tables("big_orders").getFirst().rows());
    }

    @Test
    void whatFullTextSearchKeepsForItselfIsLeftOut() throws Exception {
        Shop.write(file, "create virtual table notes using fts5(title, body)", "create table my_notes_data (a)");

        List<Table> tables = shop.tables("notes");

        assertEquals(List.of("my_notes_data", "notes"), names(tables));
        assertEquals("virtual table", tables.get(1).kind());
        assertEquals(List.of("title", "body"),
                shop.describe(List.of("notes")).getFirst().columns().stream().map(Column::name).toList());
    }

    @Test
    void aViewOverATableThatIsGoneDoesNotHideTheOthers() throws Exception {
        Shop.write(file, "create table gone (a)", "create view broken as select a from gone", "drop table gone");

        List<Table> described = shop.describe(List.of("broken", "customers"));

        assertTrue(described.getFirst().comment().startsWith("Cannot be read: "), described.getFirst().comment());
        assertEquals(4, described.get(1).columns().size());
    }

    @Test
    void namesInQuotesAreNames() throws Exception {
        Shop.write(file, "create table \"it's; \"\"odd\"\"\" (\"a b\" integer references customers)");

        Table odd = shop.describe(List.of("it's; \"odd\"")).getFirst();

        assertEquals("a b", odd.columns().getFirst().name());
        assertEquals(new Reference("customers", "id"), odd.columns().getFirst().references());
    }

    @Test
    void threeThousandTablesAreListedWithoutLookingIntoThem() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 3000; i++) statement.execute("create table t%d (id integer primary key, a text)".formatted(i));
            connection.commit();
        }

        assertEquals(3004, shop.tables(null).size());
        assertEquals(2, shop.describe(List.of("t2999")).getFirst().columns().size());
        assertEquals("customers", shop.nearest("custommers").getFirst());
    }

    @Test
    void theNearestNamesComeFirst() throws Exception {
        assertEquals(List.of("customers"), shop.nearest("Customer"));
        assertEquals("order_items", shop.nearest("OrderItem").getFirst());
        assertEquals("orders", shop.nearest("order").getFirst());
        assertEquals(List.of(), shop.nearest("xyzzy"));
        assertEquals(List.of(), shop.nearest(""));
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(Table::name).toList();
    }
}
