package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

/// A session that is printed is a document: all that was said, tables and charts whole, in black on white, nothing to press.
@InTurn
final class PaperIT {
    private static final Map<String, Object> MONTHS = Map.of("sql", """
            select substr(order_date, 1, 7) as month, count(*) as orders, replace(hex(zeroblob(40)), '0', 'w') as wide
            from orders group by 1 limit 40""");

    private static final int MESSAGES = 700;

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void aSessionIsPrintedAsADocument() {
        stage.model().calls("run_query", MONTHS).answers("See **above**.").titles(Line.text("Orders by month"));
        Tab tab = stage.tab();
        tab.ask("How many orders a month?");
        assertThat(tab.title()).hasText("Orders by month");
        tab.answer().getByText("Ran a query").click();
        tab.answer().getByText("Table", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(tab.answer().getByRole(AriaRole.ROW)).hasCount(41);

        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));

        assertThat(tab.title()).isVisible();
        assertThat(tab.conversation().getByText("How many orders a month?")).isVisible();
        assertThat(tab.sessions()).isHidden();
        assertThat(tab.message()).isHidden();
        assertEquals(0, tab.page().evaluate("""
                () => [...document.querySelectorAll('button, select, textarea, a')]
                    .filter(one => one.checkVisibility() && !one.matches('.sort, .long')).length"""));
        assertEquals("rgb(255, 255, 255)", tab.page().evaluate("() => getComputedStyle(document.body).backgroundColor"));
        assertEquals(true, tab.page().evaluate("""
                () => [...document.querySelectorAll('.table-scroll, .conversation, body')]
                    .every(box => box.scrollHeight <= box.clientHeight + 2 && box.scrollWidth <= box.clientWidth + 1)"""));
        assertTrue(pages(tab.page().pdf()) > 1, "all of the rows, on more than one page");
    }

    @Test
    void allOfItIsPrintedThoughOnlyItsEndWasLoaded() throws Exception {
        Tab tab = LongTalk.open(stage, MESSAGES);
        Locator messages = tab.conversation().locator("article");
        Locator missing = tab.page().getByText("Earlier messages are missing here.");
        tab.page().evaluate("""
                () => {
                    window.print = () => {
                        window.dispatchEvent(new Event('beforeprint'));
                        window.printed = document.querySelectorAll('article').length;
                    };
                }""");
        int pagesOfTheEnd = pages(onPaper(tab));
        assertThat(missing).isVisible();
        onScreen(tab);
        assertThat(missing).isHidden();
        assertThat(messages).hasCount(100);

        tab.press("Control+P");
        tab.page().waitForFunction("() => window.printed");

        assertEquals(MESSAGES, tab.page().evaluate("window.printed"));
        int pages = pages(onPaper(tab));
        assertTrue(pages > 4 * pagesOfTheEnd, pages + " pages, " + pagesOfTheEnd + " of the end");
        assertThat(missing).isHidden();
        assertEquals(0, tab.page().evaluate("""
                () => [...document.querySelectorAll('.message')]
                    .filter(one => getComputedStyle(one).contentVisibility !== 'visible').length"""));
    }

    private static byte[] onPaper(Tab tab) {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return tab.page().pdf();
    }

    private static void onScreen(Tab tab) {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static int pages(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b(?!s)", -1).length - 1;
    }
}
