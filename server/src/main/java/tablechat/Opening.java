package tablechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tablechat.chat.Chat;
import tablechat.database.Sample;
import tablechat.metrics.Metrics;
import tablechat.model.Models;
import tablechat.protocol.Rejected;
import tablechat.store.Store;
import tablechat.store.StoreUnusable;
import tablechat.transcript.Transcripts;

/// What is opened beside the listening socket, on a thread of its own: the store, the models, the connections and the sample.
/// A client that comes before all of it is there waits for it.
final class Opening {
    private static final String SAMPLE = "sample";

    private final FutureTask<Opened> task;

    /// The whole of it, closed in this order: answers in the making are stored first.
    record Opened(Store store, Chat chat, Metrics metrics) {

        void close() {
            chat.close();
            store.close();
        }
    }

    private Opening(FutureTask<Opened> task) {
        this.task = task;
    }

    static Opening begin(Config config, List<Config.NamedUrl> named) {
        var task = new FutureTask<>(() -> open(config, named));
        Thread.ofPlatform().name("opening").start(task);
        return new Opening(task);
    }

    /// Waits for it.
    ///
    /// @throws StoreUnusable the store cannot be opened
    /// @throws Config.Unusable a connection that the settings name, or the sample, cannot be made
    Opened await() throws StoreUnusable, Config.Unusable {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StoreUnusable unusable -> throw unusable;
                case Config.Unusable unusable -> throw unusable;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException("the opening failed", e.getCause());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts who waits for the opening", e);
        }
    }

    /// The same, for a client: where it failed the process is about to end.
    Chat chat() {
        return opened().chat;
    }

    /// The same for one who does not wait for longer; empty where it is not there by then.
    Optional<Opened> within(Duration wait) {
        try {
            return Optional.of(task.get(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("there is nothing to look at", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts who waits for the opening", e);
        }
    }

    /// The same, for who takes a session away.
    Transcripts transcripts() {
        return new Transcripts(opened().store);
    }

    private Opened opened() {
        try {
            return await();
        } catch (StoreUnusable | Config.Unusable e) {
            throw new IllegalStateException("there is nothing to talk with", e);
        }
    }

    private static Opened open(Config config, List<Config.NamedUrl> named) throws StoreUnusable, Config.Unusable {
        var metrics = new Metrics();
        Store store = Store.open(config.data(), metrics);
        var opened = new Opened(store, new Chat(store, Models.find(config), Main.version(), metrics), metrics);
        try {
            connect(opened, named);
            return opened;
        } catch (Config.Unusable | Rejected e) {
            opened.close();
            throw e;
        }
    }

    /// Adds the connections that the settings name and, once in the life of a store, the sample; one whose file is lost is pointed
    /// to that of this folder. A start that is killed in between leaves it to the next.
    private static void connect(Opened opened, List<Config.NamedUrl> settings) throws Config.Unusable {
        Store store = opened.store;
        for (Config.NamedUrl named : settings) opened.chat.connections().configure(named.name(), named.url());
        boolean isOffered = store.connections().wasSampleOffered();
        if (isOffered && (settings.stream().anyMatch(named -> named.name().equals(SAMPLE)) || !isSampleLost(store))) return;
        opened.chat.connections().configure(SAMPLE, sampleUrl(store.folder().resolve(Sample.FILE)));
        if (!isOffered) store.connections().sampleOffered();
    }

    /// As in a data folder that was moved, or restored to where it was not before.
    private static boolean isSampleLost(Store store) {
        return store.connections().all().stream().anyMatch(row -> row.name().equals(SAMPLE) && Sample.isLost(row.url()));
    }

    private static String sampleUrl(Path file) throws Config.Unusable {
        try {
            if (!Files.exists(file)) Sample.create(file);
            return "sqlite:" + file.toString().replace("%", "%25").replace(",", "%2C");
        } catch (IOException e) {
            throw new Config.Unusable(("The sample database %s cannot be made."
                    + " Free some space, or name another folder in TABLECHAT_DATA.")
                    .formatted(file));
        }
    }
}
