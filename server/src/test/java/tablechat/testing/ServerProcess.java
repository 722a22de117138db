package tablechat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged jar as a process of its own, on a free port and with `FOLDER/data` for its data unless told otherwise. It sees
/// nothing of this machine's environment but what it is given here.
public final class ServerProcess implements AutoCloseable {
    public static final Path JAR = Path.of("target", "tablechat.jar").toAbsolutePath();
    private static final Path CACHE = Path.of("target", "tablechat.aot").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("TableChat is at http://\\S+:(\\d+)");
    private static final int HANG_SECONDS = 60;

    private final Process process;
    private final Transcript out;
    private final Transcript err;

    private ServerProcess(Process process) {
        this.process = process;
        out = new Transcript(process.inputReader());
        err = new Transcript(process.errorReader());
    }

    /// Starts the jar and does not wait for anything.
    ///
    /// @param folder a test's own; everything the process leaves behind is in it
    public static ServerProcess launch(Path folder, Map<String, String> environment, String... options) {
        var command = command(folder);
        command.addAll(List.of(options));
        return run(folder, command, environment);
    }

    /// How the jar is started, for another command to start it.
    public static List<String> command(Path folder) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A killed process cannot clean up: the JVM's files stay in the folder.
                "-Djava.io.tmpdir=" + temporary(folder), "-XX:-UsePerfData",
                // Compiled for a quick start: none of these processes lives for long.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (isNewest(CACHE)) command.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off"));
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    /// As the launcher has it: of an older one the JVM would take older classes.
    private static boolean isNewest(Path cache) {
        return Files.exists(cache) && cache.toFile().lastModified() > JAR.toFile().lastModified();
    }

    /// The same by any command that starts it.
    public static ServerProcess run(Path folder, List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().put("TABLECHAT_PORT", "0");
            // An Ollama on this machine would be found.
            builder.environment().put("OLLAMA_HOST", "127.0.0.1:1");
            builder.environment().put("TABLECHAT_DATA", folder.resolve("data").toString());
            builder.environment().putAll(environment);
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A process that serves.
    public static ServerProcess start(Path folder, Map<String, String> environment) throws InterruptedException {
        ServerProcess started = launch(folder, environment);
        try {
            started.port();
            return started;
        } catch (AssertionError e) {
            started.close();
            throw e;
        }
    }

    /// The port in its address line, waited for.
    public int port() throws InterruptedException {
        return Integer.parseInt(out.find(ADDRESS, HANG_SECONDS)
                .orElseThrow(() -> new AssertionError("no address line from " + this))
                .group(1));
    }

    public long pid() {
        return process.pid();
    }

    /// Ends it as a power cut does, and waits until it has gone.
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        status();
    }

    /// Asks it to end, as `docker stop` and Ctrl-C do. By its handle: [Process#destroy] would close what it still has to say.
    public void term() {
        process.toHandle().destroy();
    }

    /// Waits for its end.
    public int status() throws InterruptedException {
        if (!process.waitFor(HANG_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("it does not end: " + this);
        out.awaitEnd();
        err.awaitEnd();
        return process.exitValue();
    }

    /// What it wrote to standard output so far; all of it once [#status] returned.
    public String out() {
        return out.toString();
    }

    /// The same of standard error.
    public String err() {
        return err.toString();
    }

    @Override
    public String toString() {
        return "process %d, standard output:%n%s%nstandard error:%n%s".formatted(process.pid(), out, err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
