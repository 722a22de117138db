package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.testing.SqliteFile;

/// Everything is a few keys away.
@InTurn
final class PaletteIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    private Tab tab;

    @BeforeEach
    void twoSessions() {
        tab = stage.tab();
        for (String title : new String[] {"About apples", "About pears"}) {
            stage.model().answers("Of " + title).titles(Line.text(title));
            tab.press("Control+Shift+O");
            tab.ask(title);
            assertThat(tab.session(title)).hasCount(1);
            assertThat(tab.button("Send")).isVisible();
        }
    }

    @Test
    void aFewLettersFindASessionACommandOrATable() {
        tab.press("Control+K");
        assertThat(field()).isFocused();
        tab.page().keyboard().type("appl");
        assertThat(options()).hasCount(1);
        tab.press("Enter");
        assertThat(tab.title()).hasText("About apples");
        assertThat(field()).isHidden();

        tab.press("Control+K");
        tab.page().keyboard().type("order_it");
        tab.press("Enter");
        assertThat(tab.message()).hasValue("order_items ");

        tab.press("Control+K");
        tab.page().keyboard().type("hide the schema");
        tab.press("Enter");
        assertThat(tab.page().getByLabel("Filter tables")).isVisible();
    }

    @Test
    void aTableIsFoundAmongMoreThanAreKnown() throws Exception {
        Path file = stage.folder().path().resolve("many.db");
        String[] tables = IntStream.range(0, 60).mapToObj("create table stock_of_%02d (id integer)"::formatted).toArray(String[]::new);
        new SqliteFile(file).run(tables);
        stage.server().chat().connections().configure("many", "sqlite:" + file);
        tab.page().reload();
        tab.page().getByRole(AriaRole.COMBOBOX).selectOption("many");

        tab.press("Control+K");
        tab.page().keyboard().type("of_59");
        assertThat(tab.page().locator("#palette-list")).hasText("Tablestock_of_59");
        tab.press("Enter");

        assertThat(tab.message()).hasValue("stock_of_59 ");
    }

    @Test
    void arrowsChooseAndEscapeLeaves() {
        tab.press("Control+K");
        tab.page().keyboard().type("about");
        assertThat(options().first()).hasAttribute("aria-selected", "true");

        tab.press("ArrowDown");
        assertThat(options().nth(1)).hasAttribute("aria-selected", "true");
        assertThat(field()).hasAttribute("aria-activedescendant", "choice-1");
        tab.press("ArrowUp");
        tab.press("ArrowUp");
        assertThat(options().last()).hasAttribute("aria-selected", "true");
        tab.press("Escape");

        assertThat(field()).isHidden();
        assertThat(tab.title()).hasText("About pears");
    }

    @Test
    void altAndArrowsGoFromSessionToSession() {
        tab.press("Alt+ArrowDown");
        assertThat(tab.title()).hasText("About apples");
        tab.press("Alt+ArrowUp");

        assertThat(tab.title()).hasText("About pears");
    }

    @Test
    void escapeEndsTheAnswerAlsoWhileOneTypes() throws InterruptedException {
        Hold hold = new Hold();
        stage.model().replies(Line.text("So far"), Line.hold(hold));
        tab.ask("Go on");
        hold.awaitReached();
        assertThat(tab.answer()).containsText("So far");
        tab.page().keyboard().type("meanwhile");

        tab.press("Escape");

        assertThat(tab.answer()).containsText("Stopped");
        assertThat(tab.message()).hasValue("meanwhile");
    }

    @Test
    void theKeysAreListedUnlessAQuestionMarkIsTyped() {
        tab.page().keyboard().type("why?");
        assertThat(tab.message()).hasValue("why?");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isHidden();

        tab.conversation().focus();
        tab.press("?");

        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("Ctrl+Shift+O");
        tab.press("Escape");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void lightOrDarkIsChosenAndRemembered() {
        String before = ground();

        tab.press("Control+K");
        tab.page().keyboard().type("dark");
        tab.press("Enter");
        String after = ground();
        tab.page().reload();

        assertNotEquals(before, after);
        assertEquals(after, ground());
    }

    private String ground() {
        return (String) tab.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    private Locator field() {
        return tab.page().getByRole(AriaRole.COMBOBOX).and(tab.page().getByLabel("Go to"));
    }

    private Locator options() {
        return tab.page().getByRole(AriaRole.OPTION);
    }
}
