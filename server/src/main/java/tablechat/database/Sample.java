package tablechat.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import tablechat.protocol.Rejected;

/// The database to try TableChat with: a small shop of our own making, the same to the byte each time it is made.
public final class Sample {

    public static final String FILE = "sample.db";

    private Sample() {}

    /// Whether a connection's URL names a file that is called as the sample is, and is not there.
    public static boolean isLost(String url) {
        if (!url.startsWith("sqlite:")) return false;
        try {
            Path path = DatabaseFile.in(url, "SQLite", Sqlite.EXAMPLE).path();
            return path.endsWith(FILE) && Files.notExists(path);
        } catch (Rejected e) {
            return false;
        }
    }

    /// Writes the shop, about 10,000 rows, in well under a second; a file of that name is replaced once the new one is whole.
    public static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "sample", ".unfinished");
        try {
            fill(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw new IOException("The sample database could not be written in " + folder, e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void fill(Path file) throws SQLException {
        try (Connection connection = open(file)) {
            connection.setAutoCommit(false);
            SampleTables.create(connection);
            new SampleRows(connection).insert();
            connection.commit();
            connection.setAutoCommit(true);
            // So that listing the tables can tell how many rows there are without counting them.
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    /// Without care for a crash: until it is moved the file is nobody's.
    private static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:file:" + file.toUri().getRawPath());
        return source.getConnection();
    }
}
