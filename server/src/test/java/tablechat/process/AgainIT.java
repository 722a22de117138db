package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Command;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.TestClient;

/// Who was cut off and does not know whether a command was obeyed sends it again: it is obeyed once.
class AgainIT {
    private static final int TIMES = Proofs.count(3, 200);
    private static final long SEED = 20_260_404;
    private static final int CUT_MILLISECONDS_MAX = 15;
    /// These change nothing that is kept.
    private static final List<Class<? extends Command>> ASKING = List.of(
            Command.Help.class, Command.Ping.class, Command.ListConnections.class, Command.TestConnection.class,
            Command.ListSchema.class, Command.DescribeSchema.class, Command.ListSessions.class, Command.SwitchSession.class,
            Command.SearchSessions.class, Command.ListMessages.class, Command.StopQuery.class, Command.PageResult.class);

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @Test
    void everyCommandThatThereIsHasItsCase() {
        Set<Class<?>> here = new HashSet<>(ASKING);
        here.addAll(Change.all().keySet());

        assertEquals(Set.copyOf(Arrays.asList(Command.class.getPermittedSubclasses())), here);
    }

    @Test
    void aChangeSentAgainIsMadeOnce() throws Exception {
        int sent = 0;
        try (var desk = new Desk(folder)) {
            for (var change : Change.all().entrySet()) {
                for (int i = 0; i < TIMES; i++, sent++) sendTwice(desk, change.getValue().prepare(desk), i);
            }
        }
        Proofs.report("%d commands cut off and sent again, each obeyed once", sent);
    }

    private void sendTwice(Desk desk, Change change, int time) throws InterruptedException {
        try (var first = desk.other()) {
            switch (time % 3) {
                case 0 -> first.post(change.command());
                case 1 -> {
                    first.post(change.command());
                    Thread.sleep(random.nextInt(CUT_MILLISECONDS_MAX));
                }
                default -> checkReply(first, change.command(), "");
            }
        }
        try (var second = desk.other()) {
            checkReply(second, change.command(), change.refusal());
            change.check().check(desk);
        }
    }

    private static void checkReply(TestClient client, Map<String, Object> command, String refusal) throws InterruptedException {
        Received reply = client.send(command);
        boolean refused = reply.type().equals("error") && refusal.equals(reply.text("code"));
        assertTrue(refused || !reply.type().equals("error"), () -> command + ": " + reply);
    }
}
