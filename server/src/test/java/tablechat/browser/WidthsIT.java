package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

/// From the narrowest phone to the widest screen, nothing sticks out.
@InTurn
final class WidthsIT {
    private static final int[] WIDTHS = {320, 390, 768, 1280, 2560};

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void everythingFitsAtAnyWidth() {
        String unbroken = "w".repeat(200);
        stage.model().calls("run_query", Map.of("sql", "select *, name || name || name as long from customers"))
                .answers("| a | b |\n|---|---|\n| %1$s | 2 |\n\n```sql\n%1$s\n```\n\n`%1$s`".formatted(unbroken))
                .titles(Line.text(unbroken)).fails("It failed: " + unbroken);
        Tab tab = stage.tab();
        tab.ask(unbroken);
        assertThat(tab.button("Retry")).isVisible();
        tab.answer().getByText("Ran a query").click();
        tab.ask("And?");
        assertThat(tab.answer()).containsText("It failed");
        for (int width : WIDTHS) {
            tab.page().setViewportSize(width, 800);
            tab.assertFits();
        }

        tab.page().setViewportSize(320, 640);
        tab.button("Show the sidebar").click();
        tab.assertFits();
        tab.press("Escape");
        tab.button("Schema").click();
        assertThat(tab.page().getByLabel("Filter tables")).isVisible();
        tab.assertFits();
        tab.page().setViewportSize(2560, 1200);
        tab.assertFits();
    }
}
