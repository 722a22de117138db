package tablechat.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;

/// A copy of the store in one file, made beside a TableChat that may be running and goes on meanwhile.
public final class Backup {
    private Backup() {}

    /// @param file absolute
    public record Made(Path file, int sessions, long bytes) {

        /// For people.
        public String size() {
            return bytes < 1_000_000
                    ? String.format(Locale.ENGLISH, "%.1f kB", bytes / 1e3)
                    : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6);
        }
    }

    /// @param data the data folder
    /// @param file is made, readable by its owner alone; what is there is never written over
    /// @throws StoreUnusable with one line for a person; the file is not there then
    public static Made make(Path data, Path file) throws StoreUnusable {
        Path folder = data.toAbsolutePath().normalize();
        Path store = DataFolder.store(folder);
        if (!Files.exists(store)) throw new StoreUnusable("There is no store in %s yet, so there is nothing to back up.".formatted(folder));
        NativeLibrary.provide(folder);
        Migrations.version(store);
        Path target = file.toAbsolutePath().normalize();
        try {
            DataFolder.create(target);
        } catch (FileAlreadyExistsException e) {
            throw new StoreUnusable("%s is there already, and a backup writes over nothing. Name a new file.".formatted(target));
        } catch (IOException e) {
            throw new StoreUnusable("%s cannot be made. Name a file in a folder that is there and can be written.".formatted(target));
        }
        try {
            fill(store, target);
            return new Made(target, Inspection.of(target).sessions(), Files.size(target));
        } catch (StoreUnusable | IOException | RuntimeException e) {
            delete(target);
            if (e instanceof StoreUnusable unusable) throw unusable;
            throw new StoreUnusable("%s cannot be written. Look after its disk, or name another file.".formatted(target));
        }
    }

    private static void fill(Path store, Path target) throws StoreUnusable, IOException {
        try (Connection connection = Inspection.open(store, false)) {
            Inspection.copy(connection, target);
        } catch (SQLException e) {
            SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode());
            if (code == SQLiteErrorCode.SQLITE_FULL) {
                throw new StoreUnusable("%s cannot be written: the disk is full. Free some space, or name another file.".formatted(target));
            }
            throw new StoreUnusable("%s cannot be copied to %s (%s).".formatted(store, target, code.name()));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // an unfinished file stays: --restore would tell
        }
    }
}
