package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tablechat.model.ModelFailure;

class AllowanceTest {
    private static final String MEBIBYTE = "é".repeat(512 * 1024);

    private Instant now = Instant.EPOCH;
    private final Allowance allowance = new Allowance(() -> now);

    @Test
    void twoMebibytesAreAdmittedAndNotAByteMore() {
        assertTrue(allowance.admits(MEBIBYTE));
        assertTrue(allowance.admits(MEBIBYTE));
        assertDoesNotThrow(allowance::check);

        assertFalse(allowance.admits("x"));
        assertThrows(ModelFailure.class, allowance::check);
    }

    @Test
    void tenMinutesAreAdmittedAndNoLonger() {
        now = now.plus(Duration.ofMinutes(10));
        assertDoesNotThrow(allowance::check);

        now = now.plusMillis(1);
        assertThrows(ModelFailure.class, allowance::check);
        assertFalse(allowance.admits("x"));
    }

    @Test
    void onceOverdrawnItStaysSo() {
        allowance.admits(MEBIBYTE + MEBIBYTE + "x");

        assertFalse(allowance.admits(""));
        assertTrue(allowance.overdrawn());
    }
}
