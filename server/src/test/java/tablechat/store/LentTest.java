package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.SqliteFile;

/// The connection that the pool lends over and over.
final class LentTest {
    private static final String COUNT = "select count(*) from note";

    @TempDir
    Path folder;

    private SqliteFile file;
    private Lent lent;

    @BeforeEach
    void lend() throws SQLException {
        file = new SqliteFile(folder.resolve("a.db")).run("create table note (text)");
        lent = new StoreFile(file.path(), Duration.ofSeconds(1)).openToLend();
    }

    @AfterEach
    void end() throws SQLException {
        lent.end();
    }

    @Test
    void whatWasNotCommittedIsGoneWhenItIsGivenBack() throws Exception {
        note("half");
        lent.close();
        assertEquals(List.of(), file.column("select text from note"));

        note("whole");
        lent.commit();
        lent.close();
        assertEquals(List.of("whole"), file.column("select text from note"));
    }

    @Test
    void afterARollbackAnotherMayWriteAtOnce() throws Exception {
        note("half");
        lent.rollback();

        file.run("insert into note (text) values ('of another')");
        assertTrue(lent.getAutoCommit());
        assertEquals(List.of("of another"), file.column("select text from note"));
        lent.close();
        note("next");
        lent.commit();
        assertEquals(List.of("of another", "next"), file.column("select text from note"));
    }

    @Test
    void aStatementIsPreparedOnceAndKeptWhenItIsClosed() throws Exception {
        PreparedStatement first = lent.prepareStatement(COUNT);
        first.close();

        assertSame(first, lent.prepareStatement(COUNT));
    }

    @Test
    void theSameTwiceAtOnceAreTwo() throws Exception {
        PreparedStatement first = lent.prepareStatement(COUNT);
        PreparedStatement second = lent.prepareStatement(COUNT);
        assertNotSame(first, second);

        first.close();
        second.close();

        assertSame(second, lent.prepareStatement(COUNT));
        assertTrue(first.isClosed());
        assertEquals(0, count(second));
    }

    @Test
    void theOneThatWasNotUsedForLongestGoes() throws Exception {
        PreparedStatement first = lent.prepareStatement(COUNT);
        first.close();
        for (int i = 0; i < Statements.KEPT_MAX; i++) lent.prepareStatement("select " + i).close();

        assertTrue(first.isClosed());
        assertEquals(0, count(lent.prepareStatement(COUNT)));
    }

    @Test
    void whoClosesTwiceTakesItFromNobody() throws Exception {
        PreparedStatement first = lent.prepareStatement(COUNT);
        first.close();
        first.close();

        assertSame(first, lent.prepareStatement(COUNT));
        assertEquals(0, count(first));
    }

    @Test
    void rowsThatNobodyReadEndWithTheirStatement() throws Exception {
        PreparedStatement statement = lent.prepareStatement("values (1), (2)");
        ResultSet rows = statement.executeQuery();
        assertTrue(rows.next());

        statement.close();

        assertTrue(rows.isClosed());
    }

    private static int count(PreparedStatement counting) throws SQLException {
        try (ResultSet row = counting.executeQuery()) {
            return row.getInt(1);
        }
    }

    private void note(String text) throws SQLException {
        lent.setAutoCommit(false);
        try (PreparedStatement statement = lent.prepareStatement("insert into note (text) values (?)")) {
            statement.setString(1, text);
            statement.executeUpdate();
        }
    }
}
