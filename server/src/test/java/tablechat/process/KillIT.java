package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// Killed at any moment, in the middle of answers and changes, the server has kept what it acknowledged and goes on from there.
class KillIT {
    private static final int KILLS = 10;
    /// Each third life is long enough for some of the answer to be stored; the others end anywhere, also before its first word.
    private static final int LONG_LIVES = KILLS / 3;
    private static final long SEED = 20_260_401;
    private static final int LIFE_MILLISECONDS_MIN = 50;
    private static final int LIFE_MILLISECONDS_MAX = 2_000;
    private static final int PAUSE_MILLISECONDS = 10;

    private final Random random = new Random(SEED);
    private final List<Asked> asked = new ArrayList<>();
    private final List<Clerk> clerks = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void tenKillsLoseNothingThatWasAcknowledged() throws Exception {
        for (int i = 1; i <= KILLS; i++) liveAndDie(i);
        assertTrue(asked.stream().filter(Asked::hadText).count() >= LONG_LIVES, "no answer had begun when it was cut short");

        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            checkSessions(client);
            for (Asked question : asked.subList(0, KILLS - 1)) question.checkGoneOn(client);
            asked.getLast().checkInterrupted(client);
        }
    }

    private void liveAndDie(int life) throws Exception {
        try (var stub = new StubProvider();
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var watcher = TestClient.at(server.port(), "connection=sample");
                var clerk = new Clerk(TestClient.at(server.port(), "connection=sample"))) {
            if (life > 1) checkRecovered(watcher, stub);
            clerks.add(clerk);
            asked.add(Asked.ask(watcher, stub));
            work(clerk, life % 3 == 0);
            server.kill();
            asked.getLast().see();
            clerk.see();
        }
        checkIntegrity(folder.resolve("copy-" + life));
    }

    /// Creates and renames go on until the random moment.
    private void work(Clerk clerk, boolean isLong) throws InterruptedException {
        if (isLong) asked.getLast().awaitText();
        long end = System.nanoTime() + random.nextLong(LIFE_MILLISECONDS_MIN, LIFE_MILLISECONDS_MAX) * 1_000_000
                + (isLong ? Asked.BEHIND_MAX.toNanos() : 0);
        while (System.nanoTime() < end) {
            clerk.change(random);
            asked.getLast().look(end);
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    private void checkRecovered(TestClient client, StubProvider stub) throws InterruptedException {
        checkSessions(client);
        asked.getLast().checkInterrupted(client);
        stub.answers(Answer.text("Going on."));
        asked.getLast().goOn(client);
    }

    private void checkSessions(TestClient client) throws InterruptedException {
        Map<String, String> titles = titles(client);
        for (Clerk clerk : clerks) clerk.check(titles);
    }

    /// The title of every session by its id; each is listed once.
    private static Map<String, String> titles(TestClient client) throws InterruptedException {
        var titles = new HashMap<String, String>();
        var page = new HashMap<String, Object>(Map.of("type", "session.list", "connection", "sample", "limit", 100));
        while (true) {
            Received listed = client.send(page);
            for (Received session : listed.objects("sessions")) {
                assertEquals(null, titles.put(session.text("id"), session.text("title")), "listed twice");
            }
            if (listed.text("next") == null) return titles;
            page.put("after", listed.text("next"));
        }
    }

    /// Looks at a copy, so that the server itself has to recover what the kill left.
    private void checkIntegrity(Path copy) throws Exception {
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("tablechat.db")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var store = new SqliteFile(copy.resolve("tablechat.db"));
        assertEquals(List.of("ok"), store.column("pragma integrity_check"));
        assertEquals(List.of(), store.column("pragma foreign_key_check"));
    }
}
