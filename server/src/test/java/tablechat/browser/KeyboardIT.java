package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class KeyboardIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void enterSendsAndShiftEnterBreaksTheLine() {
        stage.model().answers("Both.");
        Tab tab = stage.tab();
        assertThat(tab.message()).isFocused();

        tab.page().keyboard().type("one");
        tab.press("Shift+Enter");
        tab.page().keyboard().type("two");
        assertThat(tab.message()).hasValue("one\ntwo");
        tab.press("Enter");

        assertThat(tab.answer()).containsText("Both.");
        assertThat(tab.conversation().getByText("one\ntwo")).isVisible();
        assertThat(tab.message()).hasValue("");
        assertThat(tab.message()).isFocused();
    }

    @Test
    void blanksAreNotSent() {
        Tab tab = stage.tab();

        tab.message().fill("  ");
        tab.press("Enter");

        assertThat(tab.button("Send")).isDisabled();
        assertThat(tab.sessions()).containsText("No sessions yet.");
    }

    @Test
    void controlBPutsTheSidebarAwayAndThatIsRemembered() {
        Tab tab = stage.tab();
        assertThat(tab.sessions()).isVisible();

        tab.press("Control+B");
        assertThat(tab.sessions()).isHidden();
        tab.page().reload();
        assertThat(tab.message()).isVisible();
        assertThat(tab.sessions()).isHidden();
        tab.press("Control+B");

        assertThat(tab.sessions()).isVisible();
        tab.page().reload();
        assertThat(tab.sessions()).isVisible();
    }

    @Test
    void renamingIsKeptByEnterAndDroppedByEscape() {
        stage.model().answers("Yes.").titles(Line.text("As the model put it"));
        Tab tab = stage.tab();
        tab.ask("Is it so?");
        Locator field = tab.sessions().getByRole(AriaRole.TEXTBOX);

        tab.session("As the model put it").press("F2");
        assertThat(field).isFocused();
        assertThat(field).hasValue("As the model put it");
        tab.page().keyboard().type("Not this");
        tab.press("Escape");
        assertThat(field).isHidden();
        assertThat(tab.session("As the model put it")).isFocused();

        tab.session("As the model put it").dblclick();
        tab.page().keyboard().type("As I put it");
        tab.press("Enter");
        assertThat(tab.session("As I put it")).isFocused();
        assertThat(tab.title()).hasText("As I put it");
        tab.page().reload();
        assertThat(tab.session("As I put it")).isVisible();
        assertThat(tab.sessions().getByRole(AriaRole.LINK)).hasCount(1);
    }
}
