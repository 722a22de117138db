package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// The store's file and log as they lie there at any moment, and that log cut anywhere behind what a checkpoint took from it, are the
/// history up to some moment.
class CopiesIT {
    private static final int ROUNDS = Proofs.count(1, 20);
    private static final int COPIES = 5;
    private static final int CUTS = Proofs.count(5, 20);
    private static final long SEED = 20_260_402;
    private static final int PAUSE_MILLISECONDS_MIN = 50;
    private static final int PAUSE_MILLISECONDS_MAX = 500;
    private static final int ANSWERS = 300;

    private final Random random = new Random(SEED);
    /// Of each copy: what every message said, by its id.
    private final List<Map<String, String>> told = new ArrayList<>();
    private int cuts;

    @TempDir
    Path folder;

    @Test
    void copiesAreThePastWithoutHoles() throws Exception {
        try (var stub = new StubProvider(); var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()))) {
            for (int round = 1; round <= ROUNDS; round++) {
                stub.answers(Talk.answers(round, random, ANSWERS));
                try (var load = Load.on(server.port(), random)) {
                    for (int i = 0; i < COPIES; i++) copyAndCut(server, load.clerk, i == 0);
                    load.over();
                }
            }
            Shell.halt(server);
            try (var copy = StoreCopy.of(folder.resolve("data"))) {
                Map<String, String> now = messages(copy);
                for (Map<String, String> then : told) then.forEach((id, text) -> assertTrue(now.get(id).startsWith(text), text));
            }
        }
        Proofs.report("%d copies and %d cut ones, all sound", ROUNDS * COPIES, cuts);
    }

    private void copyAndCut(ServerProcess server, Clerk clerk, boolean isServed) throws Exception {
        Thread.sleep(random.nextInt(PAUSE_MILLISECONDS_MIN, PAUSE_MILLISECONDS_MAX));
        Shell.halt(server);
        int acknowledged = clerk.acknowledged();
        try (var copy = StoreCopy.of(folder.resolve("data"))) {
            Shell.goOn(server);
            int posted = clerk.posted();
            for (int i = 0; i < CUTS && copy.logBytes() > copy.checkpointedBytes(); i++) {
                try (var cut = copy.cut(random.nextLong(copy.checkpointedBytes(), copy.logBytes()))) {
                    check(cut, clerk, 0, posted);
                    cuts++;
                }
            }
            if (isServed) serve(copy);
            check(copy, clerk, acknowledged, posted);
        }
    }

    private void check(StoreCopy copy, Clerk clerk, int least, int most) throws SQLException {
        clerk.applied(copy.checkSound().sessions(), least, most);
        told.add(messages(copy));
    }

    /// What every message says, calls aside. Neither messages nor their parts have holes.
    private static Map<String, String> messages(StoreCopy copy) throws SQLException {
        assertEquals(List.of(), copy.file().column("select session_id from message group by 1 having count(*) <> max(position)"));
        assertEquals(List.of(), copy.file().column("select message_id from part group by 1 having count(*) <> max(position) + 1"));
        var messages = new HashMap<String, String>();
        try (var store = copy.file().open();
                var statement = store.createStatement();
                var row = statement.executeQuery("""
                        select id, coalesce(group_concat(text, '' order by part.position), '')
                        from message left join part on message_id = id group by id
                        """)) {
            while (row.next()) messages.put(row.getString(1), row.getString(2));
        }
        return messages;
    }

    /// The jar takes the copy for its own, too.
    private void serve(StoreCopy copy) throws Exception {
        long sessions = copy.sessions().values().stream().filter(session -> !session.deleted()).count();
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_DATA", copy.data().toString()));
                var client = TestClient.at(server.port())) {
            Received listed = client.send(Map.of("type", "session.list", "connection", "sample"));
            assertEquals(sessions, listed.number("total"));
            assertEquals("session.created", client.send(Map.of("type", "session.create", "connection", "sample")).type());
            server.kill();
        }
    }
}
