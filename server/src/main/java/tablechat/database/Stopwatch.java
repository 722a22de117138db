package tablechat.database;

/// Milliseconds between two readings of the clock that only goes forward.
final class Stopwatch {
    private Stopwatch() {}

    static long millisecondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
