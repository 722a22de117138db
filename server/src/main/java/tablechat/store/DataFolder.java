package tablechat.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
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
    private static final System.Logger LOG = System.getLogger(DataFolder.class.getName());
    private static final String STORE = "tablechat.db";
    private static final String LOCK = "tablechat.lock";
    /// The store, its side files and copies, the lock, SQLite's library.
    private static final String OURS = "{" + STORE + "*," + LOCK + ",sqlite-*}";
    private static final String FILE_MODE = "rw-------";
    private static final String FOLDER_MODE = "rwx------";
    /// The mode bit of a folder in which everybody may remove their own files only.
    private static final int STICKY = 01000;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Whether there is a store in it. Makes nothing.
    ///
    /// @throws StoreUnusable there is none and none can be made
    static boolean holdsStore(Path folder) throws StoreUnusable {
        if (Files.exists(folder.resolve(STORE))) return true;
        Path there = Stream.iterate(folder, Objects::nonNull, Path::getParent).filter(Files::exists).findFirst().orElseThrow();
        if (!Files.isDirectory(there) || !Files.isWritable(there)) throw unusable(folder);
        return false;
    }

    /// Where its store is or would be.
    static Path store(Path folder) {
        return folder.resolve(STORE);
    }

    static DataFolder open(Path folder) throws StoreUnusable {
        try {
            Files.createDirectories(folder, ownerOnly(folder, FOLDER_MODE));
            return new DataFolder(folder, lock(folder));
        } catch (IOException e) {
            throw unusable(folder);
        }
    }

    private static StoreUnusable unusable(Path folder) {
        return new StoreUnusable(file(folder)
                .map(file -> "The data folder %s cannot be made: %s is a file. Name another in TABLECHAT_DATA."
                        .formatted(folder, file))
                .orElse("The data folder %s cannot be written. Mend its permissions, or name another in TABLECHAT_DATA."
                        .formatted(folder)));
    }

    /// What stands in the folder's way: itself or one above it.
    private static Optional<Path> file(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent).filter(Files::isRegularFile).findFirst();
    }

    private static FileChannel lock(Path folder) throws IOException, StoreUnusable {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly(folder, FILE_MODE));
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
        Path file = folder.resolve(STORE);
        if (Files.isDirectory(file)) {
            throw new StoreUnusable("%s is a folder, where the store's file should be. Move it away, or name another in TABLECHAT_DATA."
                    .formatted(file));
        }
        try {
            if (!Files.exists(file)) create(file);
            // SQLite would take it all the same, and leave side files that cannot be written either.
            if (!Files.isWritable(file)) throw StoreUnusable.unwritable(file);
            return file;
        } catch (IOException e) {
            throw new StoreUnusable("The file %s cannot be made. Mend the folder's permissions, or name another in TABLECHAT_DATA."
                    .formatted(file));
        }
    }

    Path path() {
        return folder;
    }

    /// An empty file for its owner alone.
    static void create(Path file) throws IOException {
        Files.createFile(file, ownerOnly(file, FILE_MODE));
    }

    /// Takes from everybody else what they may do here, if the folder or a file of ours in it was made or copied otherwise. The
    /// owner gets nothing that he did not have. A folder that many share on purpose, as they do `/tmp`, is left open.
    void shut() {
        if (!isPosix(folder)) return;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OURS)) {
            for (Path file : files) shut(file, FILE_MODE);
            if (((int) Files.getAttribute(folder, "unix:mode") & STICKY) == 0) shut(folder, FOLDER_MODE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "others may read in the data folder, and it cannot be changed: {0}", e.getMessage());
        }
    }

    private static void shut(Path path, String mode) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.retainAll(PosixFilePermissions.fromString(mode))) Files.setPosixFilePermissions(path, permissions);
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String mode) {
        if (!isPosix(path)) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
