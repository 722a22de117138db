package tablechat.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import tablechat.protocol.Nullable;

/// Opens the store's file the one way it is opened: write-ahead log, every commit on the disk, foreign keys held,
/// transactions that take the write lock at once (a deferred one that reads, then writes, fails under load).
///
/// @param patience how long a change waits for another program that holds the write lock
record StoreFile(Path path, Duration patience) {
    private static final System.Logger LOG = System.getLogger(StoreFile.class.getName());
    /// Where DbClient would write each value that it binds, passwords and questions among them, were its level as fine as that.
    private static final Logger BOUND_VALUES = Logger.getLogger("io.helidon.dbclient.jdbc.JdbcStatement");

    Connection open() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) patience.toMillis());
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /// Helidon's client over one connection that stays open: its pool hands out the same one every time.
    static DbClient client(Connection connection) {
        BOUND_VALUES.setLevel(Level.INFO);
        Connection lent = lent(connection);
        return JdbcClientBuilder.create().connectionPool(() -> lent).build();
    }

    /// The connection as a pool lends it: giving it back ends the transaction that the driver begins after every commit,
    /// which would hold the write lock until the next change.
    private static Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("close")) return giveBack(connection);
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        if (method.getName().equals("commit")) undo(connection);
                        throw e.getCause();
                    }
                });
    }

    private static @Nullable Object giveBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) connection.setAutoCommit(true);
        return null;
    }

    /// After a commit that failed, so that giving the connection back neither tries it again, which would make a change that was
    /// refused, nor fails itself, which would hide why.
    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "store: SQLite itself has rolled back what was not committed");
        }
        try {
            giveBack(connection);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "store: nothing left to end");
        }
    }
}
