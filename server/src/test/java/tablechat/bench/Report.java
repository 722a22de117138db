package tablechat.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tablechat.json.Json;

/// What was measured, and where: printed, as `target/NAME.json`, and between the two marks of that name in `performance.md`.
record Report(String name, List<Measured> all, double loadBefore) {
    private static final Path PAGE = Path.of("server/docs/performance.md");

    void write() throws IOException {
        String table = print();
        Files.writeString(Path.of("target", name + ".json"),
                Json.write(Map.of("machine", machine(), "measured", all.stream().map(Report::json).toList())));
        String page = Files.readString(PAGE);
        String begin = "<!-- %s -->\n".formatted(name);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- /%s -->".formatted(name));
        Files.writeString(PAGE, page.substring(0, from) + "\n" + table + "\n" + page.substring(to));
    }

    /// Only shows it.
    ///
    /// @return what was shown
    String print() {
        String table = machine() + "\n\n" + table();
        System.out.println(table);
        return table;
    }

    /// How many wanted to run in the last minute.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private String machine() {
        return "%s: %d cores, %s, JDK %s, load %.1f before, medians of %d.".formatted(LocalDate.now(),
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version(), loadBefore, all.getFirst().samples().size());
    }

    private String table() {
        return "| what | median | target | samples |\n| --- | ---: | ---: | --- |\n"
                + all.stream().map(Report::row).collect(Collectors.joining());
    }

    private static String row(Measured one) {
        String target = one.target() == 0 ? "" : (one.isRate() ? "≥ " : "≤ ") + number(one.target());
        return "| %s | %s %s%s | %s | %s |\n".formatted(one.name(), number(one.median()), one.unit(), one.isMet() ? "" : " ✗", target,
                one.samples().stream().map(Report::number).collect(Collectors.joining(", ")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value)
                .replaceAll("\\.0+$", "");
    }

    private static Map<String, Object> json(Measured one) {
        return Map.of("name", one.name(), "unit", one.unit(), "target", one.target(), "median", one.median(),
                "samples", one.samples(), "met", one.isMet());
    }
}
