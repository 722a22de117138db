package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the packaged server as a process: `mvn verify -Pbench`. Whatever comes out, it does not fail a build.
final class Bench {
    private static final int TIMES = 5;

    @TempDir
    Path folder;

    @Test
    void everything() throws Exception {
        double loadBefore = Report.load();
        var starts = new Starts();
        var commands = new Commands();
        var streams = new Streams();
        var memory = new Memory();
        try (var provider = new Provider()) {
            String connection = Stock.lay(folder, provider);
            for (int i = 0; i < TIMES; i++) {
                starts.plainly(folder, provider);
                try (Subject server = starts.anew(folder.resolve("new-" + i))) {
                    memory.idle(server);
                }
                try (Subject server = Subject.launched(folder, provider)) {
                    memory.ready(server);
                    starts.firstSoon(server, provider);
                }
                try (Subject server = starts.fromTheCache(folder, provider)) {
                    starts.firstAtOnce(server, provider);
                    streams.warmUp(server);
                    commands.measure(server, connection, folder);
                    streams.measure(server, provider);
                    memory.loaded(server);
                    memory.sockets(server);
                }
            }
        }
        var all = new ArrayList<Measured>();
        for (List<Measured> some : List.of(starts.all(), commands.all(), streams.all(), memory.all())) all.addAll(some);
        new Report("bench", all, loadBefore).write();
    }
}
