package tablechat.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tablechat.protocol.Nullable;

/// What a thread has written since this was made: engines sort and group in temporary files, on the thread of the statement,
/// and have no limit for them. Linux tells (https://man7.org/linux/man-pages/man5/proc_pid_io.5.html); elsewhere it is nothing.
final class Spill {
    static final long BYTES_MAX = 300_000_000;

    private static final String WRITTEN = "wchar: ";

    private final @Nullable Path counters;
    private final long before;

    private Spill(@Nullable Path counters) {
        this.counters = counters;
        this.before = written();
    }

    static Spill ofThisThread() {
        try {
            Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return new Spill(Path.of("/proc").resolve(thread).resolve("io"));
        } catch (IOException | UnsupportedOperationException e) {
            return new Spill(null);
        }
    }

    /// Any thread may ask.
    boolean isOver() {
        return written() - before > BYTES_MAX;
    }

    private long written() {
        if (counters == null) return 0;
        try {
            for (String line : Files.readAllLines(counters)) {
                if (line.startsWith(WRITTEN)) return Long.parseLong(line.substring(WRITTEN.length()).strip());
            }
        } catch (IOException e) {
            // The thread has ended, or may not be looked at.
            return 0;
        }
        return 0;
    }
}
