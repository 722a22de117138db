package tablechat.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.transcript.Form;
import tablechat.transcript.Transcripts;

/// The exported page, opened from its file: no server is there to be asked.
@InTurn
final class TranscriptIT {
    private static final String HOSTILE =
            "</script><script>document.title='owned'</script><img src=https://evil.example/x onerror=alert(1)>";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void itsTablesAreSortedByTheirHeadings() throws Exception {
        Page page = open("Numbers", "values (10, 'b', null), (9, 'a', 'x'), (-1.5, 'ä', null), (1e3, 'B', 'y')", "fine");

        Locator headings = page.getByRole(AriaRole.COLUMNHEADER);
        headings.nth(0).getByRole(AriaRole.BUTTON).click();
        assertEquals(List.of("-1.5", "9", "10", "1000"), column(page, 1));
        assertEquals("ascending", headings.nth(0).getAttribute("aria-sort"));
        headings.nth(0).getByRole(AriaRole.BUTTON).press("Enter");
        assertEquals(List.of("1000", "10", "9", "-1.5"), column(page, 1));
        headings.nth(2).getByRole(AriaRole.BUTTON).click();
        assertEquals(List.of("x", "y", "NULL", "NULL"), column(page, 3));
        headings.nth(2).getByRole(AriaRole.BUTTON).click();
        assertEquals(List.of("y", "x", "NULL", "NULL"), column(page, 3));
        assertEquals(1, page.locator("th[aria-sort]").count());
    }

    @Test
    void wholeNumbersPastADoublesReachAreSorted() throws Exception {
        Page page = open("Large", "values (9007199254740995), (9007199254740993), (9007199254740994)", "fine");

        page.getByRole(AriaRole.COLUMNHEADER).getByRole(AriaRole.BUTTON).click();

        assertEquals(List.of("9007199254740993", "9007199254740994", "9007199254740995"), column(page, 1));
    }

    @Test
    void nothingInItRunsOrIsFetched() throws Exception {
        Page page = open(HOSTILE, "select '" + HOSTILE.replace("'", "''") + "' as \"" + HOSTILE + "\"",
                HOSTILE + "\n\n![x](https://evil.example/y) [z](javascript:alert(1))\n\n<style>@import 'https://evil.example/z'</style>");

        assertEquals(HOSTILE, page.title());
        assertEquals(1, page.locator("script").count());
        assertEquals(0, page.locator("img, iframe, link, a[href], [onerror]").count());
        assertEquals(HOSTILE, page.locator("tbody td").textContent());
        // Our own script is the only one that would run, were one to get in all the same.
        stage.troubles().expect("Content Security Policy");
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 1' }))");
        assertEquals(HOSTILE, page.title());
    }

    @Test
    void itIsDarkWhereTheReaderWantsThatAndWhiteOnPaper() throws Exception {
        Page page = open("Dark", "select 1", "fine");
        String background = "getComputedStyle(document.body).backgroundColor";

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertEquals("rgb(255, 255, 255)", page.evaluate(background));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertEquals("rgb(22, 24, 27)", page.evaluate(background));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertEquals("rgb(255, 255, 255)", page.evaluate(background));
    }

    /// A session with a query of its user's own and an answer, as the file that is exported of it.
    private Page open(String title, String sql, String answer) throws Exception {
        String session;
        stage.model().replies(Line.thinking(answer), Line.text(answer));
        try (var client = stage.server().client()) {
            session = client.send(Map.of("type", "session.create", "title", title)).text("session", "id");
            client.send(Map.of("type", "message.send", "text", title, "session", session));
            client.await("turn.finished");
            client.send(Map.of("type", "query.run", "sql", sql, "session", session));
        }
        Path file = stage.folder().path().resolve("session.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Transcripts(stage.server().store()).of(session, Form.HTML).write(out);
        }
        stage.troubles().expect("elsewhere: " + file.toUri());
        return stage.page(file.toUri().toString());
    }

    private static List<String> column(Page page, int number) {
        return page.locator("tbody td:nth-child(" + number + ")").allTextContents();
    }
}
