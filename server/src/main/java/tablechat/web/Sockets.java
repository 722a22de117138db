package tablechat.web;

import static java.lang.System.Logger.Level.ERROR;

import io.helidon.websocket.WsCloseCodes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The open sockets, and the one clock that looks after all of them.
final class Sockets {
    private static final System.Logger LOG = System.getLogger(Sockets.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Set<WebSocket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sockets").factory());
    private volatile boolean closing;

    Sockets(Timings timings) {
        long tick = timings.tick().toMillis();
        clock.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    void add(WebSocket socket) {
        open.add(socket);
        if (closing) sayGoodbye(socket);
    }

    void remove(WebSocket socket) {
        open.remove(socket);
    }

    int count() {
        return open.size();
    }

    long pendingBytes() {
        return open.stream().mapToLong(WebSocket::pendingBytes).sum();
    }

    /// Closes all with 1001, waits until they have gone but at most so long, and cuts the rest.
    void closeAll(Duration wait) {
        closing = true;
        open.forEach(Sockets::sayGoodbye);
        long deadline = System.nanoTime() + wait.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < deadline) Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(WebSocket::cut);
        clock.shutdownNow();
    }

    private static void sayGoodbye(WebSocket socket) {
        socket.close(WsCloseCodes.GOING_AWAY, "the server stops");
    }

    private void tick() {
        long now = System.nanoTime();
        for (WebSocket socket : open) {
            try {
                socket.tick(now);
            } catch (RuntimeException bug) {
                // The edge of the clock's thread: one socket's failure must not stop the clock for all others.
                LOG.log(ERROR, "looking after a socket failed", bug);
            }
        }
    }
}
