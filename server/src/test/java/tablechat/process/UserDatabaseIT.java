package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;

/// A user's own database is asked and never changed, whatever is asked of it.
class UserDatabaseIT {
    private static final List<String> CHANGES = List.of(
            "insert into note values ('Cheese')",
            "delete from note",
            "drop table note",
            "select text from note; delete from note",
            "with gone as (select 1) delete from note",
            "pragma user_version = 7",
            "pragma journal_mode = delete",
            "vacuum into 'stolen.db'",
            "attach 'stolen.db' as stolen",
            "explain analyze delete from note");

    @TempDir
    Path folder;

    private SqliteFile notes;
    private Path place;

    @BeforeEach
    void takeNotes() throws Exception {
        place = Files.createDirectory(folder.resolve("mine"));
        notes = new SqliteFile(place.resolve("notes.db")).run("create table note (text)", "insert into note values ('Milk'), ('Bread')");
    }

    @Test
    void itIsAskedAndStaysByteForByteTheSame() throws Exception {
        byte[] before = Files.readAllBytes(notes.path());

        askAndTryToChange(2);

        assertArrayEquals(before, Files.readAllBytes(notes.path()));
        assertEquals(List.of("notes.db"), files());
    }

    /// As another program leaves it that has it open: the newest rows are in the log beside it.
    @Test
    void oneInUseKeepsItsLogToo() throws Exception {
        notes.run("pragma journal_mode = wal");
        Path log = place.resolve("notes.db-wal");
        try (Connection owner = notes.open(); var statement = owner.createStatement()) {
            statement.execute("insert into note values ('Eggs')");
            byte[] before = Files.readAllBytes(notes.path());
            byte[] logBefore = Files.readAllBytes(log);

            askAndTryToChange(3);

            assertArrayEquals(before, Files.readAllBytes(notes.path()));
            assertArrayEquals(logBefore, Files.readAllBytes(log));
        }
        assertEquals(List.of("notes.db"), files());
    }

    private void askAndTryToChange(long rows) throws Exception {
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_CONNECTIONS", "notes=sqlite:mine/notes.db"));
                var client = TestClient.at(server.port(), "connection=notes")) {
            Received counted = client.send(Map.of("type", "query.run", "sql", "select count(*) from note"));
            assertEquals(List.of(List.of(rows)), counted.at("result", "rows"));

            for (String change : CHANGES) {
                assertEquals("refused", client.send(Map.of("type", "query.run", "sql", change)).text("code"), change);
            }

            assertEquals(counted.at("result", "rows"),
                    client.send(Map.of("type", "query.run", "sql", "select count(*) from note")).at("result", "rows"));
            server.term();
            assertEquals(143, server.status());
        }
    }

    /// Whatever lies beside it, or came to be in the working folder.
    private List<String> files() throws Exception {
        var names = new TreeSet<String>();
        for (Path where : List.of(place, folder)) {
            try (Stream<Path> found = Files.list(where)) {
                found.filter(Files::isRegularFile).forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return List.copyOf(names);
    }
}
