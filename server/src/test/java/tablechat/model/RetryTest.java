package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.model.http.Trouble;

class RetryTest {

    private static Trouble status(int status, Duration wait) {
        return new Trouble.Status(status, "", "", wait);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 529})
    void whatPassesIsTriedTwiceMore(int status) {
        assertNotNull(Retry.after(status(status, null), 1));
        assertNotNull(Retry.after(status(status, null), 2));
        assertNull(Retry.after(status(status, null), 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 413, 422})
    void whatStaysIsNotTriedAgain(int status) {
        assertNull(Retry.after(status(status, Duration.ZERO), 1));
    }

    @Test
    void theProvidersWaitIsKeptUpToABound() {
        assertEquals(Duration.ofSeconds(20), Retry.after(status(429, Duration.ofSeconds(20)), 1));
        assertNull(Retry.after(status(429, Duration.ofSeconds(21)), 1));
    }

    @Test
    void ourOwnWaitIsShortAndGrows() {
        assertTrue(Retry.after(new Trouble.Cut(), 1).compareTo(Duration.ofMillis(750)) < 0);
        assertTrue(Retry.after(new Trouble.Cut(), 2).compareTo(Duration.ofMillis(500)) >= 0);
    }

    @Test
    void anEmptyAccountStaysEmpty() {
        assertNull(Retry.after(new Trouble.Status(429, "insufficient_quota", "", null), 1));
        assertNull(Retry.after(new Trouble.Told("insufficient_quota", ""), 1));
    }
}
