package tablechat.process;

import java.io.IOException;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.testing.ServerProcess;

/// Lets calls of the store's writer to the system fail.
///
/// @see <a href="https://man7.org/linux/man-pages/man1/strace.1.html">strace, tampering</a>
final class Injection implements AutoCloseable {
    private final String expression;
    private @Nullable Process tracer;

    /// @param expression which calls, and how, as strace has it
    Injection(String expression) {
        this.expression = expression;
    }

    static boolean isPossible() throws InterruptedException {
        return Shell.can("strace", "-o", "/dev/null", "true");
    }

    void begin(ServerProcess server) throws IOException, InterruptedException {
        var command = List.of("strace", "-o", "/dev/null", "-e", expression, "-p", Shell.thread(server, "store-writer"));
        tracer = new ProcessBuilder(command).start();
        // It says when it has begun.
        String said = tracer.errorReader().readLine();
        if (said == null || !said.endsWith(" attached")) throw new IOException("strace: " + said);
    }

    void end() throws InterruptedException {
        tracer.destroy();
        tracer.waitFor();
    }

    @Override
    public void close() {
        if (tracer != null) tracer.destroyForcibly();
    }
}
