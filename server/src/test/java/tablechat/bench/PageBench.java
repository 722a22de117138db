package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Chromium;

/// Measures the page in a real Chromium, served by the packaged server: `mvn verify -Pbench`. Whatever comes out, it does not fail a
/// build. Some parts alone are measured, and only printed, by `-Dbench.pageParts=load,typing`, with a number of times by
/// `-Dbench.times=1`.
final class PageBench {
    private static final Set<String> PARTS = Set.of("load", "typing", "switches", "scrolling");
    private static final int TIMES = Integer.getInteger("bench.times", 3);

    private final Set<String> parts = parts(System.getProperty("bench.pageParts"));

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
        if (parts.equals(PARTS)) report.write();
        else report.print();
    }

    private static Set<String> parts(String named) {
        Set<String> parts = named == null ? PARTS : Set.of(named.split(","));
        if (!PARTS.containsAll(parts)) throw new IllegalArgumentException("the parts are " + PARTS);
        return parts;
    }
}
