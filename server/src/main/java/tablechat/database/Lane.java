package tablechat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import tablechat.protocol.Nullable;

/// One connection to a user's database, used by one thread at a time; only [#cancel] may be called from another.
final class Lane {
    /// What [Kind#present] was when this was opened.
    final Object present;

    private final Connection connection;
    private @Nullable Statement current;
    private boolean closed;

    Lane(Connection connection, Object present) {
        this.connection = connection;
        this.present = present;
    }

    /// The only way to a statement: drivers obey commands of their own in a plain one.
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        synchronized (this) {
            current = statement;
        }
        return statement;
    }

    String productVersion() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /// Ends the statement that runs now; without one it does nothing, so it is called until the work has ended.
    synchronized void cancel() throws SQLException {
        if (!closed && current != null) current.cancel();
    }

    /// Not while a cancel is on its way: the drivers' native code would follow a pointer to what was freed.
    synchronized void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
