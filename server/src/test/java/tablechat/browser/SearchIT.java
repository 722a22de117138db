package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.testing.SqliteFile;

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
    void aHitOpensAtTheMessageWithItsWordsMarked() throws SQLException {
        String session = tab.page().url().replaceAll(".*/", "");
        haveOlderMessages(session);
        tab.page().reload();
        assertThat(tab.answer()).containsText("In June.");
        field().fill("quinces");
        hits().getByRole(AriaRole.LINK).click();

        Locator found = tab.conversation().getByText("Of quinces");
        assertThat(found).isInViewport();
        assertThat(tab.conversation().locator(".revealed")).containsText("Of quinces");
        assertEquals(1, tab.page().evaluate("() => CSS.highlights.get('found').size"));
        tab.conversation().press("End");
        field().fill("kumquats");
        assertThat(hits().locator("mark").first()).hasText("kumquats");
        hits().first().getByRole(AriaRole.LINK).click();

        assertThat(tab.title()).hasText("Fruit in stock");
        assertThat(tab.answer().locator("pre")).isInViewport();
        assertThat(tab.answer().locator("pre")).containsText("kumquats");
    }

    /// More than a page is sent of, with what is sought among the first.
    private void haveOlderMessages(String session) throws SQLException {
        String numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 240)";
        new SqliteFile(stage.folder().path().resolve("tablechat.db")).run(
                "update message set position = position + 240 where session_id = '%s'".formatted(session),
                "insert into message (id, session_id, position, role, status, created_at) "
                        + numbers + " select 'old-' || i, '%s', i, 'user', 'complete', i from n".formatted(session),
                "insert into part (message_id, position, type, text) "
                        + numbers + " select 'old-' || i, 0, 'text', 'Of ' || iif(i = 7, 'quinces', 'nothing') from n");
    }

    @Test
    void noHitStandsOnAnother() {
        field().fill("are");
        assertThat(hits().first().locator("mark").first()).isVisible();

        assertEquals(true, tab.page().evaluate("""
                () => [...document.querySelectorAll('.hits > *')].every(
                    row => [...row.querySelectorAll('*')].every(part => part.getBoundingClientRect().bottom
                        <= row.getBoundingClientRect().bottom + 1))"""));
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
