package tablechat.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// A server and its model, and a client whose socket holds: it makes ready what others send and looks at what became of it.
final class Desk implements AutoCloseable {
    static final String QUESTION = "Is it?";
    private static final int LOOK_AGAIN_MILLISECONDS = 5;
    private static final int HANG_SECONDS = 60;

    private final StubProvider stub = new StubProvider();
    private final Path folder;
    private final ServerProcess server;
    private final TestClient client;
    private int numbers;

    Desk(Path folder) throws InterruptedException {
        this.folder = folder;
        server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
        client = TestClient.at(server.port(), "connection=sample");
    }

    TestClient client() {
        return client;
    }

    TestClient other() throws InterruptedException {
        return TestClient.at(server.port(), "connection=sample");
    }

    int next() {
        return numbers++;
    }

    String sampleUrl() {
        return "sqlite:" + folder.resolve("data").resolve("sample.db");
    }

    /// The name of the connection that one who names none gets.
    String current() throws InterruptedException {
        try (var newcomer = TestClient.at(server.port())) {
            String id = newcomer.await("welcome").text("connection");
            return connections().stream().filter(one -> one.text("id").equals(id)).findFirst().orElseThrow().text("name");
        }
    }

    List<Received> connections() throws InterruptedException {
        return client.send(Map.of("type", "connection.list")).objects("connections");
    }

    /// A new session. With a title the model is not asked for one.
    String session() throws InterruptedException {
        return client.send(Map.of("type", "session.create", "connection", "sample", "title", "Mine")).text("session", "id");
    }

    /// How many there are in the list.
    long sessions() throws InterruptedException {
        return client.send(Map.of("type", "session.list", "connection", "sample", "limit", 1)).number("total");
    }

    /// The newest ones.
    List<Received> sessions(boolean deleted) throws InterruptedException {
        return client.send(Map.of("type", "session.list", "connection", "sample", "limit", 100, "deleted", deleted)).objects("sessions");
    }

    Received session(String id) throws InterruptedException {
        return new Received(Json.object(switchTo(id).at("session")));
    }

    Received switchTo(String session) throws InterruptedException {
        return client.send(Map.of("type", "session.switch", "session", session));
    }

    /// Asks and waits for the answer.
    ///
    /// @return the question's id
    String ask(String session) throws InterruptedException {
        answers(1);
        String id = client.send(Map.of("type", "message.send", "session", session, "text", QUESTION)).text("message");
        answered(session);
        return id;
    }

    /// Has the model be ready to answer so often.
    ///
    /// @return how often it was asked so far
    int answers(int count) {
        for (int i = 0; i < count; i++) stub.answers(Answer.text("So ", "it ", "is."));
        return requests();
    }

    int requests() {
        return stub.seen().size();
    }

    /// Begins an answer that nobody waits for the end of.
    void begin(String session) throws InterruptedException {
        stub.answers(Answer.text(Collections.nCopies(10_000, "word ").toArray(String[]::new)).every(Duration.ofMillis(10)));
        client.send(Map.of("type", "message.send", "session", session, "text", QUESTION));
        client.await("token");
    }

    /// Its messages, once none is being written.
    List<Received> answered(String session) throws InterruptedException {
        long deadline = System.nanoTime() + HANG_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < deadline) {
            Received switched = switchTo(session);
            if (switched.at("running").equals(false)) return switched.objects("messages");
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
        }
        throw new AssertionError("the answer has no end");
    }

    @Override
    public void close() {
        client.close();
        server.close();
        stub.close();
    }
}
