package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.SqliteFile;

/// The connection that the pool lends over and over.
final class LentTest {
    @TempDir
    Path folder;

    @Test
    void whatWasNotCommittedIsGoneWhenItIsGivenBack() throws Exception {
        var file = new SqliteFile(folder.resolve("a.db")).run("create table note (text)");
        Lent lent = new StoreFile(file.path(), Duration.ofSeconds(1)).openToLend();
        try {
            note(lent, "half");
            lent.close();
            assertEquals(List.of(), file.column("select text from note"));

            note(lent, "whole");
            lent.commit();
            lent.close();
            assertEquals(List.of("whole"), file.column("select text from note"));
        } finally {
            lent.end();
        }
    }

    private static void note(Connection lent, String text) throws SQLException {
        lent.setAutoCommit(false);
        try (PreparedStatement statement = lent.prepareStatement("insert into note (text) values (?)")) {
            statement.setString(1, text);
            statement.executeUpdate();
        }
    }
}
