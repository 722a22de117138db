package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// Killed at any moment, in the middle of answers and changes, the server has kept what it acknowledged and goes on from there.
class CrashIT {
    private static final int KILLS = Proofs.count(5, 100);
    private static final long SEED = 20_260_401;
    private static final int LIFE_MILLISECONDS_MIN = 50;
    private static final int LIFE_MILLISECONDS_MAX = 2_000;
    /// Each third life is long enough for some of an answer to have to be stored; the others end anywhere, also before a first word.
    private static final int LONGER_MILLISECONDS = 3_000;
    private static final int ANSWERS = 400;

    private final Random random = new Random(SEED);
    private final List<Duration> starts = new ArrayList<>();
    private final List<Duration> behind = new ArrayList<>();
    private final List<Talk> talks = new ArrayList<>();
    private final List<Clerk> clerks = new ArrayList<>();
    private int acknowledged;

    @TempDir
    Path folder;

    /// What is checked when it lives again.
    private record Death(Load load, long nanos) {}

    @Test
    void killsLoseNothingThatWasAcknowledged() throws Exception {
        Death death = null;
        for (int life = 1; life <= KILLS; life++) death = liveAndDie(life, death);

        try (var stub = new StubProvider(); var server = start(stub); var client = TestClient.at(server.port(), "connection=sample")) {
            recover(death, client, stub);
            for (Talk talk : talks) talk.checkSettled(client);
        }
        Proofs.report("%d kills, %d changes acknowledged, none lost; start %s; behind %s",
                KILLS, acknowledged, figures(starts), figures(behind));
    }

    private Death liveAndDie(int life, Death before) throws Exception {
        try (var stub = new StubProvider(); var server = start(stub)) {
            if (before != null) {
                try (var client = TestClient.at(server.port(), "connection=sample")) {
                    recover(before, client, stub);
                }
            }
            stub.answers(Talk.answers(life, random, ANSWERS));
            try (var load = Load.on(server.port(), random)) {
                Thread.sleep(random.nextInt(LIFE_MILLISECONDS_MIN, LIFE_MILLISECONDS_MAX) + (life % 3 == 0 ? LONGER_MILLISECONDS : 0));
                load.dies();
                server.kill();
                long nanos = System.nanoTime();
                load.over();
                try (var copy = StoreCopy.of(folder.resolve("data"))) {
                    copy.checkSound();
                }
                return new Death(load, nanos);
            }
        }
    }

    private ServerProcess start(StubProvider stub) throws InterruptedException {
        long begun = System.nanoTime();
        ServerProcess server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
        starts.add(Duration.ofNanos(System.nanoTime() - begun));
        return server;
    }

    private void recover(Death death, TestClient client, StubProvider stub) throws InterruptedException {
        Clerk clerk = death.load.clerk;
        Map<String, Clerk.Entry> found = sessions(client);
        int acknowledgedNow = clerk.acknowledged();
        clerk.settle(clerk.applied(found, acknowledgedNow, clerk.posted()));
        acknowledged += acknowledgedNow;
        clerks.add(clerk);
        talks.addAll(death.load.talks);
        checkAll(found);
        for (Talk talk : death.load.talks) {
            behind.addAll(talk.check(client, clerk.storedNanos(), death.nanos));
            stub.answers(Answer.text("Going on."));
            talk.goOn(client);
        }
    }

    /// Each session is there once and as its clerk left it, and there is no other.
    private void checkAll(Map<String, Clerk.Entry> found) {
        for (Clerk clerk : clerks) clerk.applied(found, clerk.posted(), clerk.posted());
        var others = new HashMap<>(found);
        clerks.forEach(clerk -> others.keySet().removeIf(clerk::owns));
        talks.forEach(talk -> others.remove(talk.session()));
        assertEquals(Map.of(), others);
    }

    private static Map<String, Clerk.Entry> sessions(TestClient client) throws InterruptedException {
        var sessions = new HashMap<String, Clerk.Entry>();
        for (boolean deleted : new boolean[] {false, true}) {
            var page = new HashMap<String, Object>(
                    Map.of("type", "session.list", "connection", "sample", "limit", 100, "deleted", deleted));
            do {
                Received listed = client.send(page);
                for (Received session : listed.objects("sessions")) {
                    var entry = new Clerk.Entry(session.text("title"), deleted);
                    assertEquals(null, sessions.put(session.text("id"), entry), "listed twice");
                }
                page.put("after", listed.text("next"));
            } while (page.get("after") != null);
        }
        return sessions;
    }

    private static String figures(List<Duration> times) {
        if (times.isEmpty()) return "unknown";
        Collections.sort(times);
        return "median %d ms, longest %d ms of %d".formatted(
                times.get(times.size() / 2).toMillis(), times.getLast().toMillis(), times.size());
    }
}
