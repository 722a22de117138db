package tablechat.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A connection's statements, prepared once and kept: preparing the insert of a session, with its triggers, takes a third of what
/// running it does (27 and 78 µs), and a question is some such statements. Used by one thread at a time.
final class Statements {
    static final int KEPT_MAX = 100;

    /// How they begin and end.
    interface Preparing {
        PreparedStatement prepare(String sql) throws SQLException;

        default void end(PreparedStatement statement) throws SQLException {
            statement.close();
        }
    }

    private final Preparing preparing;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(16, 0.75f, true);

    Statements(Preparing preparing) {
        this.preparing = preparing;
    }

    /// One that is not in use: [#release] it in place of closing it. It is closed with the connection.
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement known = kept.remove(sql);
        return known == null ? preparing.prepare(sql) : known;
    }

    /// Lets go of what was bound; the statement may be taken again.
    void release(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement other = kept.put(sql, statement);
        if (other != null) preparing.end(other);
        if (kept.size() > KEPT_MAX) preparing.end(kept.remove(kept.keySet().iterator().next()));
    }
}
