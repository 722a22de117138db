package tablechat.process;

import java.util.List;
import java.util.Random;
import tablechat.protocol.Nullable;
import tablechat.testing.TestClient;

/// Three sessions in which answers stream, and a clerk who changes others, until the server is gone.
final class Load implements AutoCloseable {
    private static final int PAUSE_MILLISECONDS = 10;

    final Clerk clerk;
    final List<Talk> talks;
    private final Thread worker;
    private volatile boolean dying;
    private volatile boolean over;
    private volatile @Nullable Throwable failure;

    private Load(int port, Random random) throws InterruptedException {
        clerk = new Clerk(TestClient.at(port, "connection=sample"));
        talks = List.of(talk(port), talk(port), talk(port));
        worker = Thread.ofVirtual().unstarted(() -> work(random));
    }

    private static Talk talk(int port) throws InterruptedException {
        return new Talk(TestClient.at(port, "connection=sample")).begin();
    }

    static Load on(int port, Random random) throws InterruptedException {
        var load = new Load(port, new Random(random.nextLong()));
        load.worker.start();
        return load;
    }

    /// The server is about to be killed: what cannot be sent any more is no failure.
    void dies() {
        dying = true;
    }

    /// Ends it when the server was killed: nothing is sent any more. What was sent in vain is known to the clerk and the talks.
    void over() throws InterruptedException {
        over = true;
        worker.join();
        if (failure != null) throw new AssertionError("the load failed before the end", failure);
    }

    private void work(Random random) {
        try {
            while (!over) {
                clerk.change(random);
                for (Talk talk : talks) talk.step();
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            if (!over && !dying) failure = e;
        }
    }

    @Override
    public void close() {
        over = true;
        clerk.close();
        talks.forEach(Talk::close);
    }
}
