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
    /// As `pragma application_id` has it.
    static final int APPLICATION_ID = 0x54424C43;
    static final List<String> FILES = List.of("001-begin.sql", "002-meta.sql", "003-connection-settings.sql", "004-search.sql",
            "005-forked-by.sql", "006-turns.sql");

    private static final int FIRST_TABLES = 5;

    private Migrations() {}

    /// What a file says of itself.
    ///
    /// @param ours how many tables are called as those of the first version
    private record Mark(int application, int version, int tables, int ours) {
        /// The first version did not name its application.
        boolean isOurs() {
            return version > 0 && (application == APPLICATION_ID || application == 0 && version == 1 && ours == FIRST_TABLES);
        }

        /// As a first start leaves it that was killed before its first migration was whole.
        boolean isBlank() {
            return application == 0 && version == 0 && tables == 0;
        }
    }

    /// The file's version, 0 where nothing is in it yet.
    ///
    /// @throws StoreUnusable it is no SQLite database, another program's, or was written by a newer TableChat; it is left as it is
    static int version(Path file) throws StoreUnusable {
        Mark mark = mark(file);
        if (!mark.isOurs() && !mark.isBlank()) {
            throw new StoreUnusable(
                    "%s is a database of another program. Move it away, or name another folder in TABLECHAT_DATA.".formatted(file));
        }
        if (mark.version > FILES.size()) {
            throw new StoreUnusable(("%s was written by a newer TableChat (schema %d, this one knows %d)."
                    + " Use that one, or name another folder in TABLECHAT_DATA.")
                    .formatted(file, mark.version, FILES.size()));
        }
        return mark.version;
    }

    /// Looks without changing anything: not even the write-ahead log is folded in when a read-only connection closes. Where there
    /// is no log, SQLite is told that nothing will change, as it would make one.
    private static Mark mark(Path file) throws StoreUnusable {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        boolean isLogged = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        String url = "jdbc:sqlite:file:" + file.toUri().getRawPath() + (isLogged ? "" : "?immutable=1");
        try (Connection connection = config.createConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select application_id, user_version, (select count(*) from sqlite_schema),
                            (select count(*) from sqlite_schema where type = 'table'
                                and name in ('connection', 'session', 'message', 'part', 'result'))
                        from pragma_application_id, pragma_user_version
                        """)) {
            return new Mark(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
        } catch (SQLException e) {
            throw StoreUnusable.because(file, e);
        }
    }

    /// Applies what is missing since that version, each file in a transaction of its own; a file with data is copied beside
    /// itself before.
    static void apply(StoreFile file, int version) throws StoreUnusable, SQLException {
        if (version == FILES.size()) return;
        try (Connection connection = file.open()) {
            if (version > 0) copy(connection, file.path(), version);
            for (int i = version; i < FILES.size(); i++) apply(connection, FILES.get(i), i + 1);
        }
    }

    private static void copy(Connection connection, Path file, int version) throws StoreUnusable, SQLException {
        Path copy = file.resolveSibling("%s.schema-%d".formatted(file.getFileName(), version));
        try (var statement = connection.prepareStatement("vacuum into ?")) {
            Files.deleteIfExists(copy);
            DataFolder.create(copy);
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (IOException e) {
            throw new StoreUnusable(("The store cannot be brought up to date: its copy %s cannot be made."
                    + " Mend the folder's permissions, or name another in TABLECHAT_DATA.")
                    .formatted(copy));
        }
    }

    private static void apply(Connection connection, String name, int version) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(text(name));
            statement.executeUpdate("pragma application_id = " + APPLICATION_ID);
            statement.executeUpdate("pragma user_version = " + version);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    static String text(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
