package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tablechat.database.Found;
import tablechat.protocol.Table;

class ListTablesTest {
    private final FakeSource source = new FakeSource();

    @Test
    void tablesAreListedOneALineWithWhatIsKnownOfThem() throws Exception {
        source.table(new Table(null, "orders", "table", "What was\nordered", 4_000L, null));
        source.table(new Table("sales", "latest", "view", null, null, null));

        assertEquals("""
                2 tables
                table\tkind\trows\tcomment
                orders\ttable\t4000\tWhat was ordered
                sales.latest\tview\t\t""", list(Map.of()));
    }

    @Test
    void onlyThoseLikeItAreListed() throws Exception {
        source.table("orders", "id INTEGER").table("customers", "id INTEGER");

        assertEquals("1 table\ntable\tkind\trows\tcomment\norders\ttable\t\t", list(Map.of("like", "ord")));
        assertEquals("0 tables\ntable\tkind\trows\tcomment", list(Map.of("like", "nothing")));
    }

    @Test
    void aSearchListsTheLikeliestFirstWithTheColumnsThatWereMeant() throws Exception {
        source.finds("late fee", new Found(new Table(null, "invoices", "table", null, 7L, null), List.of("overdue_fee", "late")));

        assertEquals("1 table\ntable\tkind\trows\tcomment\tcolumns found\ninvoices\ttable\t7\t\toverdue_fee, late",
                list(Map.of("search", "late fee")));
        assertEquals("0 tables\ntable\tkind\trows\tcomment\tcolumns found", list(Map.of("search", "nothing")));
    }

    @Test
    void aHundredAreListedUnlessAskedOtherwise() throws Exception {
        for (int i = 0; i < 300; i++) source.table("t" + i);

        assertTrue(list(Map.of()).startsWith("300 tables, the first 100 follow\n"));
        assertTrue(list(Map.of("limit", 250L)).startsWith("300 tables, the first 250 follow\n"));
        assertTrue(list(Map.of("limit", 500L)).startsWith("300 tables\n"));
    }

    @Test
    void whatDoesNotFitEightKilobytesIsCounted() throws Exception {
        for (int i = 0; i < 500; i++) source.table("a_table_with_quite_a_long_name_" + i);

        String text = list(Map.of("limit", 500L));

        long shown = text.lines().count() - 2;
        assertTrue(text.startsWith("500 tables, the first " + shown + " follow\n"), text);
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    private String list(Map<String, Object> input) throws Exception {
        return new ListTables().run(new Arguments(input), source, null).text();
    }
}
