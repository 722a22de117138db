package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class SearchIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    private Tab tab;

    @BeforeEach
    void twoSessions() {
        tab = stage.tab();
        stage.model().calls("run_query", Map.of("sql", "select 'kumquats' as fruit")).answers("Some <b>apricots</b> are left.")
                .titles(Line.text("Fruit in stock"));
        tab.ask("How many are there?");
        assertThat(tab.answer()).containsText("apricots");
        stage.model().answers("In June.").titles(Line.text("Harvest"));
        tab.button("New session").click();
        tab.ask("When is it?");
        assertThat(tab.session("Harvest")).isVisible();
    }

    @Test
    void titlesMessagesAndSqlAreFoundWithTheWordsMarked() {
        field().fill("apricot");
        assertThat(hits()).hasCount(1);
        assertThat(hits()).containsText(new String[] {"Fruit in stock"});
        assertThat(hits().locator("mark")).hasText("apricot");
        assertThat(hits()).containsText("<b>");
        assertThat(tab.sessions()).isHidden();

        field().fill("kumquats");
        assertThat(hits().locator("mark").first()).hasText("kumquats");
        field().fill("harv");
        assertThat(hits()).containsText(new String[] {"Harvest"});
        field().fill("plums");
        assertThat(tab.page().getByText("Found nowhere.")).isVisible();
        assertThat(hits()).hasCount(0);
    }

    @Test
    void aHitIsGoneToByKeysAndEscapeBringsTheListBack() {
        tab.press("Control+Shift+F");
        assertThat(field()).isFocused();
        tab.page().keyboard().type("apricots");
        assertThat(hits()).hasCount(1);

        tab.press("ArrowDown");
        assertThat(hits().getByRole(AriaRole.LINK)).isFocused();
        tab.press("Enter");

        assertThat(tab.title()).hasText("Fruit in stock");
        assertThat(hits().getByRole(AriaRole.LINK)).hasAttribute("aria-current", "page");
        field().press("Escape");
        assertThat(tab.session("Harvest")).isVisible();
        assertThat(field()).hasValue("");
    }

    @Test
    void thePaletteFindsMessages() {
        tab.press("Control+K");
        tab.page().keyboard().type("apricots");
        Locator found = tab.page().getByRole(AriaRole.OPTION);
        assertThat(found).hasCount(1);
        assertThat(found).containsText("Fruit in stock");

        tab.press("Enter");

        assertThat(tab.title()).hasText("Fruit in stock");
    }

    private Locator field() {
        return tab.page().getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search sessions"));
    }

    private Locator hits() {
        return tab.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Found")).getByRole(AriaRole.LISTITEM);
    }
}
