package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.database.Outcome;
import tablechat.model.ToolCall;
import tablechat.protocol.Call.Status;

class ChartTest {
    private final FakeSource source = new FakeSource();
    private final Toolbox toolbox = new Toolbox(source);

    @BeforeEach
    void countCustomers() {
        source.gives("select 1", List.of("country", "customers", "revenue"),
                List.of(List.of("Canada", 7L, "812.50"), List.of("Italy", 2L, "-3e2")));
    }

    @ParameterizedTest
    @CsvSource({"bar,a", "line,a", "area,an", "pie,a", "Scatter ,a"})
    void theUserIsShownTheRowsOfTheQueryBefore(String type, String article) throws Exception {
        query("select 1");

        Output output = chart(type, type.contains("atter") ? "customers" : "country", "revenue");

        assertEquals("Shown to the user as %s %s chart.".formatted(article, type.strip().toLowerCase()), output.text());
        assertEquals(Status.COMPLETE, output.status());
        assertNull(output.rows());
    }

    @Test
    void severalColumnsMayBeDrawnButOneShareOnly() throws Exception {
        query("select 1");

        assertEquals(Status.COMPLETE, chart("bar", "country", List.of("customers", "revenue")).status());
        assertTrue(chart("pie", "country", List.of("customers", "revenue")).text().startsWith("error: \"y\" must be a list of 1 to 1"));
    }

    @Test
    void withoutAQueryThereIsNothingToDraw() throws Exception {
        assertEquals("error: There is nothing to draw yet: run a query first, then call chart.", chart("bar", "a", "b").text());
    }

    @Test
    void aFailedQueryDoesNotTakeThePlaceOfTheRowsShown() throws Exception {
        source.gives("select 2", new Outcome.Failed("Timed out.", null, 1));
        query("select 1");
        query("select 2");

        assertEquals(Status.COMPLETE, chart("bar", "country", "customers").status());
    }

    @Test
    void theNewestRowsAreDrawn() throws Exception {
        source.gives("select 2", List.of("year", "sum"), List.of(List.of("2024", 1L), List.of("2025", 2L)));
        query("select 1");
        query("select 2");

        assertEquals(Status.COMPLETE, chart("line", "year", "sum").status());
        assertEquals(Status.FAILED, chart("line", "country", "customers").status());
    }

    @Test
    void anUnknownColumnIsAnsweredWithTheNearest() throws Exception {
        query("select 1");

        assertEquals("error: The newest query has no column \"customer\". Did you mean customers?",
                chart("bar", "country", "customer").text());
        assertEquals("error: The newest query has no column \"zzz\". Its columns are country, customers, revenue.",
                chart("bar", "zzz", "customers").text());
    }

    @Test
    void onlyNumbersAreDrawn() throws Exception {
        query("select 1");

        assertEquals("error: The column \"country\" holds no numbers, so it cannot be drawn as a figure.",
                chart("bar", "customers", "country").text());
        assertEquals(Status.FAILED, chart("scatter", "country", "customers").status());
    }

    @Test
    void oneRowIsNoPicture() throws Exception {
        source.gives("select 2", List.of("n", "m"), List.of(List.of(1L, 2L)));
        query("select 2");

        assertEquals("error: The newest query gave 1 row: too few to draw. Say it in words.", chart("bar", "n", "m").text());
    }

    @Test
    void anUnknownTypeIsSaidBack() throws Exception {
        query("select 1");

        assertTrue(chart("donut", "country", "customers").text().startsWith("error: \"type\" must be bar, line, area, pie or scatter. "
                + "chart expects: type (a string), x (a string), y (a list of strings), title (a string, optional)."));
    }

    private void query(String sql) throws Exception {
        toolbox.run(new ToolCall("a", "run_query", Map.of("sql", sql), null));
    }

    private Output chart(String type, String x, Object y) throws Exception {
        return toolbox.run(new ToolCall("b", "chart", Map.of("type", type, "x", x, "y", y), null));
    }
}
