package tablechat.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import tablechat.testing.Chromium;

/// What the page weighs, and how long a first look at it takes.
final class PageLoad {
    private static final String PAINTED = """
            () => new Promise(then => new PerformanceObserver(list => then(list.getEntriesByName('first-contentful-paint')[0].startTime))
                .observe({type: 'paint', buffered: true}))""";

    private static final String LISTED = """
            () => new Promise(then => requestAnimationFrame(function look() {
                if (document.querySelector('.session')) then(performance.now());
                else requestAnimationFrame(look);
            }))""";

    private final Measured weight = Measured.of("page, all of it, as it goes over the wire", "KB", 200);
    private final Measured requests = Measured.of("requests for it", "", 0);
    private final Measured empty = Measured.of("for scale: first paint of a page with one word in it", "ms", 0);
    private final Measured cold = Measured.of("first paint, nothing in the browser's cache", "ms", 300);
    private final Measured warm = Measured.of("first paint, seen before", "ms", 300);
    private final Measured listed = Measured.of("the sessions are listed, nothing in the cache", "ms", 0);
    private final Measured listedAgain = Measured.of("the sessions are listed, seen before", "ms", 0);

    void measure(Chromium browser, Subject server) {
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.navigate("data:text/html,word");
            empty.add(number(page, PAINTED));
        }
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(address(server));
            cold.add(number(page, PAINTED));
            listed.add(number(page, LISTED));
            page.reload();
            warm.add(number(page, PAINTED));
            listedAgain.add(number(page, LISTED));
        }
        weigh(browser, server);
    }

    /// By itself, as being told of every request takes time.
    private void weigh(Chromium browser, Subject server) {
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            var responses = new ArrayList<Response>();
            page.onResponse(responses::add);
            page.navigate(address(server));
            page.waitForSelector(".session");
            page.waitForTimeout(1_000);
            requests.add(responses.size());
            weight.add(responses.stream().mapToDouble(one -> one.request().sizes().responseBodySize
                    + one.request().sizes().responseHeadersSize).sum() / 1024);
        }
    }

    private static String address(Subject server) {
        return "http://localhost:" + server.port();
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    List<Measured> all() {
        return List.of(weight, requests, empty, cold, warm, listed, listedAgain);
    }
}
