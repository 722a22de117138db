package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

@InTurn
final class ReconnectIT {
    private static final String GONE = "The server cannot be reached";
    /// What the server says reaches the page by way of `window.hears`.
    private static final String EAR = """
            window.WebSocket = class extends WebSocket {
                set onmessage(listen) { super.onmessage = event => window.hears(event, listen, this); }
            };
            """;
    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void thePageComesBackByItselfAndLosesNothing() throws Exception {
        stage.model().answers("First answer.").titles(Line.text("Before the storm"));
        Tab tab = stage.tab();
        tab.ask("First question");
        assertThat(tab.answer()).containsText("First answer.");
        assertThat(tab.session("Before the storm")).hasCount(1);

        stage.serverGoes();
        assertThat(tab.page().getByText(GONE)).isVisible();
        stage.model().answers("Second answer.");
        tab.ask("Second question");
        assertThat(tab.conversation()).containsText("Second question");
        stage.serverComesBack();

        assertThat(tab.answer()).containsText("Second answer.");
        assertThat(tab.page().getByText(GONE)).isHidden();
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).containsText(
                new String[] {"First question", "First answer.", "Second question", "Second answer."});
        assertThat(tab.session("Before the storm")).hasAttribute("aria-current", "page");
    }

    @Test
    void anAnswerThatTheServerTookWithItIsShownAsFarAsItCame() throws Exception {
        Hold hold = new Hold();
        stage.model().replies(Line.text("Half an"), Line.hold(hold), Line.text(" answer"));
        Tab tab = stage.tab();
        tab.ask("Will it hold?");
        hold.awaitReached();

        stage.serverGoes();
        stage.serverComesBack();

        assertThat(tab.answer()).containsText("Stopped");
        assertThat(tab.answer()).containsText("Half an");
        assertThat(tab.button("Send")).isVisible();
    }

    @Test
    void whatIsAskedBeforeTheFirstWelcomeWaitsForIt() {
        Tab tab = hearing("window.later = []; window.hears = (event, listen) => window.later.push(() => listen(event));");
        tab.page().waitForFunction("() => window.later.length");

        tab.button("Connections").click();
        tab.page().evaluate("window.hears = (event, listen) => listen(event); window.later.splice(0).forEach(say => say())");

        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("sample");
        assertThat(tab.page().getByText("Try again when it is back.")).hasCount(0);
    }

    @Test
    void ownSqlOfWhichNoWordCameBackIsAnsweredOnceAndKeptOnce() {
        stage.model().calls("run_query", Map.of("sql", "select 7 as lucky")).answers("Seven.");
        Tab tab = hearing("""
                window.hears = (event, listen, socket) => {
                    if (window.lost || JSON.parse(event.data).type !== 'query.finished') return listen(event);
                    window.lost = true;
                    socket.close();
                };""");
        tab.ask("What is lucky?");
        assertThat(tab.answer()).containsText("Seven.");
        tab.answer().getByText("Ran a query").click();
        tab.button("Edit").click();

        tab.page().getByLabel("Your SQL").fill("select 8 as mine");
        tab.press("Control+Enter");

        assertThat(tab.answer().getByRole(AriaRole.CELL)).hasText("8");
        assertEquals(true, tab.page().evaluate("window.lost"));
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(3);
    }

    @Test
    void ownSqlWaitsForTheServerAndCanBeCancelledUntilThen() throws Exception {
        stage.model().calls("run_query", Map.of("sql", "select 7 as lucky")).answers("Seven.");
        Tab tab = stage.tab();
        tab.ask("What is lucky?");
        assertThat(tab.answer()).containsText("Seven.");
        tab.answer().getByText("Ran a query").click();
        tab.button("Edit").click();
        stage.serverGoes();
        assertThat(tab.page().getByText(GONE)).isVisible();

        tab.page().getByLabel("Your SQL").fill(ENDLESS);
        tab.press("Control+Enter");
        tab.button("Cancel query").click();
        stage.serverComesBack();

        assertThat(tab.answer().getByRole(AriaRole.ALERT)).hasText("The query was stopped.");
        assertThat(tab.button("Run")).isVisible();
    }

    @Test
    void aSessionBegunWhileTheServerWasAwayIsThereAfterwards() throws Exception {
        Tab tab = stage.tab();
        assertThat(tab.sessions()).containsText("No sessions yet.");
        stage.serverGoes();
        assertThat(tab.page().getByText(GONE)).isVisible();

        stage.model().answers("Here I am.").titles(Line.text("Begun alone"));
        tab.button("New session").click();
        tab.ask("Is anybody there?");
        stage.serverComesBack();

        assertThat(tab.answer()).containsText("Here I am.");
        assertThat(tab.session("Begun alone")).hasAttribute("aria-current", "page");
        assertThat(tab.sessions().getByRole(AriaRole.LINK)).hasCount(1);
    }

    private Tab hearing(String script) {
        Tab tab = stage.tab();
        tab.page().addInitScript(EAR + script);
        tab.page().reload();
        return tab;
    }
}
