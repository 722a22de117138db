package tablechat.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// The data folder or the file in it cannot be used; nothing in it was changed. The message is one line for a person.
public final class StoreUnusable extends Exception {
    private static final long serialVersionUID = 1;
    private static final String UNWRITABLE =
            "cannot be written. Mend its permissions and its folder's, or name another folder in TABLECHAT_DATA.";

    StoreUnusable(String message) {
        super(message);
    }

    static StoreUnusable unwritable(Path file) {
        return new StoreUnusable(file + " " + UNWRITABLE);
    }

    /// Whether that is the file's own fault, and not of the moment.
    static boolean isDamage(SQLException reason) {
        return switch (SQLiteErrorCode.getErrorCode(reason.getErrorCode())) {
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT -> true;
            default -> false;
        };
    }

    /// What SQLite found wrong with the file, as a sentence with a way out.
    static StoreUnusable because(Path file, SQLException reason) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(reason.getErrorCode());
        return new StoreUnusable(file + " " + switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT ->
                    "is not a database that TableChat can read. Move it away, or name another folder in TABLECHAT_DATA.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> UNWRITABLE;
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "is in use by another program. Stop that one, or name another folder in TABLECHAT_DATA.";
            case SQLITE_FULL -> "cannot be written: the disk is full. Free some space, or name another folder in TABLECHAT_DATA.";
            default -> "cannot be used (%s). Look after its disk, or name another folder in TABLECHAT_DATA.".formatted(code.name());
        });
    }
}
