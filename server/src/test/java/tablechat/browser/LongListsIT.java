package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;

/// More sessions and messages than anybody can see at once.
@InTurn
final class LongListsIT {
    private static final int SESSIONS = 400;
    private static final int MESSAGES = 300;

    private static final int STEPS = 30;
    /// Goes up two screens: how often what stood in the middle was looked at before and after, and how often it had moved otherwise than
    /// it was scrolled.
    private static final String JUMPS = """
            async (log, steps) => {
                const {top, height} = log.getBoundingClientRect();
                let [compared, jumps] = [0, 0];
                for (let i = 0; i < steps; i++) {
                    const message = [...log.querySelectorAll('article')].find(one => one.getBoundingClientRect().bottom > top + height / 2);
                    const [from, before] = [log.scrollTop, message.getBoundingClientRect().top];
                    log.scrollTop -= 40;
                    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
                    if (log.scrollTop < from) compared++;
                    if (Math.abs(message.getBoundingClientRect().top - before - (from - log.scrollTop)) > 1) jumps++;
                }
                return [compared, jumps];
            }""";
    /// The heights that are kept of messages for when they are left out; of the two that may grow, none is.
    private static final String HEIGHTS = """
            () => {
                const heights = [...document.querySelectorAll('article')].map(({style}) => style.containIntrinsicHeight).slice(0, -2);
                return heights.every(Boolean) ? heights.join() : '';
            }""";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void onlyTheSessionsInViewAreOnThePageAndAllAreReached() throws Exception {
        Tab tab = havingSessions();
        Locator rows = tab.sessions().locator(".session-row");
        assertThat(session(tab, SESSIONS)).isVisible();

        tab.page().waitForCondition(() -> {
            tab.sessions().evaluate("box => (box.scrollTop = box.scrollHeight)");
            assertTrue(rows.count() < 80, rows.count() + " rows");
            return session(tab, 1).isVisible();
        });
        Locator last = session(tab, 1);
        assertThat(rows.last()).hasAttribute("aria-posinset", "" + (SESSIONS + 1));
        assertThat(rows.last()).hasAttribute("aria-setsize", "" + (SESSIONS + 1));
        assertEquals(true, rows.last().evaluate(
                "row => Math.abs(row.getBoundingClientRect().bottom - row.closest('nav').getBoundingClientRect().bottom) < 2"));

        assertThat(tab.sessions().getByRole(AriaRole.HEADING)).hasCount(1);
        last.focus();
        tab.sessions().evaluate("box => (box.scrollTop = 0)");
        assertThat(session(tab, SESSIONS)).isVisible();
        assertThat(last).isFocused();

        session(tab, SESSIONS).focus();
        for (int i = 1; i <= 60; i++) {
            for (int stop = 0; stop < 2; stop++) tab.press("Tab");
            assertThat(session(tab, SESSIONS - i)).isFocused();
        }
    }

    @Test
    void theRoomForWhatIsLeftOutGrowsWithTheLetters() throws Exception {
        Tab tab = havingSessions();
        assertThat(session(tab, SESSIONS)).isVisible();
        tab.page().evaluate("() => (document.documentElement.style.fontSize = '24px')");
        tab.page().waitForCondition(() -> {
            tab.sessions().evaluate("box => (box.scrollTop = box.scrollHeight)");
            return session(tab, 1).isVisible();
        });

        assertEquals(SESSIONS + 1, tab.sessions().evaluate("""
                box => {
                    const height = which => box.querySelector(which).getBoundingClientRect().height;
                    box.scrollTop = 200 * height('.session-row');
                    return Math.round(height('ul') / height('.session-row'));
                }"""));
        assertThat(session(tab, SESSIONS - 200)).isInViewport();
    }

    @Test
    void aSessionWhoseMenuIsOpenStaysWhereverOneScrolls() throws Exception {
        Tab tab = havingSessions();
        Locator options = session(tab, SESSIONS).locator("xpath=..").getByRole(AriaRole.BUTTON);
        session(tab, SESSIONS).hover();
        options.click();
        assertThat(options).hasAttribute("aria-expanded", "true");

        tab.sessions().evaluate("box => (box.scrollTop = box.scrollHeight)");
        assertThat(session(tab, SESSIONS - 1)).hasCount(0);
        tab.press("Escape");

        assertThat(options).isFocused();
        assertThat(options).hasAttribute("aria-expanded", "false");
    }

    @Test
    void nothingMovesWhileOneScrollsThroughALongConversation() throws Exception {
        Tab tab = LongTalk.open(stage, MESSAGES);

        assertThat(tab.conversation().locator("article")).hasCount(100);
        assertEquals(List.of(STEPS, 0), tab.conversation().evaluate(JUMPS, STEPS));
        String wide = (String) tab.page().evaluate(HEIGHTS);
        tab.page().setViewportSize(700, 600);
        tab.page().waitForCondition(() -> !Set.of("", wide).contains(tab.page().evaluate(HEIGHTS)));
        assertEquals(List.of(STEPS, 0), tab.conversation().evaluate(JUMPS, STEPS));

        Locator first = tab.conversation().locator("article").filter(new Locator.FilterOptions().setHasText("Message 1 ")).first();
        tab.page().waitForCondition(() -> {
            tab.conversation().evaluate("log => (log.scrollTop = 0)");
            return tab.conversation().locator("article").count() == MESSAGES;
        });
        tab.conversation().evaluate("log => (log.scrollTop = 0)");
        assertThat(first).isVisible();
    }

    private static Locator session(Tab tab, int number) {
        return tab.sessions().locator("[href$='-%012d']".formatted(number));
    }

    private Tab havingSessions() throws Exception {
        return stage.tabHaving("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)
                select printf('00000000-0000-7000-8000-%%012d', i), (select id from connection), 'Number ' || i, 'user', i, i from n
                """.formatted(SESSIONS));
    }
}
