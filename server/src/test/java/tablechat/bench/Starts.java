package tablechat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Starts, and what the first who comes afterwards meets.
final class Starts {
    private final Measured fromTheCache = Measured.of("start to first accepted socket, launcher and cache", "ms", 500);
    private final Measured plainly = Measured.of("start to first accepted socket, java -jar", "ms", 1_300);
    private final Measured anew = Measured.of("the same by the launcher, into a new data folder", "ms", 0);
    private final Measured firstAtOnce = Measured.of("first token after the start, asked in the same moment", "ms", 60);
    private final Measured firstSoon = Measured.of("first token after the start, asked two seconds after somebody came", "ms", 60);

    Subject fromTheCache(Path folder, Provider provider) throws IOException, InterruptedException {
        Subject started = Subject.launched(folder, provider);
        fromTheCache.add(started.acceptedMs());
        return started;
    }

    void plainly(Path folder, Provider provider) throws IOException, InterruptedException {
        try (Subject started = Subject.plain(folder, provider)) {
            plainly.add(started.acceptedMs());
        }
    }

    Subject anew(Path folder) throws IOException, InterruptedException {
        Subject started = Subject.launchedOffline(Files.createDirectory(folder));
        anew.add(started.acceptedMs());
        return started;
    }

    void firstAtOnce(Subject server, Provider provider) throws IOException {
        first(firstAtOnce, server, provider);
    }

    void firstSoon(Subject server, Provider provider) throws IOException {
        first(firstSoon, server, provider);
    }

    private static void first(Measured first, Subject server, Provider provider) throws IOException {
        try (var client = server.client()) {
            first.add(Turn.firstTokenMs(client, provider));
        }
    }

    List<Measured> all() {
        return List.of(fromTheCache, plainly, anew, firstAtOnce, firstSoon);
    }
}
