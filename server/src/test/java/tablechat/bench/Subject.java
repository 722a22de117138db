package tablechat.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tablechat.testing.ServerProcess;

/// The server that is measured, a process with its data in `FOLDER/data`; `acceptedMs` is how long it took from the start of the
/// process until it accepted a WebSocket.
record Subject(ServerProcess process, int port, double acceptedMs) implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final int LOOK_AGAIN_MILLISECONDS = 2;
    private static final int HANG_SECONDS = 60;

    /// By the launcher, from the AOT cache.
    static Subject launched(Path folder, Provider provider) throws IOException, InterruptedException {
        return launched(folder, asking(provider));
    }

    /// The same without a model to ask, as on a fresh machine.
    static Subject launchedOffline(Path folder) throws IOException, InterruptedException {
        return launched(folder, Map.of());
    }

    private static Subject launched(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        if (!Files.exists(TARGET.resolve("tablechat.aot"))) throw new IOException("there is no AOT cache beside the jar");
        return start(folder, settings, List.of(TARGET.resolve("tablechat").toString()));
    }

    /// By `java -jar`.
    static Subject plain(Path folder, Provider provider) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(folder, asking(provider), List.of(java, "-jar", TARGET.resolve("tablechat.jar").toString()));
    }

    private static Map<String, String> asking(Provider provider) {
        return Map.of("TABLECHAT_MODEL", "openai/bench", "OPENAI_BASE_URL", provider.url());
    }

    private static Subject start(Path folder, Map<String, String> settings, List<String> command)
            throws IOException, InterruptedException {
        int port = freePort();
        var environment = new HashMap<>(settings);
        environment.put("TABLECHAT_PORT", "" + port);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", System.getenv("PATH"));
        long start = System.nanoTime();
        var process = ServerProcess.run(folder, command, environment);
        try (var first = accepted(port, start)) {
            double acceptedMs = (System.nanoTime() - start) / 1e6;
            first.await("welcome");
            return new Subject(process, port, acceptedMs);
        }
    }

    private static LightClient accepted(int port, long start) throws IOException, InterruptedException {
        while (true) {
            try {
                return new LightClient(port);
            } catch (ConnectException e) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(HANG_SECONDS)) throw e;
                Thread.sleep(LOOK_AGAIN_MILLISECONDS);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    LightClient client() throws IOException {
        return new LightClient(port);
    }

    /// Of all its threads since its start.
    double cpuSeconds() {
        return handle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /// Kilobytes that are in memory now.
    double residentKb() throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }

    /// Has it throw away what nobody needs any more.
    void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, "" + process.pid(), "GC.run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private ProcessHandle handle() {
        return ProcessHandle.of(process.pid()).orElseThrow();
    }

    @Override
    public void close() {
        process.term();
        try {
            process.status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.close();
        }
    }
}
