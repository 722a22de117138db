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

    private final Measured weight = Measured.of("page, all of it, as it goes over the wire", "KB", 200);
    private final Measured requests = Measured.of("requests for it", "", 0);
    private final Measured cold = Measured.of("first paint, nothing in the browser's cache", "ms", 300);
    private final Measured warm = Measured.of("first paint, seen before", "ms", 300);
    private final Measured listed = Measured.of("the sessions are listed, nothing in the cache", "ms", 0);

    void measure(Chromium browser, Subject server) {
        try (var context = browser.browser().newContext()) {
            Page page = context.newPage();
            var responses = new ArrayList<Response>();
            page.onResponse(responses::add);
            page.navigate("http://localhost:" + server.port());
            cold.add(number(page, PAINTED));
            page.waitForSelector(".session");
            listed.add(number(page, "() => performance.now()"));
            page.waitForTimeout(200);
            requests.add(responses.size());
            weight.add(responses.stream().mapToDouble(one -> one.request().sizes().responseBodySize
                    + one.request().sizes().responseHeadersSize).sum() / 1024);
            page.reload();
            warm.add(number(page, PAINTED));
        }
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    List<Measured> all() {
        return List.of(weight, requests, cold, warm, listed);
    }
}
