package tablechat.model;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// Which troubles pass by themselves, and how long to wait for that.
final class Retry {
    /// An attempt after which none follows.
    static final int NEVER = Integer.MAX_VALUE;

    private static final int RETRIES_MAX = 2;
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final long BACK_OFF_MILLIS = 500;

    private Retry() {}

    /// @param attempt how many were made, from 1
    /// @return null when it is no use to try again
    static @Nullable Duration after(Trouble trouble, int attempt) {
        if (attempt > RETRIES_MAX) return null;
        return switch (trouble) {
            case Trouble.Status(int status, String code, String said, var wait) ->
                passes(status, code, said) ? bounded(wait, attempt) : null;
            case Trouble.Told told -> passes(told.status(), told.code(), told.said()) ? backOff(attempt) : null;
            case Trouble.Unreachable(var reason) -> reason == Trouble.Reason.REFUSED ? backOff(attempt) : null;
            case Trouble.Cut() -> backOff(attempt);
            case Trouble.Silent _, Trouble.Garbled _, Trouble.Endless _ -> null;
        };
    }

    /// OpenAI says 429 also when the account is empty, llama.cpp 500 when it was not started for tools.
    private static boolean passes(int status, String code, String said) {
        boolean busy = status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
        return busy && !Cause.of(status, code, said).lasts();
    }

    private static @Nullable Duration bounded(@Nullable Duration wait, int attempt) {
        if (wait == null) return backOff(attempt);
        return wait.compareTo(WAIT_MAX) > 0 ? null : wait;
    }

    /// Half a second, then one, each up to a half shorter or longer, so that many who failed together do not come back together.
    private static Duration backOff(int attempt) {
        long millis = BACK_OFF_MILLIS << (attempt - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis * 3 / 2));
    }
}
