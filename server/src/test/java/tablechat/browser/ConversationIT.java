package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class ConversationIT {
    private static final Map<String, Object> COUNT = Map.of("sql", "select count(*) as customers from customers");

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void whatIsAskedStreamsAndIsAllThereAfterSwitchingAndReloading() throws InterruptedException {
        Hold hold = new Hold();
        stage.model().calls("run_query", COUNT).replies(Line.text("There are "), Line.hold(hold), Line.text("**many** of them."))
                .titles(Line.text("Customer count"));
        Tab tab = stage.tab();
        tab.button("New session").click();
        tab.ask("How many customers are there?");

        hold.awaitReached();
        assertThat(tab.answer()).containsText("There are");
        assertThat(tab.answer()).not().containsText("many");
        hold.release();
        assertThat(tab.answer()).containsText("There are many of them.");
        assertThat(tab.answer().getByRole(AriaRole.STRONG)).hasText("many");
        assertThat(tab.answer().locator("summary")).containsText(Pattern.compile("Ran a query.*1 row"));
        assertThat(tab.session("Customer count")).hasCount(1);
        assertThat(tab.title()).hasText("Customer count");

        stage.model().answers("The North.").titles(Line.text("Where they live"));
        tab.button("New session").click();
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(0);
        tab.ask("Where do they live?");
        assertThat(tab.answer()).containsText("The North.");
        assertThat(tab.session("Where they live")).hasAttribute("aria-current", "page");
        tab.session("Customer count").click();
        assertShowsTheCount(tab);
        tab.page().reload();
        assertShowsTheCount(tab);
        assertThat(tab.session("Where they live")).hasCount(1);
    }

    private static void assertShowsTheCount(Tab tab) {
        assertThat(tab.session("Customer count")).hasAttribute("aria-current", "page");
        assertThat(tab.conversation()).containsText("How many customers are there?");
        assertThat(tab.conversation()).containsText("There are many of them.");
        assertThat(tab.conversation()).not().containsText("The North.");
    }

    @Test
    void aToolCallOpensToItsQueryAndItsRows() {
        stage.model().calls("run_query", Map.of("sql", "select 7 as lucky, 'Ann' as name")).answers("Seven.");
        Tab tab = stage.tab();
        tab.ask("What is lucky?");

        tab.answer().getByText("Ran a query").click();

        assertThat(tab.answer()).containsText("select 7 as lucky, 'Ann' as name");
        assertThat(tab.answer().getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"lucky", "name"});
        assertThat(tab.answer().getByRole(AriaRole.CELL)).hasText(new String[] {"7", "Ann"});
    }

    @Test
    void stopEndsTheAnswerAndKeepsItsText() throws InterruptedException {
        Hold hold = new Hold();
        stage.model().replies(Line.text("As far as it came"), Line.hold(hold), Line.text(" and no further"));
        Tab tab = stage.tab();
        tab.ask("Tell me all");
        hold.awaitReached();

        tab.button("Stop").click();

        assertThat(tab.answer()).containsText("Stopped");
        assertThat(tab.answer()).containsText("As far as it came");
        assertThat(tab.answer()).not().containsText("no further");
        assertThat(tab.button("Send")).isVisible();
        assertThat(tab.button("Stop")).isHidden();
    }

    @Test
    void aModelThatFailsSaysWhyAndTheQuestionStays() {
        stage.model().fails("The key is not accepted.").answers("Now it works.");
        Tab tab = stage.tab();

        tab.ask("Can you hear me?");
        assertThat(tab.answer()).containsText("The key is not accepted.");
        tab.ask("And now?");

        assertThat(tab.answer()).containsText("Now it works.");
        assertThat(tab.conversation()).containsText("Can you hear me?");
    }

    @Test
    void whatFailedCanBeTriedAgain() {
        stage.model().fails("The key is not accepted.").answers("Now it works.");
        Tab tab = stage.tab();
        tab.ask("Can you hear me?");
        assertThat(tab.answer()).containsText("The key is not accepted.");

        tab.button("Retry").click();

        assertThat(tab.answer()).containsText("Now it works.");
        assertThat(tab.conversation()).not().containsText("The key is not accepted.");
        assertThat(tab.conversation().getByText("Can you hear me?")).hasCount(1);
    }

    @Test
    void whatIsAskedMeanwhileWaitsAndIsAskedThen() throws InterruptedException {
        Hold hold = stage.model().waits("First answer.");
        stage.model().answers("Third answer.");
        Tab tab = stage.tab();
        tab.ask("First");
        hold.awaitReached();
        for (String question : new String[] {"Second", "Third"}) {
            tab.message().fill(question);
            tab.press("Enter");
        }
        Locator waiting = tab.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Waiting questions"));
        assertThat(waiting.getByRole(AriaRole.LISTITEM)).containsText(new String[] {"Second", "Third"});

        tab.button("Do not ask: Second").click();
        hold.release();

        assertThat(tab.answer()).containsText("Third answer.");
        assertThat(waiting).isHidden();
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(4);
        assertThat(tab.conversation()).not().containsText("Second");
    }

    @Test
    void codeIsColouredAndCopiedAsItIs() {
        stage.model().replies(Line.text("```sql\nsel"), Line.text("ect 'a\nb' as"), Line.text(" from t -- all\n```\n"));
        Tab tab = stage.tab();
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.ask("Write some");

        assertThat(tab.answer().locator(".code-keyword")).hasText(new String[] {"select", "as", "from"});
        tab.answer().locator("pre + div").getByRole(AriaRole.BUTTON).click();

        assertThat(tab.button("Copied")).isVisible();
        assertEquals("select 'a\nb' as from t -- all", tab.page().evaluate("() => navigator.clipboard.readText()"));
    }
}
