package tablechat.model.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @Test
    void secondsMayHaveAFraction() {
        assertEquals(Duration.ofSeconds(7), RetryAfter.read(" 7 "));
        assertEquals(Duration.ofMillis(1500), RetryAfter.read("1.5"));
    }

    @Test
    void aDateIsTakenFromNow() {
        var then = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(100);

        Duration wait = RetryAfter.read(DateTimeFormatter.RFC_1123_DATE_TIME.format(then));

        assertTrue(wait.toSeconds() > 60 && wait.toSeconds() <= 100, wait.toString());
        assertEquals(Duration.ZERO, RetryAfter.read("Wed, 21 Oct 2015 07:28:00 GMT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999", "1e9"})
    void anythingElseSaysNothing(String value) {
        assertNull(RetryAfter.read(value));
    }
}
