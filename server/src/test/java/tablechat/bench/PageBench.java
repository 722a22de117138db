package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Chromium;

/// Measures the page in a real Chromium, served by the packaged server: `mvn verify -Pbench`. Whatever comes out, it does not fail a
/// build.
final class PageBench {
    private static final int TIMES = 3;

    @TempDir
    Path folder;

    @Test
    void everything() throws Exception {
        var chromium = Chromium.launch();
        Assumptions.assumeTrue(chromium.isPresent(), "there is no Chromium");
        double loadBefore = Report.load();
        var first = new PageLoad();
        var switches = new PageSwitches();
        var scrolling = new PageScrolling();
        var typing = new PageTyping();
        try (Chromium browser = chromium.get(); var provider = new Provider()) {
            Stock.lay(folder, provider);
            LongTalks.lay(folder);
            try (Subject server = Subject.launched(folder, provider)) {
                for (int i = 0; i < TIMES; i++) {
                    first.measure(browser, server);
                    typing.measure(browser, server);
                    switches.measure(browser, server);
                    scrolling.measure(browser, server);
                }
            }
        }
        var all = new ArrayList<Measured>();
        for (List<Measured> some : List.of(first.all(), switches.all(), typing.all(), scrolling.all())) all.addAll(some);
        new Report("page", all, loadBefore).write();
    }
}
