package tablechat.model.http;

import java.time.Duration;

/// How long an exchange may keep us waiting: for the connection, for the headers and again for the first byte, then between bytes.
public record Limits(Duration connect, Duration first, Duration idle) {
    private static final int CONNECT_SECONDS = 10;
    /// Models that reason before they write are silent for long.
    private static final int FIRST_SECONDS = 120;
    private static final int IDLE_SECONDS = 60;

    public static Limits usual() {
        return new Limits(
                Duration.ofSeconds(CONNECT_SECONDS), Duration.ofSeconds(FIRST_SECONDS), Duration.ofSeconds(IDLE_SECONDS));
    }
}
