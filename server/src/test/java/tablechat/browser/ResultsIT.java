package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;

/// What can be done with the rows a query found.
@InTurn
final class ResultsIT {
    private static final String BY_MONTH = """
            select substr(order_date, 1, 7) as month, count(*) as orders from orders group by 1 order by 1 desc""";
    private static final String LONG = "A sentence that is longer than any cell of a table should be on a screen.";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void rowsAreSortedByTheirHeadOverAllThatWereKept() {
        Tab tab = shown("with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)"
                + " select i, 200 - i as other from n");
        Locator first = tab.answer().getByRole(AriaRole.CELL).first();
        assertThat(first).hasText("1");

        tab.button("other").click();
        assertThat(first).hasText("200");
        tab.button("other").click();
        assertThat(first).hasText("1");
        assertThat(tab.answer().getByRole(AriaRole.COLUMNHEADER).last()).hasAttribute("aria-sort", "descending");
        assertThat(tab.answer()).containsText("first 100 of 200 rows");
        tab.button("Show more rows").click();

        assertThat(tab.answer().getByRole(AriaRole.CELL).last()).hasText("0");
        assertThat(tab.button("Show more rows")).isHidden();
    }

    @Test
    void nothingIsShownAsNullAndALongCellOpens() {
        Tab tab = shown("select null as empty, '%s' as words".formatted(LONG));

        assertThat(tab.answer().getByRole(AriaRole.CELL).first()).hasText("NULL");
        Locator cell = tab.button(LONG);
        double before = cell.boundingBox().height;
        cell.click();

        assertThat(cell).hasAttribute("aria-expanded", "true");
        assertTrue(cell.boundingBox().height > before);
    }

    @Test
    void rowsAreCopiedForASpreadsheetAndForADocument() {
        Tab tab = shown("select 1 as n, 'a|b' as word union all select null, '=danger()'");
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        tab.button("Copy TSV").click();
        assertThat(tab.button("Copied")).isVisible();
        assertEquals("n\tword\n1\ta|b\n\t'=danger()", clipboard(tab));
        assertThat(tab.button("Copied")).isHidden();
        tab.button("Copy Markdown").click();
        assertThat(tab.button("Copied")).isVisible();

        assertEquals("| n | word |\n| --- | --- |\n| 1 | a\\|b |\n|  | =danger() |", clipboard(tab));
    }

    @Test
    void allRowsCanBeTakenAlongAsFiles() {
        Tab tab = shown("select 1 as n");

        for (String suffix : List.of("CSV", "JSON")) {
            Locator link = tab.answer().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(suffix).setExact(true));
            assertThat(link).hasAttribute("href", Pattern.compile("results/[0-9a-f-]{36}\\." + suffix.toLowerCase()));
            assertThat(link).hasAttribute("download", "");
        }
    }

    @Test
    void figuresOverTimeAreDrawnAsALineThatCanBeMadeAnother() throws IOException {
        var loaded = new ArrayList<String>();
        Tab tab = shown(BY_MONTH);
        tab.page().onRequest(request -> loaded.add(request.url()));
        assertTrue(loaded.stream().noneMatch(url -> url.contains("chart.umd")));

        tab.button("Chart").click();
        Locator canvas = tab.answer().locator("canvas");
        assertThat(canvas).hasAttribute("aria-label", Pattern.compile("Line: orders by month.*"));
        assertThat(tab.answer().getByRole(AriaRole.TABLE)).isHidden();
        assertTrue(colours(canvas) > 2, "nothing is drawn");
        assertEquals(1, loaded.stream().filter(url -> url.contains("chart.umd")).count());
        byte[] line = png(tab);
        tab.page().getByLabel("Kind of chart").selectOption("pie");
        assertThat(canvas).hasAttribute("aria-label", Pattern.compile("Pie: .*"));

        assertTrue(!Arrays.equals(line, png(tab)));
        tab.button("Table").click();
        assertThat(canvas).isHidden();
        assertThat(tab.answer().getByRole(AriaRole.TABLE)).isVisible();
    }

    @Test
    void whatIsNoFigureIsNotDrawn() {
        Tab tab = shown("select name from customers");

        assertThat(tab.answer().getByRole(AriaRole.TABLE)).isVisible();
        assertThat(tab.button("Chart")).hasCount(0);
    }

    private Tab shown(String sql) {
        stage.model().calls("run_query", Map.of("sql", sql)).answers("See above.");
        Tab tab = stage.tab();
        tab.ask("Show it");
        tab.answer().getByText("Ran a query").click();
        return tab;
    }

    private static String clipboard(Tab tab) {
        return (String) tab.page().evaluate("() => navigator.clipboard.readText()");
    }

    private static int colours(Locator canvas) {
        return (int) canvas.evaluate("""
                canvas => {
                    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                    return new Set(new Uint32Array(data.buffer)).size;
                }""");
    }

    private static byte[] png(Tab tab) throws IOException {
        Download download = tab.page().waitForDownload(() -> tab.button("PNG").click());
        assertEquals("orders by month.png", download.suggestedFilename());
        byte[] bytes = Files.readAllBytes(download.path());
        assertEquals("PNG", new String(bytes, 1, 3, java.nio.charset.StandardCharsets.US_ASCII));
        return bytes;
    }
}
