package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// For trying what must not have any effect on a server.
final class Fences {
    private Fences() {}

    /// Whether it fails or runs, nothing may have changed afterwards.
    static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            assertNotNull(e.getMessage(), sql);
        }
    }

    static void assertNoFile(String prefix) throws Exception {
        try (var files = Files.list(Path.of("/tmp"))) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(prefix)));
        }
    }
}
