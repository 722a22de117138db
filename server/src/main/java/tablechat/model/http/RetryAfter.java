package tablechat.model.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tablechat.protocol.Nullable;

/// The header of [RFC 9110, 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#field.retry-after): seconds or a date.
final class RetryAfter {
    private static final int SECONDS_DIGITS_MAX = 9;

    private RetryAfter() {}

    /// How long to wait from now, never negative; null when the value says nothing.
    static @Nullable Duration read(String value) {
        String text = value.strip();
        if (text.matches("\\d{1,%d}(\\.\\d*)?".formatted(SECONDS_DIGITS_MAX))) {
            return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
