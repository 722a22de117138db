package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.ServerProcess;

/// The launcher with a cache that fits, none, and ones that do not.
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void copyWhatItStarts() throws IOException {
        cache = folder.resolve("tablechat.aot");
        for (String file : List.of("tablechat", "tablechat.jar")) {
            Files.copy(TARGET.resolve(file), folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createSymbolicLink(folder.resolve("libs"), TARGET.resolve("libs"));
    }

    @Test
    void withoutACacheItStartsAndSaysNothing() throws Exception {
        assertStarts("");
    }

    @Test
    void aCacheThatIsNoneIsIgnoredWithOneLine() throws Exception {
        Files.writeString(cache, "this is no cache");

        assertStarts(cache + " does not fit this Java and is not used. Make it anew with: " + folder.resolve("tablechat") + " --train\n");
    }

    @Test
    void aCacheOfOtherJarsIsIgnoredWithOneLine() throws Exception {
        copyTheCache();
        Files.move(folder.resolve("tablechat.jar"), folder.resolve("other.jar"));
        Files.copy(folder.resolve("other.jar"), folder.resolve("tablechat.jar"));
        Files.setLastModifiedTime(folder.resolve("tablechat.jar"), FileTime.from(Instant.now().plusSeconds(60)));

        assertStarts(cache + " is older than the jar and is not used. Make it anew with: " + folder.resolve("tablechat") + " --train\n");
    }

    @Test
    void aCacheThatWasCutIsIgnoredWithOneLine() throws Exception {
        copyTheCache();
        byte[] whole = Files.readAllBytes(cache);
        Files.write(cache, Arrays.copyOf(whole, whole.length / 2));

        assertStarts(cache + " does not fit this Java and is not used. Make it anew with: " + folder.resolve("tablechat") + " --train\n");
    }

    @Test
    void whatIsGivenToItIsPassedOn() throws Exception {
        try (var launched = launch("--no-such-option")) {
            assertEquals(1, launched.status(), launched::toString);
            assertEquals("There is no option --no-such-option; --help lists those there are.\n", launched.err());
        }
    }

    private void copyTheCache() throws IOException {
        Path made = TARGET.resolve("tablechat.aot");
        assumeTrue(Files.exists(made), "the build made no cache");
        Files.copy(made, cache);
    }

    private void assertStarts(String said) throws Exception {
        try (var launched = launch("--version")) {
            assertEquals(0, launched.status(), launched::toString);
            assertTrue(launched.out().startsWith("tablechat/"), launched::toString);
            assertEquals(said, launched.err());
        }
    }

    private ServerProcess launch(String option) {
        return ServerProcess.run(folder, List.of(folder.resolve("tablechat").toString(), option),
                Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", System.getenv("PATH")));
    }
}
