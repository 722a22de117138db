package tablechat.bench;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import tablechat.testing.Chromium;

/// Typing while an answer comes in, 200 tokens a second.
final class PageTyping {
    private static final int EVERY_MS = 5;
    private static final int TOKENS = 2_000;
    private static final int KEY_MS = 60;
    private static final String WORDS = "What is typed meanwhile has to be there at once, letter by letter.";
    /// For each key: what the page did for it and for the frame after it, and all that passed until that was painted, in ms.
    private static final String LISTEN = """
            () => {
                window.keys = [];
                let pressed = 0;
                addEventListener('keydown', event => (pressed = event.timeStamp), true);
                addEventListener('input', () => {
                    const [from, handled] = [pressed, performance.now()];
                    requestAnimationFrame(begun => {
                        const {port1, port2} = new MessageChannel();
                        port1.onmessage = () => {
                            const now = performance.now();
                            keys.push([handled - from + now - begun, now - from]);
                        };
                        port2.postMessage(0);
                    });
                });
            }""";

    private final Measured work = Measured.of("typing while 200 tokens/s come in: the page's work for a letter", "ms", 16);
    private final Measured slow = Measured.of("the same, of 20 letters the slowest", "ms", 0);
    private final Measured painted = Measured.of("the same, until painted (a frame comes every 16.7 ms)", "ms", 0);

    void measure(Chromium browser, Subject server) {
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + server.port());
            page.waitForSelector(".session");
            var box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
            box.fill(Provider.question(TOKENS, EVERY_MS));
            box.press("Enter");
            page.waitForSelector(".markdown >> text=token token token");
            page.evaluate(LISTEN);
            page.keyboard().type(WORDS, new Keyboard.TypeOptions().setDelay(KEY_MS));
            page.waitForTimeout(100);
            work.add(number(page, "() => keys.map(key => key[0]).sort((a, b) => a - b)[keys.length >> 1]"));
            slow.add(number(page, "() => keys.map(key => key[0]).sort((a, b) => a - b)[Math.floor(keys.length * 0.95)]"));
            painted.add(number(page, "() => keys.map(key => key[1]).sort((a, b) => a - b)[keys.length >> 1]"));
            Locator stop = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop"));
            if (stop.isVisible()) stop.click();
        }
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    List<Measured> all() {
        return List.of(work, slow, painted);
    }
}
