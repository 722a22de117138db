package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;

/// The tables beside the conversation.
@InTurn
final class SchemaIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    private Tab tab;

    @BeforeEach
    void thePanelIsOpen() {
        tab = stage.tab();
        tab.button("Schema").click();
    }

    @Test
    void tablesAreFilteredAndOpenToTheirColumns() {
        assertThat(panel()).containsText("6 tables");
        panel().getByLabel("Filter tables").fill("item");
        assertThat(panel().locator("summary")).hasCount(1);

        panel().getByText("order_items").click();

        assertThat(panel().getByRole(AriaRole.LISTITEM).first()).containsText("key");
        assertThat(panel()).containsText("→ orders.id");
    }

    @Test
    void aNameIsWrittenIntoTheQuestionWhereTheCaretIs() {
        panel().getByText("customers", exactly()).click();
        tab.message().fill("Which  is it?");
        tab.message().evaluate("box => box.setSelectionRange(6, 6)");

        panel().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("country")).click();

        assertThat(tab.message()).hasValue("Which country  is it?");
        assertThat(tab.message()).isFocused();
    }

    @Test
    void theFirstRowsAreShownAsTheUsersOwnQuery() {
        panel().getByText("customers", exactly()).click();

        panel().getByText("Show first rows").click();

        Locator own = tab.conversation().getByRole(AriaRole.ARTICLE);
        assertThat(own).containsText("20 rows");
        own.getByText("You ran a query").click();
        assertThat(own).containsText("select * from \"customers\" limit 20");
    }

    @Test
    void itIsPutAwayByKeysAndThatIsRemembered() {
        tab.page().reload();
        assertThat(panel()).isVisible();
        assertThat(panel()).containsText("6 tables");

        tab.press("Control+Shift+S");
        assertThat(panel()).isHidden();
        tab.page().reload();

        assertThat(tab.message()).isVisible();
        assertThat(panel()).isHidden();
    }

    private Locator panel() {
        return tab.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Schema"));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
