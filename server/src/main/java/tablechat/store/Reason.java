package tablechat.store;

import java.sql.SQLException;
import org.sqlite.SQLiteException;
import tablechat.protocol.Nullable;

/// Why a change could not be stored.
final class Reason {
    private Reason() {}

    /// SQLite's name for what went wrong, such as `SQLITE_FULL`.
    static String of(Throwable failure) {
        SQLException sql = sqlite(failure);
        return sql instanceof SQLiteException known ? known.getResultCode().name() : failure.getClass().getSimpleName();
    }

    /// A full disk or an I/O error ends the whole transaction; SQLite may already have rolled it back.
    static boolean endsTransaction(Throwable failure) {
        return !of(failure).startsWith("SQLITE_CONSTRAINT") && sqlite(failure) != null;
    }

    /// For the person whose change it was.
    static String sentence(String reason) {
        return switch (reason) {
            case "SQLITE_FULL" -> "The disk that holds TableChat's data is full. Nothing was changed; free some space, then try again.";
            case "SQLITE_BUSY" -> "Another program holds TableChat's store. Nothing was changed; try again when that one is done.";
            default -> "The store cannot be written now (%s). Nothing was changed; look after the data folder's disk, then try again."
                    .formatted(reason);
        };
    }

    private static @Nullable SQLException sqlite(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return sql;
        }
        return null;
    }
}
