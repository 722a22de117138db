package tablechat.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// Brings the file's schema up to date. Its version is `pragma user_version`: how many of [#FILES] were applied.
final class Migrations {
    private static final List<String> FILES = List.of("001-begin.sql");

    private Migrations() {}

    /// Applies what is missing, each file in a transaction of its own; a file with data is copied beside itself before.
    ///
    /// @throws StoreUnusable the file is no SQLite database, or was written by a newer TableChat; it is left as it is
    static void apply(Connections connections) throws StoreUnusable, SQLException {
        int version = version(connections.file());
        if (version == FILES.size()) return;
        if (version > FILES.size()) {
            throw new StoreUnusable(("%s was written by a newer TableChat (schema %d, this one knows %d)."
                    + " Use that one, or name another folder in TABLECHAT_DATA.")
                    .formatted(connections.file(), version, FILES.size()));
        }
        try (Connection connection = connections.open()) {
            if (version > 0) copy(connection, connections.file(), version);
            for (int i = version; i < FILES.size(); i++) apply(connection, FILES.get(i), i + 1);
        }
    }

    /// Looks without changing anything: not even the write-ahead log is folded in when a read-only connection closes.
    private static int version(Path file) throws StoreUnusable {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw new StoreUnusable(("%s is not a database that TableChat can read."
                    + " Move it away, or name another folder in TABLECHAT_DATA.")
                    .formatted(file));
        }
    }

    private static void copy(Connection connection, Path file, int version) throws SQLException {
        Path copy = file.resolveSibling("%s.schema-%d".formatted(file.getFileName(), version));
        try (var statement = connection.prepareStatement("vacuum into ?")) {
            Files.deleteIfExists(copy);
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void apply(Connection connection, String name, int version) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(text(name));
            statement.executeUpdate("pragma user_version = " + version);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static String text(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
