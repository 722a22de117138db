package tablechat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page's pure modules have tests in their own language. They run where Node is installed; on a build server it has to be.
class ModulesTest {
    private static final Path TESTS = Path.of("server", "src", "test", "js");
    private static final int HANG_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void theTestsOfThePagesModulesPass() throws Exception {
        // Named one by one: what Node makes of a folder's name differs from version to version.
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString).filter(name -> name.endsWith(".test.mjs")).sorted().forEach(command::add);
        }
        assertNotEquals(2, command.size(), "no tests in " + TESTS);
        Path output = folder.resolve("output");

        Process node = start(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()));

        try {
            assertTrue(node.waitFor(HANG_SECONDS, TimeUnit.SECONDS), "Node does not end");
            assertEquals(0, node.exitValue(), Files.readString(output));
        } finally {
            node.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            String line = "Node is not installed: the tests of the page's modules in %s did not run.".formatted(TESTS);
            if ("true".equals(System.getenv("CI"))) return fail(line);
            System.out.println(line);
            return abort(line);
        }
    }
}
