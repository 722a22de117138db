package tablechat.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/// Watches over one who writes to a client, and interrupts him when the client has taken nothing for a while: nothing else ends a
/// write that is stuck. Made and closed by the thread that writes.
final class Stall implements AutoCloseable {
    private static final int LOOKS = 4;

    private final Thread writer = Thread.currentThread();
    private final Thread watch;
    private long movedNanos = System.nanoTime();
    private boolean over;

    Stall(Duration max) {
        watch = Thread.ofVirtual().name("stall").start(() -> watch(max));
    }

    /// The stream, watched.
    OutputStream over(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                moved();
            }
        };
    }

    private synchronized void moved() {
        movedNanos = System.nanoTime();
    }

    private void watch(Duration max) {
        try {
            while (!ended(max)) Thread.sleep(max.dividedBy(LOOKS));
        } catch (InterruptedException e) {
            // all was written
        }
    }

    private synchronized boolean ended(Duration max) {
        if (!over && System.nanoTime() - movedNanos > max.toNanos()) {
            over = true;
            writer.interrupt();
        }
        return over;
    }

    /// What the writer does next is not interrupted any more.
    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        watch.interrupt();
        Thread.interrupted();
    }
}
