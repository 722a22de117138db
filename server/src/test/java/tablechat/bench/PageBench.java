package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Chromium;

/// Measures the page in a real Chromium, served by the packaged server: `mvn verify -Pbench`. Whatever comes out, it does not fail a
/// build. Some parts alone are measured, and only printed, by `-Dbench.pageParts=load,typing`, with a number of times by
/// `-Dbench.times=1`.
final class PageBench {
    private static final int TIMES = Integer.getInteger("bench.times", 3);

    private final Parts parts = Parts.named("bench.pageParts", "load", "typing", "switches", "scrolling");

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
                    if (parts.contains("load")) first.measure(browser, server);
                    if (parts.contains("typing")) typing.measure(browser, server);
                    if (parts.contains("switches")) switches.measure(browser, server);
                    if (parts.contains("scrolling")) scrolling.measure(browser, server);
                }
            }
        }
        var all = new ArrayList<Measured>();
        for (List<Measured> some : List.of(first.all(), switches.all(), typing.all(), scrolling.all())) all.addAll(some);
        all.removeIf(measured -> measured.samples().isEmpty());
        var report = new Report("page", all, loadBefore);
        if (parts.areAll()) report.write();
        else report.print();
    }
}
