package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class CoursesIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void aQuestionIsPutInOtherWordsAndTheOldCourseCanBeOpened() {
        stage.model().answers("There are 9.").titles(Line.text("Counting")).answers("There are 12.");
        Tab tab = stage.tab();
        tab.ask("How many customers?");
        assertThat(tab.answer()).containsText("There are 9.");
        assertThat(tab.title()).hasText("Counting");

        tab.message().press("ArrowUp");
        assertThat(edited(tab)).isFocused();
        assertThat(edited(tab)).hasValue("How many customers?");
        edited(tab).fill("How many orders?");
        tab.press("Enter");

        assertThat(tab.answer()).containsText("There are 12.");
        assertThat(tab.conversation()).not().containsText("How many customers?");
        assertThat(tab.conversation()).not().containsText("There are 9.");
        assertThat(edited(tab)).isHidden();
        versions(tab).getByRole(AriaRole.LINK).click();
        assertThat(tab.answer()).containsText("There are 9.");
        assertThat(tab.conversation()).containsText("How many customers?");
        versions(tab).getByText("The session as it went on after the edit").click();
        assertThat(tab.answer()).containsText("There are 12.");
    }

    @Test
    void escapeLeavesAQuestionAsItWas() {
        stage.model().answers("Yes.");
        Tab tab = stage.tab();
        tab.ask("Is it so?");
        assertThat(tab.answer()).containsText("Yes.");
        tab.button("Edit question").click();
        edited(tab).fill("Something else");

        tab.press("Escape");

        assertThat(edited(tab)).isHidden();
        assertThat(tab.conversation().getByText("Is it so?")).isVisible();
        tab.button("Edit question").click();
        assertThat(edited(tab)).hasValue("Is it so?");
    }

    @Test
    void anAnswerIsAskedForAgainAndTheOldOneStaysElsewhere() {
        stage.model().answers("The first try.").answers("The second try.");
        Tab tab = stage.tab();
        tab.ask("Try");
        assertThat(tab.answer()).containsText("The first try.");

        tab.button("Retry").click();

        assertThat(tab.answer()).containsText("The second try.");
        assertThat(tab.conversation()).not().containsText("The first try.");
        assertThat(tab.sessions().getByLabel("Earlier version, kept when an answer was retried")).hasCount(1);
        versions(tab).getByText(Pattern.compile("Earlier version, .*")).click();
        assertThat(tab.answer()).containsText("The first try.");
        assertThat(versions(tab)).hasText("The session as it went on after the retry");
    }

    @Test
    void aSessionBranchesOffAfterAnyAnswer() {
        stage.model().answers("One.").titles(Line.text("Trunk")).answers("Two.").answers("Another two.");
        Tab tab = stage.tab();
        tab.ask("First");
        assertThat(tab.answer()).containsText("One.");
        tab.ask("Second");
        assertThat(tab.answer()).containsText("Two.");
        String trunk = tab.page().url();

        tab.button("Branch").first().click();
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(2);
        tab.ask("Second, otherwise");

        assertThat(tab.answer()).containsText("Another two.");
        tab.page().navigate(trunk);
        assertThat(tab.answer()).hasText(Pattern.compile("Two\\..*"));
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(4);
        assertThat(tab.sessions().getByLabel("Branched off another session")).hasCount(1);
        assertThat(versions(tab)).hasText(Pattern.compile("Branch: .*"));
    }

    @Test
    void whileAnAnswerIsWrittenNothingIsRephrased() throws InterruptedException {
        stage.model().answers("One.");
        Tab tab = stage.tab();
        tab.ask("First");
        assertThat(tab.answer()).containsText("One.");
        Hold hold = stage.model().waits("Two.");
        tab.ask("Second");
        hold.awaitReached();

        tab.button("Edit question").first().click();
        edited(tab).fill("First, otherwise");
        tab.button("Ask again").click();

        assertThat(tab.page().getByText("An answer is being written. Stop it, or wait.")).isVisible();
        assertThat(edited(tab)).hasValue("First, otherwise");
        hold.release();
        assertThat(tab.answer()).containsText("Two.");
    }

    private static Locator edited(Tab tab) {
        return tab.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your question"));
    }

    private static Locator versions(Tab tab) {
        return tab.page().getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Versions of this session"));
    }
}
