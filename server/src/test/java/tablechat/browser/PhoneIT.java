package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    void aTapBesideTheDrawerPutsItAway() {
        Tab tab = stage.tab();
        tab.button("Show the sidebar").tap();
        assertThat(tab.sessions()).isVisible();

        tab.page().touchscreen().tap(350, 400);

        assertThat(tab.sessions()).isHidden();
        assertThat(tab.button("Show the sidebar")).isFocused();
        tab.message().tap();
        assertThat(tab.message()).isFocused();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsAnybodyOut(ColorScheme scheme) throws IOException {
        // axe reads what it has drawn itself, which the browser thinks slow.
        stage.troubles().expect("Canvas2D");
        stage.model().calls("run_query", Map.of("sql", WIDE)).answers("It **is**.").titles(Line.text("Being so"));
        Tab tab = stage.tab();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Axe axe = Axe.in(tab);
        assertThat(tab.button("Describe orders")).isVisible();
        axe.assertFindsNothing("an empty session");

        tab.ask("Is it so?");
        tab.answer().getByText("Ran a query").tap();
        assertThat(tab.answer()).containsText("It is.");
        axe.assertFindsNothing("an answer and its rows");
        tab.button("Show the sidebar").tap();
        assertThat(tab.session("Being so")).isVisible();
        axe.assertFindsNothing("the drawer");
        tab.button("Options").tap();
        axe.assertFindsNothing("a session's menu");
        tab.press("Escape");
        tab.session("Being so").tap();
        tab.button("Schema").tap();
        assertThat(tab.page().getByLabel("Filter tables")).isVisible();
        axe.assertFindsNothing("the schema");
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
