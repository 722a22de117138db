package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the packaged server as a process: `mvn verify -Pbench`. Whatever comes out, it does not fail a build. Some parts alone
/// are measured, and only printed, by `-Dbench.parts=commands,first`, with a number of times by `-Dbench.times=2`.
final class Bench {
    private static final int TIMES = Integer.getInteger("bench.times", 5);

    private final Parts parts = Parts.named("bench.parts", "starts", "memory", "commands", "first", "streams");

    @TempDir
    Path folder;

    @Test
    void everything() throws Exception {
        double loadBefore = Report.load();
        var machine = new Machine();
        var starts = new Starts();
        var commands = new Commands();
        var streams = new Streams();
        var memory = new Memory();
        try (var provider = new Provider()) {
            String connection = Stock.lay(folder, provider);
            for (int i = 0; i < TIMES; i++) {
                machine.measure(folder);
                if (parts.contains("starts")) starts.plainly(folder, provider);
                if (parts.contains("memory")) {
                    try (Subject server = starts.anew(folder.resolve("new-" + i))) {
                        memory.idle(server);
                    }
                }
                if (parts.contains("memory") || parts.contains("starts")) {
                    try (Subject server = Subject.launched(folder, provider)) {
                        memory.ready(server);
                        starts.firstSoon(server, provider);
                    }
                }
                try (Subject server = starts.fromTheCache(folder, provider)) {
                    starts.firstAtOnce(server, provider);
                    streams.warmUp(server);
                    if (parts.contains("commands")) commands.measure(server, connection);
                    if (parts.contains("first")) streams.first(server, provider);
                    if (parts.contains("streams")) streams.measure(server);
                    if (parts.contains("memory")) {
                        memory.loaded(server);
                        memory.sockets(server);
                    }
                }
            }
        }
        var all = new ArrayList<Measured>();
        for (List<Measured> some : List.of(machine.all(), starts.all(), commands.all(), streams.all(), memory.all())) all.addAll(some);
        all.removeIf(measured -> measured.samples().isEmpty());
        var report = new Report("bench", all, loadBefore);
        if (parts.areAll()) report.write();
        else report.print();
    }
}
