package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;

/// While an answer comes in.
@InTurn
final class StreamingIT {
    private static final String SHIFTS = """
            () => {
                window.shifts = [];
                new PerformanceObserver(list => shifts.push(...list.getEntries().map(({value, sources}) =>
                    value + ' ' + sources.map(({node}) => node?.className ?? node?.nodeName).join()))).observe({type: 'layout-shift'});
            }""";
    private static final String ANSWER = """
            There are **12** of them, and *some* `code`.

            | month | orders |
            |---|---:|
            | May | 12 |
            | June | 1 |

            ```sql
            select count(*) from orders
            ```

            - one
            - two

            """;

    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void nothingJumpsAndOneCanType() throws InterruptedException {
        Hold hold = new Hold();
        stage.model().calls("run_query", Map.of("sql", "select id, name from customers"))
                .replies(pieces(ANSWER + ANSWER, hold)).titles(Line.text("Orders"));
        Tab tab = stage.tab();
        tab.ask("How many?");
        tab.page().evaluate(SHIFTS);
        hold.awaitReached();

        tab.page().keyboard().type("What comes next, in the meantime");
        assertThat(tab.message()).hasValue("What comes next, in the meantime");
        assertThat(tab.message()).isFocused();
        hold.release();

        assertThat(tab.button("Retry")).isVisible();
        assertThat(tab.message()).hasValue("What comes next, in the meantime");
        assertThat(tab.answer().locator("table").last()).isVisible();
        assertEquals("", tab.page().evaluate("() => shifts.join('\\n')"));
    }

    @Test
    void nothingMovesForThoseWhoWishSo() throws InterruptedException {
        Hold hold = stage.model().waits("Done.");
        Tab tab = stage.tab();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

        tab.ask("Wait");
        hold.awaitReached();

        assertThat(tab.button("Stop")).isVisible();
        assertEquals(0, tab.page().evaluate("() => document.getAnimations().length"));
        hold.release();
        assertThat(tab.answer()).containsText("Done.");
    }

    /// A few letters each, with the hold in the middle.
    private static Line[] pieces(String text, Hold hold) {
        var pieces = new ArrayList<Line>();
        for (int at = 0; at < text.length(); at += 7) pieces.add(Line.text(text.substring(at, Math.min(text.length(), at + 7))));
        pieces.add(pieces.size() / 2, Line.hold(hold));
        return pieces.toArray(Line[]::new);
    }
}
