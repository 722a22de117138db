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
        @Nullable String forkedFrom,
        @Nullable ForkedBy forkedBy) {
    public static final String DEFAULT_TITLE = "New session";

    public enum TitleSource {
        DEFAULT,
        MODEL,
        USER
    }

    /// Why it begins as another one does: somebody went on elsewhere, or it keeps what an edit or a retry took out of the other.
    public enum ForkedBy {
        FORK,
        EDIT,
        RETRY
    }

    public Session running(boolean running) {
        return new Session(
                id, connection, title, titleSource, createdAt, updatedAt, messages, pinned, archived, running, forkedFrom, forkedBy);
    }
}
