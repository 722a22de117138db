package tablechat.model.http;

import java.time.Duration;

/// How long an exchange may keep us waiting: for the connection, for the headers and again for the first byte, then between
/// bytes, and in all.
public record Limits(Duration connect, Duration first, Duration idle, Duration whole) {
    private static final int CONNECT_SECONDS = 10;
    /// Models that reason before they write are silent for long.
    private static final int FIRST_SECONDS = 120;
    private static final int IDLE_SECONDS = 60;
    /// For servers that keep a connection alive and never come to an end.
    private static final int WHOLE_MINUTES = 30;

    public static Limits usual() {
        return new Limits(
                Duration.ofSeconds(CONNECT_SECONDS),
                Duration.ofSeconds(FIRST_SECONDS),
                Duration.ofSeconds(IDLE_SECONDS),
                Duration.ofMinutes(WHOLE_MINUTES));
    }
}
