package tablechat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/// What a copy of a store is found to be: whole, and of a version that is known here.
///
/// @param sessions those that are not deleted
record Inspection(int version, int sessions) {
    private static final int PATIENCE_MILLISECONDS = 5_000;

    /// @throws StoreUnusable it is no whole store; it is left as it is
    static Inspection of(Path file) throws StoreUnusable {
        try (Connection connection = open(file, true)) {
            int version = Integer.parseInt(first(connection, "pragma user_version"));
            if (Integer.parseInt(first(connection, "pragma application_id")) != Migrations.APPLICATION_ID || version == 0) {
                throw new StoreUnusable("%s is a database of another program. Name a file that --backup made.".formatted(file));
            }
            if (version > Migrations.FILES.size()) {
                throw new StoreUnusable("%s was written by a newer TableChat (schema %d, this one knows %d). Use that one."
                        .formatted(file, version, Migrations.FILES.size()));
            }
            String integrity = first(connection, "pragma integrity_check(1)");
            if (!integrity.equals("ok")) {
                throw new StoreUnusable("%s is damaged or cut off: %s.".formatted(file, integrity.replaceAll("\\s+", " ")));
            }
            if (!first(connection, "select count(*) from pragma_foreign_key_check").equals("0")) {
                throw new StoreUnusable("%s is damaged: rows in it refer to others that are not there.".formatted(file));
            }
            return new Inspection(version, Integer.parseInt(first(connection, "select count(*) from session where deleted_at is null")));
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    static StoreUnusable unreadable(Path file, SQLException reason) {
        return new StoreUnusable("%s is no database that can be read, or it is damaged or cut off (%s). Name a file that --backup made."
                .formatted(file, org.sqlite.SQLiteErrorCode.getErrorCode(reason.getErrorCode()).name()));
    }

    /// Reading only. Beside a running TableChat too; a file that nobody changes, and without a log, gets none from being read.
    static Connection open(Path file, boolean still) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        boolean isLogged = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + (still && !isLogged ? "?immutable=1" : ""));
    }

    static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    /// A whole copy as of one moment, on the disk when this returns.
    ///
    /// @param copy an empty file
    static void copy(Connection connection, Path copy) throws SQLException, IOException {
        try (var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
        sync(copy);
        sync(copy.getParent());
    }

    static void sync(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        try (FileChannel channel = FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!isFolder) throw e; // not every system can do that for a folder
        }
    }
}
