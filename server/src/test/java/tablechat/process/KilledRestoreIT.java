package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Proofs;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;

/// A restore over the store of a killed server, itself killed at each call to the system that changes one of the files.
class KilledRestoreIT {
    private static final List<String> FILES = List.of("tablechat.db", "tablechat.db-wal", "tablechat.db-shm", "tablechat.db.restoring");
    /// Which of them there are depends on the processor.
    private static final List<String> NAMING = List.of("link", "linkat", "rename", "renameat", "renameat2", "unlink", "unlinkat");
    private static final List<String> WRITING = List.of("ftruncate", "pwrite64", "fsync", "fdatasync");
    /// The status that the JVM gives a process that was killed.
    private static final int KILLED = 128 + 9;
    private static final int CALLS_MAX = 1_000;
    private static final List<Object> FORMER = List.of("Early", "Late");
    private static final List<Object> RESTORED = List.of("Copied");

    @TempDir
    Path folder;

    @Test
    void theFormerStoreOrTheRestoredOneIsThereAndNothingOfTheFormerIsLost() throws Exception {
        assumeTrue(Shell.can("strace", "-o", "/dev/null", "true"), "strace cannot be used here");
        Path data = folder.resolve("data");
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        crash();
        for (String name : List.of("tablechat.db", "tablechat.db-wal")) Files.move(data.resolve(name), crashed.resolve(name));

        var found = new TreeMap<String, Integer>();
        for (String call : NAMING) restoreKilledAtEach(call, data, crashed, found);
        if (Proofs.ALL) for (String call : WRITING) restoreKilledAtEach(call, data, crashed, found);

        assertTrue(found.containsKey("former"), found::toString);
        Proofs.report("a restore killed at each of %d calls; found then: %s",
                found.values().stream().mapToInt(Integer::intValue).sum(), found);
    }

    /// Together would not do: strace counts each kind of call by itself.
    private void restoreKilledAtEach(String call, Path data, Path crashed, Map<String, Integer> found) throws Exception {
        boolean done = false;
        for (int number = 1; !done; number++) {
            assertTrue(number < CALLS_MAX, "it never comes to its end");
            clear(data);
            for (String name : List.of("tablechat.db", "tablechat.db-wal")) Files.copy(crashed.resolve(name), data.resolve(name));
            done = restoredBefore(call, number);
            List<Object> titles = titles(data);
            if (done) assertEquals(RESTORED, titles);
            if (titles.equals(RESTORED)) assertEquals(FORMER, titles(aside(data)), "kept after " + call + " " + number);
            else assertEquals(FORMER, titles, "at " + call + " " + number);
            if (!done) found.merge(titles.equals(FORMER) ? "former" : "restored", 1, Integer::sum);
        }
    }

    /// Leaves a store whose last changes stand in its log alone, and a copy of a former state of it.
    private void crash() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            String session = client.send(Map.of("type", "session.create", "title", "Copied")).text("session", "id");
            try (var backup = ServerProcess.launch(folder, Map.of(), "--backup", "copy.db")) {
                assertEquals(0, backup.status(), backup::toString);
            }
            client.send(Map.of("type", "session.rename", "session", session, "title", "Early"));
            client.send(Map.of("type", "session.create", "title", "Late"));
            server.kill();
        }
    }

    /// @return whether it came to its end, since it makes no such call any more
    private boolean restoredBefore(String call, int number) throws InterruptedException {
        var command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        for (String name : FILES) command.addAll(List.of("-P", folder.resolve("data").resolve(name).toString()));
        command.addAll(List.of("-e", "trace=?" + call, "-e", "inject=?%s:signal=KILL:when=%d".formatted(call, number)));
        command.addAll(ServerProcess.command(folder));
        command.addAll(List.of("--restore", "copy.db"));
        try (var process = ServerProcess.run(folder, command, Map.of("PATH", System.getenv("PATH")))) {
            int status = process.status();
            assertTrue(status == 0 || status == KILLED, () -> "at %s %d: status %d of %s".formatted(call, number, status, process));
            return status == 0;
        }
    }

    private static List<Object> titles(Path data) throws IOException, SQLException {
        if (!Files.isDirectory(data)) return titles(new SqliteFile(data));
        try (var copy = StoreCopy.of(data)) {
            return titles(copy.checkSound().file());
        }
    }

    private static List<Object> titles(SqliteFile store) throws SQLException {
        return store.column("select title from session order by title");
    }

    private static Path aside(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.before-restore-\\w+")).findFirst().orElseThrow();
        }
    }

    private static void clear(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("sqlite-")).toList()) Files.delete(file);
        }
    }
}
