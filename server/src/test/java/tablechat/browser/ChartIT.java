package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;

/// A chart that the model asked for stands in the answer.
@InTurn
final class ChartIT {
    private static final Map<String, Object> BY_STATUS =
            Map.of("sql", "select status, count(*) as orders from orders group by status");
    private static final Map<String, Object> BARS =
            Map.of("type", "bar", "x", "status", "y", List.of("orders"), "title", "Orders by status");

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void itIsDrawnOfTheResultBeforeItAndTheTableStaysAvailable() {
        stage.model().calls("run_query", BY_STATUS).calls("chart", BARS).answers("As you see.");
        Tab tab = stage.tab();
        tab.ask("Draw the orders by status");

        Locator chart = tab.answer().getByRole(AriaRole.FIGURE);
        assertThat(chart).hasCount(1);
        assertThat(chart).containsText("Orders by status");
        assertThat(chart.locator("canvas")).hasAttribute("aria-label", Pattern.compile("Bars: Orders by status.*"));
        tab.button("Table").click();
        assertThat(tab.answer().getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"status", "orders"});

        tab.page().reload();
        assertThat(tab.answer().getByRole(AriaRole.FIGURE)).containsText("Orders by status");
    }

    @Test
    void aChartOfNothingIsACallThatFailed() {
        stage.model().calls("chart", BARS).answers("There is nothing to draw.");
        Tab tab = stage.tab();

        tab.ask("Draw");

        assertThat(tab.answer()).containsText("There is nothing to draw.");
        assertThat(tab.answer().getByText("A chart was not drawn")).isVisible();
        assertThat(tab.answer().getByRole(AriaRole.FIGURE)).hasCount(0);
    }
}
