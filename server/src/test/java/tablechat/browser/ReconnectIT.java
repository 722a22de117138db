package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class ReconnectIT {
    private static final String GONE = "The server cannot be reached";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void thePageComesBackByItselfAndLosesNothing() throws Exception {
        stage.model().answers("First answer.").titles(Line.text("Before the storm"));
        Tab tab = stage.tab();
        tab.ask("First question");
        assertThat(tab.answer()).containsText("First answer.");
        assertThat(tab.session("Before the storm")).hasCount(1);

        stage.serverGoes();
        assertThat(tab.page().getByText(GONE)).isVisible();
        stage.model().answers("Second answer.");
        tab.ask("Second question");
        assertThat(tab.conversation()).containsText("Second question");
        stage.serverComesBack();

        assertThat(tab.answer()).containsText("Second answer.");
        assertThat(tab.page().getByText(GONE)).isHidden();
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).containsText(
                new String[] {"First question", "First answer.", "Second question", "Second answer."});
        assertThat(tab.session("Before the storm")).hasAttribute("aria-current", "page");
    }

    @Test
    void anAnswerThatTheServerTookWithItIsShownAsFarAsItCame() throws Exception {
        Hold hold = new Hold();
        stage.model().replies(Line.text("Half an"), Line.hold(hold), Line.text(" answer"));
        Tab tab = stage.tab();
        tab.ask("Will it hold?");
        hold.awaitReached();

        stage.serverGoes();
        stage.serverComesBack();

        assertThat(tab.answer()).containsText("Stopped");
        assertThat(tab.answer()).containsText("Half an");
        assertThat(tab.button("Send")).isVisible();
    }

    @Test
    void aSessionBegunWhileTheServerWasAwayIsThereAfterwards() throws Exception {
        Tab tab = stage.tab();
        assertThat(tab.sessions()).containsText("No sessions yet.");
        stage.serverGoes();
        assertThat(tab.page().getByText(GONE)).isVisible();

        stage.model().answers("Here I am.").titles(Line.text("Begun alone"));
        tab.button("New session").click();
        tab.ask("Is anybody there?");
        stage.serverComesBack();

        assertThat(tab.answer()).containsText("Here I am.");
        assertThat(tab.session("Begun alone")).hasAttribute("aria-current", "page");
        assertThat(tab.sessions().getByRole(AriaRole.LINK)).hasCount(1);
    }
}
