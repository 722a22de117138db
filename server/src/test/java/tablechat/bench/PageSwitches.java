package tablechat.bench;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import tablechat.testing.Chromium;

/// From one long session to another.
final class PageSwitches {
    private static final int WARM_UP = 6;
    private static final int TIMES = 20;
    private static final int MANY = 100;
    /// From the click until the newest messages were painted, and until all were that a session begins with: each time the first task
    /// after the frame in which they came.
    private static final String SWITCH = """
            id => new Promise(then => {
                const log = document.querySelector('[role=log]');
                const last = () => [...log.querySelectorAll('article')].at(-1);
                const [start, before] = [performance.now(), last()];
                let painted = 0;
                const watch = new MutationObserver(() => {
                    if (log.getAttribute('aria-busy') !== 'false' || last() === before) return;
                    if (!painted) after(() => (painted = performance.now() - start));
                    if (log.querySelectorAll('article').length < 100) return;
                    watch.disconnect();
                    after(() => then([painted, performance.now() - start]));
                });
                const after = run => {
                    const {port1, port2} = new MessageChannel();
                    port1.onmessage = run;
                    port2.postMessage(0);
                };
                watch.observe(log, {subtree: true, childList: true, attributes: true});
                location.hash = '#/s/' + id;
            })""";

    private final Measured switched = Measured.of("to a session of 500 messages, until the newest are painted", "ms", 150);
    private final Measured whole = Measured.of("the same, until all hundred are that it begins with", "ms", 150);
    private final Measured grown = Measured.of("page's heap, grown by 100 such switches", "MB", 1);
    private final Measured nodes = Measured.of("DOM nodes, grown by 100 such switches", "", 1000);

    void measure(Chromium browser, Subject server) {
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + server.port());
            page.waitForSelector(".session");
            go(page, WARM_UP);
            List<List<Double>> took = go(page, TIMES);
            switched.add(Measured.median(took.stream().map(List::getFirst).toList()));
            whole.add(Measured.median(took.stream().map(List::getLast).toList()));
            CDPSession inside = context.newCDPSession(page);
            double[] before = memory(inside);
            go(page, MANY);
            double[] after = memory(inside);
            grown.add((after[0] - before[0]) / 1024 / 1024);
            nodes.add(after[1] - before[1]);
        }
    }

    private static List<List<Double>> go(Page page, int times) {
        var took = new ArrayList<List<Double>>();
        for (int i = 0; i < times; i++) {
            List<?> pair = (List<?>) page.evaluate(SWITCH, LongTalks.OF_500.get(i % 2));
            took.add(pair.stream().map(one -> ((Number) one).doubleValue()).toList());
        }
        return took;
    }

    /// Bytes of the heap and nodes of the document, when what nobody needs is gone.
    private static double[] memory(CDPSession inside) {
        for (int i = 0; i < 2; i++) inside.send("HeapProfiler.collectGarbage");
        return new double[] {inside.send("Runtime.getHeapUsage").get("usedSize").getAsDouble(),
            inside.send("Memory.getDOMCounters").get("nodes").getAsDouble()};
    }

    List<Measured> all() {
        return List.of(switched, whole, grown, nodes);
    }
}
