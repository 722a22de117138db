package tablechat.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tablechat.protocol.Nullable;

/// Puts a copy of a store in the store's place, while no TableChat uses the folder. Whenever it is cut short, the folder has the
/// former store or the restored one, and all of the former is there.
public final class Restore {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /// How long another program that uses the store is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Restore() {}

    /// @param aside what the store that was there before is called now; null where there was none
    /// @param isOlder whether the next start has to bring it up to date
    public record Done(Path store, int sessions, @Nullable Path aside, boolean isOlder) {}

    /// @param data the data folder, made where it is not there
    /// @throws StoreUnusable with one line for a person; the store is what it was
    public static Done from(Path file, Path data) throws StoreUnusable {
        Path source = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
            throw new StoreUnusable("There is no file %s that can be read.".formatted(source));
        }
        try (DataFolder folder = DataFolder.open(data.toAbsolutePath().normalize())) {
            NativeLibrary.provide(folder.path());
            Path store = DataFolder.store(folder.path());
            if (Files.exists(store) && Files.isSameFile(source, store)) {
                throw new StoreUnusable("%s is the store itself. Name a copy that --backup made.".formatted(source));
            }
            Inspection inspection;
            Path copy;
            try {
                inspection = Inspection.of(source);
                copy = copied(source, store);
            } catch (StoreUnusable e) {
                throw new StoreUnusable(e.getMessage() + " Nothing was changed.");
            }
            Path aside = keptAside(store, copy);
            Files.move(copy, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Inspection.sync(folder.path());
            return new Done(store, inspection.sessions(), aside, inspection.version() < Migrations.FILES.size());
        } catch (IOException e) {
            throw new StoreUnusable("The store in %s cannot be replaced. Mend the folder's permissions, or free some space."
                    .formatted(data.toAbsolutePath().normalize()));
        }
    }

    private static Path copied(Path source, Path store) throws StoreUnusable, IOException {
        Path copy = store.resolveSibling(store.getFileName() + ".restoring");
        Files.deleteIfExists(copy);
        DataFolder.create(copy);
        try (Connection connection = Inspection.open(source, true)) {
            Inspection.copy(connection, copy);
            return copy;
        } catch (SQLException e) {
            Files.deleteIfExists(copy);
            throw Inspection.unreadable(source, e);
        }
    }

    private static @Nullable Path keptAside(Path store, Path copy) throws StoreUnusable, IOException {
        try {
            return Files.exists(store) ? aside(store) : null;
        } catch (StoreUnusable | IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /// A second name for the store, which is whole without its log by then: whenever this is cut short, a log never meets another
    /// store than its own.
    private static Path aside(Path store) throws StoreUnusable, IOException {
        Path log = store.resolveSibling(store.getFileName() + "-wal");
        boolean damaged = Files.exists(log) && !takesIn(log, store);
        String name = store.getFileName() + ".before-restore-" + TIME.format(Instant.now());
        Path aside = store.resolveSibling(name);
        for (int i = 2; !linked(store, aside); i++) aside = store.resolveSibling(name + "-" + i);
        if (damaged) Files.move(log, aside.resolveSibling(aside.getFileName() + "-wal"));
        Files.deleteIfExists(store.resolveSibling(store.getFileName() + "-shm"));
        return aside;
    }

    /// Brings what a crash left in the log into the store, and ends the log.
    ///
    /// @return false where the store is damaged: nothing was changed then
    private static boolean takesIn(Path log, Path store) throws StoreUnusable {
        try (Connection reading = Inspection.open(store, true)) {
            Inspection.first(reading, "select count(*) from sqlite_schema");
        } catch (SQLException e) {
            if (StoreUnusable.isDamage(e)) return false;
            throw StoreUnusable.because(store, e);
        }
        try (Connection last = new StoreFile(store, PATIENCE).open()) {
            Inspection.first(last, "pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw StoreUnusable.because(store, e);
        }
        if (!Files.exists(log)) return true;
        throw new StoreUnusable("Another program has %s open. Close it, then try again. Nothing was changed.".formatted(store));
    }

    private static boolean linked(Path store, Path aside) throws IOException {
        try {
            Files.createLink(aside, store);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            Files.copy(store, aside);
            return true;
        }
    }
}
