package tablechat.database;

import java.time.Duration;

/// What a server and its driver are told about time, in case that a cancel of ours never reaches the statement: each somewhat more
/// than our own limit, so that this one comes first.
final class Fallback {
    static final String STOPPED = "The server stopped it: it took longer than a statement may take there.";

    private static final int SERVER_SECONDS_MORE = 5;
    private static final int SILENCE_SECONDS_MORE = 15;

    private Fallback() {}

    /// How long the server lets a statement take.
    static Duration statementMax(Duration limit) {
        return limit.plusSeconds(SERVER_SECONDS_MORE);
    }

    /// How long the driver waits for a word of the server.
    static Duration silenceMax(Duration limit) {
        return limit.plusSeconds(SILENCE_SECONDS_MORE);
    }
}
