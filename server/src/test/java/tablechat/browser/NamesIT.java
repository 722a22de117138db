package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;

/// The names that those who listen to the page, and those who drive it, know its parts by.
@InTurn
final class NamesIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void eachPartHasItsNameAndHasItAlone() {
        Tab tab = stage.tab();

        assertThat(tab.sessions()).hasCount(1);
        assertThat(tab.conversation()).hasCount(1);
        assertThat(tab.message()).hasCount(1);
        assertThat(alike(tab, AriaRole.TEXTBOX, "Message")).hasCount(1);
        assertThat(alike(tab, AriaRole.BUTTON, "New session")).hasCount(1);
        assertThat(alike(tab, AriaRole.BUTTON, "Send")).hasCount(1);
        assertThat(alike(tab, AriaRole.BUTTON, "Stop")).hasCount(0);
        tab.press("Control+B");
        assertThat(tab.sessions()).hasCount(0);
        assertThat(alike(tab, AriaRole.BUTTON, "New session")).hasCount(1);
    }

    @Test
    void whileAnAnswerRunsThereIsOneStop() throws InterruptedException {
        Hold hold = stage.model().waits("Done.");
        Tab tab = stage.tab();

        tab.ask("Take your time");
        hold.awaitReached();

        assertThat(alike(tab, AriaRole.BUTTON, "Stop")).hasCount(1);
        assertThat(tab.conversation()).hasAttribute("aria-busy", "true");
        assertThat(tab.message()).isEditable();
        hold.release();
        assertThat(alike(tab, AriaRole.BUTTON, "Stop")).hasCount(0);
        assertThat(tab.conversation()).hasAttribute("aria-busy", "false");
    }

    @Test
    void theEndIsSaidOnceOutsideTheLog() {
        stage.model().answers("Done.");
        Tab tab = stage.tab();

        tab.ask("Say so");

        assertThat(tab.page().getByRole(AriaRole.STATUS)).hasText("The answer is finished.");
        assertThat(tab.conversation()).hasAttribute("aria-live", "off");
        assertThat(tab.conversation().locator("[aria-live]:not([aria-live=off]), [role=status], [role=alert]")).hasCount(0);
    }

    private static Locator alike(Tab tab, AriaRole role, String name) {
        return tab.page().getByRole(role, new Page.GetByRoleOptions().setName(name));
    }
}
