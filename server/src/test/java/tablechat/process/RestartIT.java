package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.page.Node;
import tablechat.testing.Gate;
import tablechat.testing.Proofs;
import tablechat.testing.ServerProcess;

/// A server that is killed under twenty pages and started again has them all back, but not all at once.
@Timeout(300)
class RestartIT {
    private static final String PAGES = Path.of("server", "src", "test", "js", "pages.mjs").toString();
    private static final Duration AWAY = Duration.ofMillis(1_500);
    private static final int HANG_SECONDS = 150;

    @TempDir
    Path folder;

    @Test
    void allPagesComeBackEachAfterAWaitOfItsOwn() throws Exception {
        Path open = folder.resolve("open");
        // Its port is the pages', whatever becomes of the server's.
        var gate = Gate.silent();
        var environment = Map.of("TABLECHAT_ALLOWED_HOSTS", "127.0.0.1:" + gate.port());
        var server = ServerProcess.start(folder, environment);
        try (gate) {
            gate.open(server.port());
            var pages = new FutureTask<>(() -> Node.run(
                    folder, "--experimental-websocket", "--no-warnings", PAGES, "ws://127.0.0.1:" + gate.port() + "/ws", open.toString()));
            Thread.ofVirtual().start(pages);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
            while (!Files.exists(open) && !pages.isDone() && System.nanoTime() < end) Thread.sleep(20);

            server.kill();
            gate.shut();
            Thread.sleep(AWAY);
            server = ServerProcess.start(folder, environment);
            gate.open(server.port());

            String said = pages.get(HANG_SECONDS, TimeUnit.SECONDS);
            assertTrue(said.contains("all 20 back"), said);
            Proofs.report("restart under 20 pages: %s", said.strip());
        } finally {
            server.close();
        }
    }
}
