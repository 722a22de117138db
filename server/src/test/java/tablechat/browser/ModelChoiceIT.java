package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.ScriptedModel;

@InTurn
final class ModelChoiceIT {
    private final ScriptedModel small = new ScriptedModel("small");
    private final ScriptedModel large = new ScriptedModel("large");

    @RegisterExtension
    final Stage stage = Stage.wide(small, large);

    @Test
    void theChosenModelIsAskedAndNamedAndRemembered() {
        large.answers("Of the large one.").answers("Again.");
        Tab tab = stage.tab();
        assertThat(badge(tab)).hasText("small");

        choice(tab).selectOption("large");
        assertThat(badge(tab)).hasText("large");
        tab.ask("Who are you?");
        assertThat(tab.answer()).containsText("Of the large one.");
        tab.page().reload();

        assertThat(badge(tab)).hasText("large");
        tab.ask("Still?");
        assertThat(tab.answer()).containsText("Again.");
        assertEquals(0, small.prompts().size());
    }

    @Test
    void theBadgeTellsThatTheModelFailedUntilItAnswers() {
        small.fails("The key is not accepted.").answers("Well again.");
        Tab tab = stage.tab();
        tab.ask("Are you there?");
        assertThat(tab.answer()).containsText("The key is not accepted.");

        badge(tab).getByRole(AriaRole.BUTTON).click();
        Locator told = tab.page().locator(".popover");
        assertThat(told).containsText("The key is not accepted.");
        tab.press("Escape");
        assertThat(told).isHidden();
        assertThat(badge(tab)).containsText("Last answer failed");
        tab.button("Retry").click();

        assertThat(tab.answer()).containsText("Well again.");
        assertThat(badge(tab)).hasText("small");
    }

    private static Locator choice(Tab tab) {
        return tab.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Model"));
    }

    private static Locator badge(Tab tab) {
        return tab.page().locator(".header .model");
    }
}
