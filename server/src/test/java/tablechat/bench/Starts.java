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
    private final Measured firstToken = Measured.of("first token after the start, added to the provider's", "ms", 60);

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

    Subject anew(Path folder, Provider provider) throws IOException, InterruptedException {
        Subject started = Subject.launched(Files.createDirectory(folder), provider);
        anew.add(started.acceptedMs());
        return started;
    }

    void firstToken(Subject server, Provider provider) throws IOException {
        try (var client = server.client()) {
            firstToken.add(Turn.firstTokenMs(client, provider));
        }
    }

    List<Measured> all() {
        return List.of(fromTheCache, plainly, anew, firstToken);
    }
}
