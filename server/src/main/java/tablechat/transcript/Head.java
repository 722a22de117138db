package tablechat.transcript;

import java.time.Instant;
import tablechat.protocol.Nullable;
import tablechat.protocol.Session;
import tablechat.protocol.Session.ForkedBy;
import tablechat.protocol.Session.TitleSource;

/// What a file says before and beside the messages.
record Head(String format, int version, Facts session, Origin connection) {
    static final String FORMAT = "tablechat.session";
    static final int VERSION = 1;

    record Facts(
            String id,
            String title,
            TitleSource titleSource,
            Instant createdAt,
            Instant updatedAt,
            boolean pinned,
            boolean archived,
            @Nullable String forkedFrom,
            @Nullable ForkedBy forkedBy,
            @Nullable String draft) {}

    /// The connection by what it is called; where it leads stays here.
    record Origin(String name, String kind) {}

    static Head of(Session session, @Nullable String draft, Origin connection) {
        return new Head(FORMAT, VERSION, new Facts(session.id(), session.title(), session.titleSource(), session.createdAt(),
                session.updatedAt(), session.pinned(), session.archived(), session.forkedFrom(), session.forkedBy(), draft), connection);
    }

    /// @param id the session's own, or another one where that is taken
    /// @param connection its id
    Session session(String id, String connection) {
        return new Session(id, connection, session.title.strip(), session.titleSource, session.createdAt, session.updatedAt, 0,
                session.pinned, session.archived, false, session.forkedFrom, session.forkedBy);
    }
}
