package tablechat.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the process holds, as the operating system counts it.
final class Memory {
    private static final int SOCKETS = 1_000;
    private static final Duration SETTLE = Duration.ofSeconds(12);
    private static final double KB_PER_MB = 1024;

    private final Measured idle = Measured.of("resident memory, idle, offline", "MB", 90);
    private final Measured ready = Measured.of("resident memory, idle, ready to ask a provider", "MB", 0);
    private final Measured loaded = Measured.of("resident memory after all of this", "MB", 180);
    private final Measured socket = Measured.of("memory for an idle socket, of 1,000", "KB", 10);

    void idle(Subject server) throws IOException, InterruptedException {
        settled(idle, server);
    }

    void ready(Subject server) throws IOException, InterruptedException {
        settled(ready, server);
    }

    private static void settled(Measured idle, Subject server) throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        idle.add(server.residentKb() / KB_PER_MB);
    }

    void loaded(Subject server) throws IOException {
        loaded.add(server.residentKb() / KB_PER_MB);
    }

    /// After a collection, before and with them; before, after two, as the second gives back more of what a rush has left.
    void sockets(Subject server) throws IOException, InterruptedException {
        var clients = new ArrayList<LightClient>();
        try {
            for (int i = 0; i < 2; i++) server.collectGarbage();
            double before = server.residentKb();
            for (int i = 0; i < SOCKETS; i++) clients.add(server.client());
            for (LightClient client : clients) client.await("welcome");
            server.collectGarbage();
            socket.add((server.residentKb() - before) / SOCKETS);
        } finally {
            for (LightClient client : clients) client.close();
        }
    }

    List<Measured> all() {
        return List.of(idle, ready, loaded, socket);
    }
}
