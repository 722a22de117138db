package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class PhoneIT {
    private static final String WIDE =
            "select *, name || name || name as long, 'x' || hex(zeroblob(200)) as unbroken from customers";

    @RegisterExtension
    final Stage stage = Stage.phone();

    @Test
    void theSidebarIsADrawer() {
        stage.model().answers("Yes.").titles(Line.text("On the way"));
        Tab tab = stage.tab();
        assertThat(tab.sessions()).isHidden();
        tab.ask("Does it fit?");
        assertThat(tab.answer()).containsText("Yes.");

        tab.button("Show the sidebar").tap();
        assertThat(tab.sessions()).isVisible();
        tab.button("New session").tap();
        assertThat(tab.sessions()).isHidden();
        assertThat(tab.conversation()).not().containsText("Yes.");
        tab.button("Show the sidebar").tap();
        tab.session("On the way").tap();

        assertThat(tab.sessions()).isHidden();
        assertThat(tab.answer()).containsText("Yes.");
        tab.button("Show the sidebar").tap();
        tab.press("Escape");
        assertThat(tab.sessions()).isHidden();
    }

    @Test
    void nothingIsWiderThanTheScreen() {
        String unbroken = "x".repeat(300);
        stage.model().calls("run_query", Map.of("sql", WIDE))
                .answers("| a | b | c |\n|---|---|---|\n| %1$s | 2 | 3 |\n\n```\n%1$s\n```\n\n%1$s".formatted(unbroken))
                .titles(Line.text(unbroken));
        Tab tab = stage.tab();
        tab.assertFits();

        tab.ask(unbroken);
        tab.answer().getByText("Ran a query").tap();
        assertThat(tab.answer()).containsText("unbroken");
        tab.assertFits();

        tab.button("Show the sidebar").tap();
        assertThat(tab.sessions()).isVisible();
        tab.assertFits();
    }
}
