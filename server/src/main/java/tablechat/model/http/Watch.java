package tablechat.model.http;

import java.io.Closeable;
import java.time.Duration;

/// Closes a socket when what is done with it takes too long, where reads or writes know no limit for the whole of it. To be closed
/// when it is done.
final class Watch implements AutoCloseable {
    private final Thread thread;
    private volatile boolean late;

    Watch(Closeable socket, Duration limit) {
        thread = Thread.ofVirtual().name("watch").start(() -> closeAfter(limit, socket));
    }

    /// Whether it took too long.
    boolean late() {
        return late;
    }

    private void closeAfter(Duration limit, Closeable socket) {
        try {
            Thread.sleep(limit);
            late = true;
            Line.closeQuietly(socket);
        } catch (InterruptedException e) {
            return; // it is done
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
