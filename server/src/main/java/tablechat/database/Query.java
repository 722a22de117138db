package tablechat.database;

import java.time.Duration;

/// Somebody's SQL, about to run on a lane.
///
/// @param max        how long it may take, for an engine that has a limit of its own
/// @param startNanos when it was asked, by [System#nanoTime]
record Query(Lane lane, Kind kind, String sql, Duration max, long startNanos) {

    long milliseconds() {
        return Stopwatch.millisecondsSince(startNanos);
    }
}
