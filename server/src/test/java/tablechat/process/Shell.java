package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tablechat.testing.ServerProcess;

/// What the system's own tools do to a process, and waiting for what becomes of it.
final class Shell {
    private static final int HANG_SECONDS = 60;
    private static final int LOOK_AGAIN_MILLISECONDS = 5;

    private Shell() {}

    /// Something that comes to hold.
    interface Condition {
        boolean holds() throws Exception;
    }

    static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + HANG_SECONDS * 1_000_000_000L;
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) throw new AssertionError("waited in vain for " + what);
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
        }
    }

    /// Lets it stand still, as a moment in which the disk is looked at.
    static void halt(ServerProcess process) throws IOException, InterruptedException {
        run("sh", "-c", "kill -STOP " + process.pid());
    }

    static void goOn(ServerProcess process) throws IOException, InterruptedException {
        run("sh", "-c", "kill -CONT " + process.pid());
    }

    static void run(String... command) throws IOException, InterruptedException {
        assertEquals(0, status(command), () -> String.join(" ", command));
    }

    /// Whether a command is there and can do this here.
    static boolean can(String... command) throws InterruptedException {
        try {
            return status(command) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int status(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /// The number of a process's thread of that name, as Linux counts.
    static String thread(ServerProcess process, String name) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/%d/task".formatted(process.pid())))) {
            List<Path> found = threads.filter(thread -> name.equals(name(thread))).toList();
            assertEquals(1, found.size(), name);
            return found.getFirst().getFileName().toString();
        }
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // it has ended
        }
    }
}
