package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// The options that do something else than serve.
class OptionsIT {
    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    Path folder;

    @Test
    void theCheckPrintsATableOfWhatItFound() throws Exception {
        new SqliteFile(folder.resolve("notes.db")).run("create table note (text)");

        try (var stub = new StubProvider().answers(Answer.text("ok"));
                var check = check(stub.url(), "notes=sqlite:notes.db")) {
            assertEquals(0, check.status(), check::toString);
            assertTable("""
                    settings +ok +serves on 127.0.0.1 port 0, without a token
                    store +ok +.*/data: no store yet; the first start makes it
                    connection notes +ok +SQLite .*Read-only, proven.*
                    model openai/\\S+ +ok +answers
                    """, check.out());
            assertEquals("", check.err());
        }
    }

    @Test
    void theCheckMakesNothingAndTheFirstStartStaysTheFirst() throws Exception {
        new SqliteFile(folder.resolve("notes.db")).run("create table note (text)");
        try (var stub = new StubProvider().answers(Answer.text("ok"));
                var check = check(stub.url(), "notes=sqlite:notes.db")) {
            assertEquals(0, check.status(), check::toString);
        }
        assertFalse(Files.exists(folder.resolve("data")));

        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_CONNECTIONS", "notes=sqlite:notes.db"));
                var client = TestClient.at(server.port())) {
            assertEquals(List.of("notes", "sample"), client.await("welcome").objects("connections").stream()
                    .map(connection -> connection.text("name")).toList());
        }
    }

    @Test
    void theCheckOfAStoreThatIsThereTriesItsConnections() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.term();
            server.status();
        }

        try (var stub = new StubProvider().answers(Answer.text("ok")); var check = check(stub.url(), "")) {
            assertEquals(0, check.status(), check::toString);
            assertTable("""
                    settings +ok .*
                    store +ok +.*/data
                    connection sample +ok .*
                    model openai/\\S+ +ok .*
                    """, check.out());
        }
    }

    @Test
    void theCheckFailsWhereNoDataFolderCanBeMade() throws Exception {
        Files.writeString(folder.resolve("data"), "a letter");

        try (var stub = new StubProvider().answers(Answer.text("ok")); var check = check(stub.url(), "")) {
            assertEquals(1, check.status(), check::toString);
            assertTable("""
                    settings +ok .*
                    store +FAILED +The data folder .*/data cannot be made: .*/data is a file\\. .*
                    model openai/\\S+ +ok .*
                    """, check.out());
        }
    }

    @Test
    void theCheckFailsWhereADatabaseIsNotThere() throws Exception {
        try (var stub = new StubProvider().answers(Answer.text("ok"));
                var check = check(stub.url(), "notes=sqlite:notes.db")) {
            assertEquals(1, check.status(), check::toString);
            assertTable("""
                    settings +ok .*
                    store +ok .*
                    connection notes +FAILED +There is no file .*/notes.db\\.
                    model openai/\\S+ +ok .*
                    """, check.out());
        }
    }

    @Test
    void theCheckFailsWhereThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var check = ServerProcess.launch(folder, Map.of("TABLECHAT_PORT", "" + taken.getLocalPort()), "--check")) {
            assertEquals(1, check.status(), check::toString);
            assertTable("""
                    settings +FAILED +Cannot listen on 127.0.0.1 port %d: .*TABLECHAT_PORT.*
                    store +ok .*
                    model offline/rules +ok .*
                    """.formatted(taken.getLocalPort()), check.out());
        }
    }

    @Test
    void theCheckFailsWhereTheLogCannotBeWritten() throws Exception {
        String log = folder.resolve("missing").resolve("log").toString();
        try (var check = ServerProcess.launch(folder, Map.of("TABLECHAT_LOG", log), "--check")) {
            assertEquals(1, check.status(), check::toString);
            assertTable("""
                    settings +ok .*
                    log +FAILED +TABLECHAT_LOG is ".*/missing/log", which cannot be written\\. Name a file .*
                    store +ok .*
                    model offline/rules +ok .*
                    """, check.out());
        }
    }

    @Test
    void theCheckFailsWhereTheModelDoesNotAnswer() throws Exception {
        try (var check = check(NOBODY, "")) {
            assertEquals(1, check.status(), check::toString);
            assertTable("""
                    settings +ok .*
                    store +ok .*
                    model openai/\\S+ +FAILED +127.0.0.1:1 cannot be reached: nothing listens there\\. .*OPENAI_BASE_URL.*
                    """, check.out());
        }
    }

    @Test
    void theVersionIsThatOfTheJar() throws Exception {
        try (var process = ServerProcess.launch(folder, Map.of(), "--version")) {
            assertEquals(0, process.status(), process::toString);
            assertTrue(process.out().matches("tablechat/\\d+\\.\\d+\\.\\d+\\S*\n"), process.out());
        }
    }

    @Test
    void theHelpNamesEveryOption() throws Exception {
        try (var process = ServerProcess.launch(folder, Map.of(), "--help")) {
            assertEquals(0, process.status(), process::toString);
            assertFalse(process.out().contains("--train"));
            for (String option : List.of("--check", "--import FILE", "--backup FILE", "--restore FILE", "--version", "--help")) {
                assertTrue(process.out().contains(option), option);
            }
        }
    }

    @Test
    void anUnknownOptionIsNotServed() throws Exception {
        try (var process = ServerProcess.launch(folder, Map.of(), "--serve")) {
            assertEquals(1, process.status(), process::toString);
            assertEquals("There is no option --serve; --help lists those there are.\n", process.err());
        }
    }

    private ServerProcess check(String model, String connections) {
        return ServerProcess.launch(folder, Map.of("OPENAI_BASE_URL", model, "TABLECHAT_CONNECTIONS", connections), "--check");
    }

    private static void assertTable(String lines, String out) {
        assertTrue(Pattern.matches(lines, out), out);
    }
}
