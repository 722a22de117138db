package tablechat.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tablechat.chat.Chat;
import tablechat.database.Sample;
import tablechat.model.Model;
import tablechat.metrics.Metrics;
import tablechat.model.Models;
import tablechat.store.Store;
import tablechat.store.StoreUnusable;
import tablechat.transcript.Transcripts;
import tablechat.web.ClientSocket;
import tablechat.web.Downloads;
import tablechat.web.Observe;
import tablechat.web.Server;
import tablechat.web.SessionFiles;
import tablechat.web.Settings;

/// The whole server in this process, over the folder it is given: with the connection `sample` and the models
/// of the test.
public final class TestServer implements AutoCloseable {
    private final Store store;
    private final Chat chat;
    private final Server server;

    private TestServer(Store store, Chat chat, Server server) {
        this.store = store;
        this.chat = chat;
        this.server = server;
    }

    /// On a free port.
    public static TestServer over(Path folder, Model... models) throws IOException, StoreUnusable {
        return over(folder, 0, models);
    }

    public static TestServer over(Path folder, int port, Model... models) throws IOException, StoreUnusable {
        var metrics = new Metrics();
        return over(Store.open(folder, metrics), metrics, port, models);
    }

    /// @param store is closed with the server
    public static TestServer over(Store store, int port, Model... models) throws IOException {
        return over(store, new Metrics(), port, models);
    }

    private static TestServer over(Store store, Metrics metrics, int port, Model... models) throws IOException {
        Path sample = store.folder().resolve("sample.db");
        if (!Files.exists(sample)) Sample.create(sample);
        Chat chat = new Chat(store, Models.of(models), "tablechat/test", metrics);
        chat.connections().configure("sample", "sqlite:" + sample);
        var settings = new Settings("127.0.0.1", port, null, List.of(), null);
        var server = Server.start(settings, (outbox, query) -> new ClientSocket(() -> chat, outbox, query),
                new Downloads(() -> chat), new SessionFiles(() -> new Transcripts(store)),
                new Observe(_ -> Optional.of(chat), _ -> Optional.of(metrics)));
        return new TestServer(store, chat, server);
    }

    public int port() {
        return server.port();
    }

    public TestClient client() throws InterruptedException {
        return TestClient.at(server.port());
    }

    /// @param query as in [TestClient#at]
    public TestClient client(String query) throws InterruptedException {
        return TestClient.at(server.port(), query);
    }

    /// For what is not to be seen over a socket.
    public Store store() {
        return store;
    }

    public Chat chat() {
        return chat;
    }

    /// Stops in the order of the real one.
    @Override
    public void close() {
        chat.close();
        server.stop();
        store.close();
    }
}
