package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tablechat.protocol.Nullable;
import tablechat.testing.Received;
import tablechat.testing.TestClient;

/// Someone who talks and talks: new sessions, questions, stops, lists, switches; and who opens the page anew now and then.
final class Talker {
    private static final int QUESTIONS_A_CLIENT = 20;

    private final int port;
    private final Random random;
    private final Thread thread;
    private volatile boolean over;
    private volatile @Nullable Throwable failure;
    private int finished;

    Talker(int port, Random random) {
        this.port = port;
        this.random = random;
        thread = Thread.ofVirtual().start(this::talk);
    }

    private void talk() {
        try {
            while (!over) {
                try (var client = TestClient.at(port, "connection=sample")) {
                    for (int i = 0; i < QUESTIONS_A_CLIENT && !over; i++) ask(client);
                }
            }
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private void ask(TestClient client) throws InterruptedException {
        String session = UUID.randomUUID().toString();
        client.send(Map.of("type", "session.create", "session", session, "title", "Talk " + finished));
        Received accepted = client.send(Map.of("type", "message.send", "session", session, "text", "Go on."));
        assertEquals("message.accepted", accepted.type(), accepted::toString);
        if (random.nextInt(10) == 0) client.send(Map.of("type", "turn.stop", "session", session));
        client.await("the turn's end", event -> event.type().equals("turn.finished") && session.equals(event.text("session")));
        finished++;
        client.send(Map.of("type", "session.list"));
        client.send(Map.of("type", "session.switch", "session", session));
        if (random.nextInt(4) == 0) client.send(Map.of("type", "session.delete", "session", session));
    }

    /// @return how many of its questions were answered, or came to an end otherwise
    int end() throws InterruptedException {
        over = true;
        thread.join();
        if (failure != null) throw new AssertionError("a talker was not served", failure);
        return finished;
    }
}
