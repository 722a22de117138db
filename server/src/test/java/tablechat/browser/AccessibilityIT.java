package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

/// axe-core finds nothing to mend, in the light and in the dark, whatever is on the screen.
@InTurn
final class AccessibilityIT {
    private static final String MIXED = """
            select substr(order_date, 1, 7) as month, count(*) as orders, null as empty,
                'A sentence that is longer than any cell of a table should be' as words from orders group by 1""";

    @RegisterExtension
    final Stage stage = Stage.wide();

    private Tab tab;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsAnybodyOut(ColorScheme scheme) throws IOException {
        // axe reads what a chart has drawn, which the browser thinks slow.
        stage.troubles().expect("Canvas2D");
        tab = stage.tab();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Axe axe = Axe.in(tab);
        assertThat(tab.button("Describe orders")).isVisible();
        axe.assertFindsNothing("an empty session");

        stage.model().calls("run_query", Map.of("sql", MIXED)).fails("The key is not accepted.");
        tab.ask("Show `it`");
        tab.answer().getByText("Ran a query").click();
        assertThat(tab.answer()).containsText("The key is not accepted.");
        axe.assertFindsNothing("rows and an answer that failed");
        tab.button("Chart").click();
        assertThat(tab.answer().locator("canvas")).hasAttribute("aria-label", Pattern.compile("Line: .*"));
        tab.button("Edit").click();
        axe.assertFindsNothing("a chart and one's own SQL");

        tab.button("Schema").click();
        tab.page().getByRole(AriaRole.COMPLEMENTARY).getByText("orders", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(tab.page().getByText("Show first rows")).isVisible();
        axe.assertFindsNothing("the schema");
        tab.button("Connections").click();
        axe.assertFindsNothing("the connections");
        tab.button("Add a connection").click();
        tab.button("Save").click();
        axe.assertFindsNothing("a form with something missing");
        tab.press("Escape");
        tab.press("Control+K");
        axe.assertFindsNothing("the palette");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void norDoesWhatIsFoundChangedOrTakenBack(ColorScheme scheme) throws IOException, InterruptedException {
        // axe reads what a chart has drawn, which the browser thinks slow.
        stage.troubles().expect("Canvas2D");
        stage.model().answers("It **is**.").titles(Line.text("Being so")).answers("Still.");
        tab = stage.tab();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Axe axe = Axe.in(tab);
        tab.ask("Is it so?");
        assertThat(tab.answer()).containsText("It is.");
        tab.button("Edit question").click();
        axe.assertFindsNothing("a question that is edited");
        tab.press("Enter");
        assertThat(tab.answer()).containsText("Still.");
        assertThat(tab.page().getByText("Earlier version,")).isVisible();
        tab.page().getByRole(AriaRole.SEARCHBOX).first().fill("so");
        assertThat(tab.page().locator("mark").first()).isVisible();
        axe.assertFindsNothing("what was found, and an earlier version");

        Hold hold = stage.model().waits("At last.");
        tab.ask("And now?");
        hold.awaitReached();
        axe.assertFindsNothing("an answer that is written");
        hold.release();
        assertThat(tab.answer()).containsText("At last.");
        tab.page().getByRole(AriaRole.SEARCHBOX).first().press("Escape");
        tab.session("Being so").first().press("Delete");
        axe.assertFindsNothing("what is asked before deleting");
        tab.page().getByRole(AriaRole.ALERTDIALOG).getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(tab.button("Undo")).isVisible();
        tab.button("Archived").click();
        tab.button("Deleted").click();
        assertThat(tab.button("Restore")).isVisible();
        axe.assertFindsNothing("what was deleted");
        tab.press("?");
        axe.assertFindsNothing("the keys");
        tab.press("Escape");
        tab.page().setViewportSize(360, 740);
        tab.button("Show the sidebar").click();
        axe.assertFindsNothing("the drawer of a narrow screen");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void norDoesWhatPopsUpOrGoesWrong(ColorScheme scheme) throws IOException, InterruptedException {
        // axe reads what it has drawn itself, which the browser thinks slow.
        stage.troubles().expect("Canvas2D");
        stage.model().answers("One.").titles(Line.text("First of all"));
        tab = stage.tab();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Axe axe = Axe.in(tab);
        tab.ask("One?");
        assertThat(tab.answer()).containsText("One.");
        tab.button("Branch").click();
        assertThat(tab.page().getByText("The session this branched off")).isVisible();
        tab.session("First of all").first().hover();
        tab.button("Options").first().click();
        axe.assertFindsNothing("a session's menu");
        tab.press("Escape");
        tab.press("Control+K");
        tab.page().keyboard().type("one");
        assertThat(tab.page().getByRole(AriaRole.OPTION).first()).containsText("First of all");
        axe.assertFindsNothing("what the palette found");
        tab.press("Enter");
        assertThat(tab.conversation().locator(".revealed")).isVisible();
        axe.assertFindsNothing("a message that was sought");

        Hold hold = stage.model().waits("Two.");
        tab.ask("Two?");
        hold.awaitReached();
        tab.message().fill("Three?");
        tab.press("Enter");
        assertThat(tab.page().getByLabel("Waiting questions")).isVisible();
        tab.button("Edit question").first().click();
        // Before the next frame the button would have the key.
        assertThat(tab.conversation().getByRole(AriaRole.TEXTBOX)).isFocused();
        tab.press("Enter");
        assertThat(tab.page().getByText("An answer is being written. Stop it, or wait.")).isVisible();
        tab.page().waitForFunction("() => !document.querySelector('.toast').getAnimations().length"); // faded in, it has its colours
        axe.assertFindsNothing("a question that waits, and a notice");
        stage.serverGoes();
        assertThat(tab.page().getByText("The server cannot be reached. Trying again")).isVisible();
        axe.assertFindsNothing("the server is gone");
        hold.release();
    }
}
