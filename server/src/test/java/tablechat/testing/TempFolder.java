package tablechat.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import tablechat.protocol.Nullable;

/// A folder that goes with all that is in it. For what outlives a test, or begins before it; else `@TempDir` does.
public record TempFolder(Path path) implements AutoCloseable {

    /// Its path is short: Chromium ends at once where that of its socket would be over 107 characters.
    public static TempFolder create() throws IOException {
        return new TempFolder(Files.createTempDirectory("tablechat-"));
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            /// Whoever used the folder may be clearing it up at the same time.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (Files.exists(file)) throw failure;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
