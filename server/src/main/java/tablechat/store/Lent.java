package tablechat.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// The writer's connection as DbClient's pool lends it: statements are kept when they are closed, and a commit is no more than
/// that, as a rollback is. The driver's own begin the next transaction at once, which holds the write lock until there is something
/// to write.
///
/// Made of the driver's classes, as proxies in front of them reflect on every call.
final class Lent extends JDBC4Connection {
    private final Statements statements = new Statements(new Keeping());

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
            try {
                rollback();
            } catch (SQLException nothingLeft) {
                e.addSuppressed(nothingLeft);
            }
            throw e;
        }
    }

    @Override
    public void rollback() throws SQLException {
        getConnectionConfig().setAutoCommit(true);
        try (Statement statement = createStatement()) {
            statement.execute("rollback");
        }
    }

    /// Gives it back. What nobody committed is not meant to stay.
    @Override
    public void close() throws SQLException {
        if (!getAutoCommit()) rollback();
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

        /// Gives it back; the second time nothing, as another may have it by then.
        @Override
        public void close() throws SQLException {
            if (!inUse) return;
            inUse = false;
            rs.close();
            statements.release(text, this);
        }

        void end() throws SQLException {
            super.close();
        }
    }

    private final class Keeping implements Statements.Preparing {
        @Override
        public PreparedStatement prepare(String sql) throws SQLException {
            return new Kept(sql);
        }

        @Override
        public void end(PreparedStatement statement) throws SQLException {
            ((Kept) statement).end();
        }
    }
}
