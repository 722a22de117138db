package tablechat.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tablechat.model.ModelFailure;
import tablechat.protocol.Code;
import tablechat.protocol.Failure;
import tablechat.protocol.Nullable;

/// How long one answer may take, how large it may grow, and how often the model may be asked again in all its rounds. Once
/// overdrawn it stays so.
final class Allowance {
    static final Duration TIME_MAX = Duration.ofMinutes(10);

    /// As JSON, since that is how it travels: text, thinking and what tools are called with.
    private static final int BYTES_MAX = 2 * 1024 * 1024;

    /// A provider in trouble is not helped by ten rounds that each ask three times.
    private static final int ASKED_AGAIN_MAX = 2;

    private final InstantSource clock;
    private final Instant deadline;
    private long bytes;
    private int askedAgain;
    private @Nullable Failure overdrawn;

    Allowance(InstantSource clock) {
        this.clock = clock;
        deadline = clock.instant().plus(TIME_MAX);
    }

    /// @return whether the answer may grow by this piece
    boolean admits(String piece) {
        bytes += jsonBytes(piece);
        if (bytes > BYTES_MAX) {
            overdrawn = new Failure(Code.TOO_LARGE, "The answer grew past 2 MiB and was ended there. Ask for less at once.");
        } else if (clock.instant().isAfter(deadline)) {
            overdrawn = new Failure(Code.MODEL_ERROR, "The answer took more than 10 minutes and was ended. Ask for less at once.");
        }
        return overdrawn == null;
    }

    private static long jsonBytes(String text) {
        long escapes = text.chars().filter(c -> c == '"' || c == '\\').count() + text.chars().filter(c -> c < ' ').count() * 5;
        return Grid.bytes(text) + escapes;
    }

    boolean mayAskAgain() {
        return askedAgain++ < ASKED_AGAIN_MAX;
    }

    boolean overdrawn() {
        return overdrawn != null;
    }

    /// @throws ModelFailure time or room is used up
    void check() throws ModelFailure {
        if (overdrawn != null || !admits("")) throw new ModelFailure(overdrawn.code(), overdrawn.message());
    }
}
