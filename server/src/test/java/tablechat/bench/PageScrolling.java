package tablechat.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import tablechat.testing.Chromium;

/// Through 1,000 messages, and through 10,000 sessions.
final class PageScrolling {
    /// Until all messages are there.
    private static final String TO_THE_TOP = """
            most => new Promise(then => {
                const log = document.querySelector('[role=log]');
                const timer = setInterval(() => {
                    log.scrollTop = 0;
                    if (log.querySelectorAll('article').length < most) return;
                    clearInterval(timer);
                    then();
                }, 5);
            })""";
    /// Until the oldest session is.
    private static final String TO_THE_END = """
            href => new Promise(then => {
                const nav = document.querySelector('nav[aria-label=Sessions]');
                const timer = setInterval(() => {
                    nav.scrollTop = nav.scrollHeight;
                    if (!nav.querySelector(`[href="${href}"]`)) return;
                    clearInterval(timer);
                    then();
                }, 5);
            })""";
    /// Whole frames a second, and the longest one in ms.
    private static final String FRAMES = """
            ([selector, step, seconds]) => new Promise(then => {
                const box = document.querySelector(selector);
                const frames = [];
                let [begun, last] = [performance.now(), performance.now()];
                requestAnimationFrame(function frame() {
                    const now = performance.now();
                    frames.push(now - last);
                    last = now;
                    box.scrollTop += step;
                    if (now - begun < seconds * 1000) requestAnimationFrame(frame);
                    else then([Math.round(frames.length / (now - begun) * 1000), Math.max(...frames)]);
                });
            })""";
    private static final String BEGIN = """
            () => new Promise(then => {
                const list = document.querySelector('.sessions');
                const start = performance.now();
                const watch = new MutationObserver(() => {
                    watch.disconnect();
                    const {port1, port2} = new MessageChannel();
                    port1.onmessage = () => then(performance.now() - start);
                    port2.postMessage(0);
                });
                watch.observe(list, {childList: true});
                document.querySelector('.new-session').click();
            })""";

    private final Measured messages = Measured.of("scrolling through 1,000 messages", "frames/s", 60);
    private final Measured longest = Measured.of("the longest frame of it", "ms", 0);
    private final Measured loaded = Measured.of("10,000 sessions listed by scrolling", "s", 0);
    private final Measured sessions = Measured.of("scrolling through 10,000 sessions", "frames/s", 60);
    private final Measured begun = Measured.of("a new session among 10,000, until painted", "ms", 100);

    void measure(Chromium browser, Subject server) {
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + server.port() + "/#/s/" + LongTalks.OF_1000);
            page.waitForSelector("[role=log] article");
            page.evaluate(TO_THE_TOP, 1000);
            List<?> frames = (List<?>) page.evaluate(FRAMES, List.of("[role=log]", 90, 4));
            messages.add(number(frames.get(0)));
            longest.add(number(frames.get(1)));

            long start = System.nanoTime();
            page.evaluate(TO_THE_END, "#/s/" + Stock.LONG_SESSION);
            loaded.add((System.nanoTime() - start) / 1e9);
            page.waitForTimeout(500);
            sessions.add(number(((List<?>) page.evaluate(FRAMES, List.of("nav[aria-label=Sessions]", -120, 3))).get(0)));
            begun.add(number(page.evaluate(BEGIN)));
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    List<Measured> all() {
        return List.of(messages, longest, loaded, sessions, begun);
    }
}
