package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;

/// A query of the model's, changed by the user and run again where it stands.
@InTurn
final class OwnSqlIT {
    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

    @RegisterExtension
    final Stage stage = Stage.wide();

    private Tab tab;

    @BeforeEach
    void aQueryOfTheModels() {
        stage.model().calls("run_query", Map.of("sql", "select 7 as lucky")).answers("Seven.");
        tab = stage.tab();
        tab.ask("What is lucky?");
        assertThat(tab.answer()).containsText("Seven.");
        tab.answer().getByText("Ran a query").click();
        tab.button("Edit").click();
    }

    @Test
    void isAnsweredInPlaceAndKeptAsTheUsers() {
        assertThat(sql()).hasValue("select 7 as lucky");
        assertThat(sql()).isFocused();

        sql().fill("select 8 as mine");
        tab.press("Control+Enter");

        assertThat(tab.answer().getByRole(AriaRole.COLUMNHEADER)).hasText("mine");
        assertThat(tab.answer().getByRole(AriaRole.CELL)).hasText("8");
        Locator own = tab.conversation().getByRole(AriaRole.ARTICLE).last();
        assertThat(own).hasAttribute("aria-label", "You");
        assertThat(own).containsText("You ran a query");
        stage.model().answers("It was eight.");
        tab.ask("What did I find?");
        assertThat(tab.answer()).containsText("It was eight.");
        assertTrue(stage.model().prompts().getLast().toString().contains("select 8 as mine"));
    }

    @Test
    void whatWouldWriteOrFailsIsSaidInPlace() {
        sql().fill("delete from customers");
        tab.button("Run").click();
        Locator trouble = tab.answer().getByRole(AriaRole.ALERT);
        assertThat(trouble).containsText("DELETE");

        sql().fill("select nonsense from customers");
        tab.button("Run").click();
        assertThat(trouble).containsText("nonsense");

        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(2);
    }

    @Test
    void aLongOneTellsItsTimeAndCanBeCancelled() {
        sql().fill(ENDLESS);
        tab.button("Run").click();
        assertThat(tab.button("Run")).isHidden();

        tab.button("Cancel query").click();

        assertThat(tab.answer().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(tab.button("Run")).isVisible();
        assertThat(tab.button("Cancel query")).isHidden();
    }

    @Test
    void whileAnAnswerIsWrittenItHasToWait() throws InterruptedException {
        Hold hold = stage.model().waits("Done.");
        tab.ask("Take your time");
        hold.awaitReached();

        sql().press("Control+Enter");

        assertThat(tab.conversation().getByRole(AriaRole.ALERT)).hasText("An answer is being written. Stop it, or wait.");
        hold.release();
        assertThat(tab.answer()).containsText("Done.");
    }

    private Locator sql() {
        return tab.page().getByRole(AriaRole.TEXTBOX).and(tab.page().getByLabel("Your SQL"));
    }
}
