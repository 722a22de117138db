package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;

/// More sessions and messages than anybody can see at once.
@InTurn
final class LongListsIT {
    private static final int SESSIONS = 400;
    private static final int MESSAGES = 300;

    /// How often what was in view moved otherwise than it was scrolled, going up two screens.
    private static final String JUMPS = """
            async log => {
                let jumps = 0;
                for (let i = 0; i < 30; i++) {
                    const {left, top, width, height} = log.getBoundingClientRect();
                    const message = document.elementFromPoint(left + width / 2, top + height / 2).closest('article');
                    const [from, before] = [log.scrollTop, message?.getBoundingClientRect().top];
                    log.scrollTop -= 40;
                    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
                    if (message && Math.abs(message.getBoundingClientRect().top - before - (from - log.scrollTop)) > 1) jumps++;
                }
                return jumps;
            }""";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void onlyTheSessionsInViewAreOnThePageAndAllAreReached() throws Exception {
        Tab tab = stage.tabHaving("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)
                select printf('00000000-0000-7000-8000-%%012d', i), (select id from connection), 'Number ' || i, 'user', i, i from n
                """.formatted(SESSIONS));
        Locator rows = tab.sessions().locator(".session-row");
        assertThat(session(tab, SESSIONS)).isVisible();

        while (!session(tab, 1).isVisible()) {
            tab.sessions().evaluate("box => (box.scrollTop = box.scrollHeight)");
            assertTrue(rows.count() < 80, rows.count() + " rows");
        }
        Locator last = session(tab, 1);
        assertThat(rows.last()).hasAttribute("aria-posinset", "" + (SESSIONS + 1));
        assertThat(rows.last()).hasAttribute("aria-setsize", "" + (SESSIONS + 1));
        assertEquals(true, rows.last().evaluate(
                "row => Math.abs(row.getBoundingClientRect().bottom - row.closest('nav').getBoundingClientRect().bottom) < 2"));

        last.focus();
        tab.sessions().evaluate("box => (box.scrollTop = 0)");
        assertThat(session(tab, SESSIONS)).isVisible();
        assertThat(last).isFocused();

        session(tab, SESSIONS).focus();
        for (int i = 0; i < 60; i++) for (int stop = 0; stop < 2; stop++) tab.press("Tab");
        assertThat(session(tab, SESSIONS - 60)).isFocused();
    }

    @Test
    void nothingMovesWhileOneScrollsThroughALongConversation() throws Exception {
        Tab tab = LongTalk.open(stage, MESSAGES);

        assertEquals(0, tab.conversation().evaluate(JUMPS));
        tab.page().setViewportSize(700, 600);
        tab.page().waitForTimeout(500);
        assertEquals(0, tab.conversation().evaluate(JUMPS));

        Locator first = tab.conversation().locator("article").filter(new Locator.FilterOptions().setHasText("Message 1 ")).first();
        while (tab.conversation().locator("article").count() < MESSAGES) {
            tab.conversation().evaluate("log => (log.scrollTop = 0)");
            tab.page().waitForTimeout(20);
        }
        tab.conversation().evaluate("log => (log.scrollTop = 0)");
        assertThat(first).isVisible();
    }

    private static Locator session(Tab tab, int number) {
        return tab.sessions().locator("[href$='-%012d']".formatted(number));
    }
}
