package tablechat.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// The writer's connection as DbClient's pool lends it: statements are kept when they are closed, and a commit is no more than
/// that. The driver's own begins the next transaction at once, which holds the write lock until there is something to write.
///
/// Made of the driver's classes: proxies in front of them took a third of a first question's time.
final class Lent extends JDBC4Connection {
    private final Statements statements = new Statements(Kept::new);

    Lent(Path file, SQLiteConfig config) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), config.toProperties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        var statement = (Kept) statements.take(sql);
        statement.inUse = true;
        return statement;
    }

    /// Back to a statement a transaction commits. What cannot be committed is rolled back: the driver takes itself to be out of it.
    @Override
    public void commit() throws SQLException {
        try {
            setAutoCommit(true);
        } catch (SQLException e) {
            try (Statement statement = createStatement()) {
                statement.execute("rollback");
            } catch (SQLException nothingLeft) {
                e.addSuppressed(nothingLeft);
            }
            throw e;
        }
    }

    /// Gives it back. What nobody committed is not meant to stay, and the driver's rollback too begins the next transaction.
    @Override
    public void close() throws SQLException {
        if (getAutoCommit()) return;
        try {
            rollback();
        } finally {
            setAutoCommit(true);
        }
    }

    /// Closes it for good.
    void end() throws SQLException {
        super.close();
    }

    private final class Kept extends JDBC4PreparedStatement {
        private final String text;
        private boolean inUse;

        Kept(String text) throws SQLException {
            super(Lent.this, text);
            this.text = text;
        }

        @Override
        public void close() throws SQLException {
            if (!inUse) {
                super.close();
            } else {
                inUse = false;
                statements.release(text, this);
            }
        }
    }
}
