package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class TabsIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void aSecondTabSeesTheAnswerGrow() throws InterruptedException {
        Hold hold = new Hold();
        stage.model().replies(Line.text("one "), Line.hold(hold), Line.text("two")).titles(Line.text("Counting up"));
        Tab first = stage.tab();
        first.ask("Count");
        hold.awaitReached();
        assertThat(first.session("Counting up")).hasCount(1);

        Tab second = stage.tab();
        second.session("Counting up").click();
        assertThat(second.answer()).containsText("one");
        assertThat(second.answer()).not().containsText("two");
        assertThat(second.button("Stop")).isVisible();
        hold.release();

        for (Tab tab : new Tab[] {first, second}) {
            assertThat(tab.answer()).containsText("one two");
            assertThat(tab.button("Send")).isVisible();
        }
    }

    @Test
    void anAnswerInAnotherTabHasADotAndThenAMarkUntilItIsRead() throws InterruptedException {
        Hold hold = stage.model().titles(Line.text("Over there")).waits("Here it is.");
        Tab first = stage.tab();
        Tab second = stage.tab();
        assertThat(second.sessions()).containsText("No sessions yet.");

        first.ask("Take your time");
        hold.awaitReached();
        assertThat(second.session("Over there").getByLabel("Being answered")).isVisible();
        assertThat(second.session("Over there").getByLabel("Not read yet")).hasCount(0);
        hold.release();

        assertThat(second.session("Over there").getByLabel("Not read yet")).isVisible();
        assertThat(second.session("Over there").getByLabel("Being answered")).hasCount(0);
        assertThat(first.answer()).containsText("Here it is.");
        assertThat(first.session("Over there").getByLabel("Not read yet")).hasCount(0);
        second.session("Over there").click();
        assertThat(second.answer()).containsText("Here it is.");
        assertThat(second.session("Over there").getByLabel("Not read yet")).hasCount(0);
    }

    @Test
    void bothTabsShowTheSameSessions() {
        stage.model().answers("Yes.").titles(Line.text("A question"));
        Tab first = stage.tab();
        Tab second = stage.tab();

        first.ask("Is it so?");
        assertThat(second.session("A question")).hasCount(1);
        second.session("A question").press("F2");
        second.press("Control+A");
        second.page().keyboard().type("Renamed over there");
        second.press("Enter");

        assertThat(first.session("Renamed over there")).hasCount(1);
        assertThat(first.title()).hasText("Renamed over there");
        second.session("Renamed over there").press("Delete");
        second.button("Cancel").click();
        assertThat(second.session("Renamed over there")).hasCount(1);
        second.session("Renamed over there").press("Delete");
        second.button("Delete").click();
        assertThat(first.session("Renamed over there")).hasCount(0);
        assertThat(first.page().getByText("This session was deleted in another window.")).isVisible();
    }
}
