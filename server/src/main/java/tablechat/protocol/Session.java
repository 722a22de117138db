package tablechat.protocol;

import java.time.Instant;

/// One stored, titled conversation about exactly one connection.
/// `updatedAt` is the last accepted message or finished turn; nothing else moves it.
public record Session(
        String id,
        String connection,
        String title,
        TitleSource titleSource,
        Instant createdAt,
        Instant updatedAt,
        int messages,
        boolean pinned,
        boolean archived,
        boolean running,
        @Nullable String forkedFrom) {
    public static final String DEFAULT_TITLE = "New session";

    public enum TitleSource {
        DEFAULT,
        MODEL,
        USER
    }

    public Session running(boolean running) {
        return new Session(
                id, connection, title, titleSource, createdAt, updatedAt, messages, pinned, archived, running, forkedFrom);
    }
}
