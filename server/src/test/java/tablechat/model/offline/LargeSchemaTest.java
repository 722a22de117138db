package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Of some hundred tables only the first are listed; the others have to be searched for.
final class LargeSchemaTest {
    private static final int TABLES = 300;

    private Connection connection;

    @BeforeEach
    void createSomeHundredTables() throws Exception {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (var statement = connection.createStatement()) {
            for (int i = 0; i < TABLES; i++) {
                statement.execute("create table archive_%03d (id integer primary key, name text, note text)".formatted(i));
            }
            statement.execute("create table visitor (id integer primary key, name text, town text)");
            statement.execute("create table zoo_ticket (id integer primary key, visitor_id integer references visitor(id), price real)");
            statement.execute("insert into visitor values (1, 'Ann', 'Ulm'), (2, 'Bob', 'Bonn')");
            statement.execute("insert into zoo_ticket values (1, 1, 10), (2, 1, 12), (3, 2, 20)");
        }
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void tablesBeyondTheListAreSearchedFor() throws Exception {
        assertTrue(new Talk(connection).ask("how many zoo tickets are there").contains("**3**"));
        assertTrue(new Talk(connection).ask("number of zoo tickets per visitor").contains("| Ann | 2 |"));
    }

    @Test
    void whatNoTableIsCalledIsStillNotUnderstood() throws Exception {
        var answer = new Talk(connection).ask("how many unicorns are there");

        assertTrue(answer.contains("did not understand"), answer);
        assertFalse(answer.contains("**"), answer);
    }
}
