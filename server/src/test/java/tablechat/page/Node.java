package tablechat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs JavaScript past any browser. Where Node is not installed the test is skipped with a line; on a build server it fails.
public final class Node {
    private static final int HANG_SECONDS = 120;

    private Node() {}

    /// Fails with what Node wrote unless it ends well.
    ///
    /// @param folder a test's own, for the output
    /// @return the output
    public static String run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("node-output");
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Process node = start(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()));
        try {
            assertTrue(node.waitFor(HANG_SECONDS, TimeUnit.SECONDS), "Node does not end");
            assertEquals(0, node.exitValue(), Files.readString(output));
            return Files.readString(output);
        } finally {
            node.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            String line = "Node is not installed: the tests of the page's modules did not run.";
            if ("true".equals(System.getenv("CI"))) return fail(line);
            System.out.println(line);
            return abort(line);
        }
    }
}
