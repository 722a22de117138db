package tablechat.page;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page's pure modules have tests in their own language. They run where Node is installed; on a build server it has to be.
class ModulesTest {
    private static final Path TESTS = Path.of("server", "src", "test", "js");

    @TempDir
    Path folder;

    @Test
    void theTestsOfThePagesModulesPass() throws Exception {
        // Named one by one: what Node makes of a folder's name differs from version to version.
        List<String> command = new ArrayList<>(List.of("--test"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString).filter(name -> name.endsWith(".test.mjs")).sorted().forEach(command::add);
        }
        assertNotEquals(1, command.size(), "no tests in " + TESTS);

        Node.run(folder, command.toArray(String[]::new));
    }
}
