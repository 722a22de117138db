package tablechat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The folder that holds the store, for its owner alone (0700, files 0600), locked while a process uses it.
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;
    private final boolean isNew;

    private DataFolder(Path folder, FileChannel lock, boolean isNew) {
        this.folder = folder;
        this.lock = lock;
        this.isNew = isNew;
    }

    static DataFolder open(Path folder) throws StoreUnusable {
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            boolean isNew = !Files.exists(folder.resolve("tablechat.db"));
            return new DataFolder(folder, lock(folder), isNew);
        } catch (IOException e) {
            throw new StoreUnusable(file(folder)
                    .map(file -> "The data folder %s cannot be made: %s is a file. Name another in TABLECHAT_DATA."
                            .formatted(folder, file))
                    .orElse("The data folder %s cannot be written. Mend its permissions, or name another in TABLECHAT_DATA."
                            .formatted(folder)));
        }
    }

    /// What stands in the folder's way: itself or one above it.
    private static Optional<Path> file(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent).filter(Files::isRegularFile).findFirst();
    }

    private static FileChannel lock(Path folder) throws IOException, StoreUnusable {
        FileChannel channel = FileChannel.open(
                folder.resolve("tablechat.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly(folder, "rw-------"));
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException e) {
            // held by this very process: said below as for any other
        }
        channel.close();
        throw new StoreUnusable("Another TableChat is using the data folder %s. Stop it, or name another in TABLECHAT_DATA."
                .formatted(folder));
    }

    /// The store's file, made empty for its owner alone when it is not there yet: SQLite gives its side files the same mode.
    Path database() throws StoreUnusable {
        Path file = folder.resolve("tablechat.db");
        try {
            if (!Files.exists(file)) Files.createFile(file, ownerOnly(folder, "rw-------"));
            return file;
        } catch (IOException e) {
            throw new StoreUnusable("The file %s cannot be made. Mend the folder's permissions, or name another in TABLECHAT_DATA."
                    .formatted(file));
        }
    }

    Path path() {
        return folder;
    }

    /// True when there was no store in it before this start.
    boolean isNew() {
        return isNew;
    }

    private static FileAttribute<?>[] ownerOnly(Path folder, String mode) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
