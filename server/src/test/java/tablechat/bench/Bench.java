package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the packaged server as a process: `mvn verify -Pbench`. Whatever comes out, it does not fail a build. Parts of it alone by
/// `-Dbench=streams` or any of [#PARTS], with a comma between; only the whole is written down.
final class Bench {
    private static final int TIMES = 5;
    private static final List<String> PARTS = List.of("starts", "memory", "commands", "streams");

    @TempDir
    Path folder;

    private final List<String> parts = List.of(System.getProperty("bench", String.join(",", PARTS)).split(","));
    private final Starts starts = new Starts();
    private final Commands commands = new Commands();
    private final Streams streams = new Streams();
    private final Memory memory = new Memory();

    @Test
    void everything() throws Exception {
        if (!PARTS.containsAll(parts)) throw new IllegalArgumentException("the parts are " + PARTS);
        double loadBefore = Report.load();
        try (var provider = new Provider()) {
            String connection = Stock.lay(folder, provider);
            for (int i = 0; i < TIMES; i++) {
                if (has("starts")) starts.plainly(folder, provider);
                if (has("starts") || has("memory")) idle(folder.resolve("new-" + i), provider);
                busy(connection, provider);
            }
        }
        var report = new Report(measured(), loadBefore);
        if (parts.containsAll(PARTS)) report.write();
        else report.print();
    }

    private boolean has(String part) {
        return parts.contains(part);
    }

    private void idle(Path anew, Provider provider) throws Exception {
        try (Subject server = starts.anew(anew)) {
            if (has("memory")) memory.idle(server);
        }
        try (Subject server = Subject.launched(folder, provider)) {
            memory.ready(server);
            starts.firstSoon(server, provider);
        }
    }

    private void busy(String connection, Provider provider) throws Exception {
        try (Subject server = starts.fromTheCache(folder, provider)) {
            starts.firstAtOnce(server, provider);
            if (has("commands") || has("streams") || has("memory")) streams.warmUp(server);
            if (has("commands")) commands.measure(server, connection, folder);
            if (has("streams") || has("memory")) streams.measure(server, provider);
            if (has("memory")) memory.loaded(server);
            if (has("memory")) memory.sockets(server);
        }
    }

    private List<Measured> measured() {
        var all = new ArrayList<Measured>();
        for (List<Measured> some : List.of(starts.all(), commands.all(), streams.all(), memory.all())) all.addAll(some);
        all.removeIf(one -> one.samples().isEmpty());
        return all;
    }
}
