package tablechat.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcParametersConfig;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens the store's file the one way it is opened: write-ahead log, every commit on the disk, foreign keys held,
/// transactions that take the write lock at once (a deferred one that reads, then writes, fails under load).
///
/// @param patience how long a change waits for another program that holds the write lock
record StoreFile(Path path, Duration patience) {
    /// Where DbClient would write each value that it binds, passwords and questions among them, were its level as fine as that.
    private static final Logger BOUND_VALUES = Logger.getLogger("io.helidon.dbclient.jdbc.JdbcStatement");

    Connection open() throws SQLException {
        return config().createConnection("jdbc:sqlite:" + path);
    }

    /// The same for the writer, to be lent by a pool.
    Lent openToLend() throws SQLException {
        return new Lent(path, config());
    }

    private SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) patience.toMillis());
        config.enforceForeignKeys(true);
        return config;
    }

    /// Helidon's client over one connection that stays open: its pool hands out the same one every time. A long text is bound as
    /// it is: as a stream of characters, Helidon's way of its own accord, the driver reads it back through five copies.
    static DbClient client(Lent connection) {
        BOUND_VALUES.setLevel(Level.INFO);
        return JdbcClientBuilder.create()
                .connectionPool(() -> connection)
                .parametersSetter(JdbcParametersConfig.builder().useStringBinding(false).build())
                .build();
    }
}
