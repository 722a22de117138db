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
import tablechat.testing.DeadPort;
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
        var port = new DeadPort();
        var environment = Map.of("TABLECHAT_PORT", "" + port.number());
        var server = ServerProcess.start(folder, environment);
        try (port) {
            String url = "ws://127.0.0.1:%d/ws".formatted(port.number());
            var pages = new FutureTask<>(() ->
                    Node.run(folder, "--experimental-websocket", "--no-warnings", PAGES, url, open.toString()));
            Thread.ofVirtual().start(pages);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
            while (!Files.exists(open) && !pages.isDone() && System.nanoTime() < end) Thread.sleep(20);

            server.kill();
            Thread.sleep(AWAY);
            server = ServerProcess.start(folder, environment);

            String said = pages.get(HANG_SECONDS, TimeUnit.SECONDS);
            assertTrue(said.contains("all 20 back"), said);
            Proofs.report("restart under 20 pages: %s", said.strip());
        } finally {
            server.close();
        }
    }
}
