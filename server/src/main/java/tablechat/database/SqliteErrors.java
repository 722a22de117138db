package tablechat.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tablechat.protocol.Nullable;

/// What SQLite's errors mean, in words. The driver writes `[SQLITE_ERROR] SQL error or missing database (no such table: x)`.
final class SqliteErrors implements Errors {
    /// What the settings refuse with; `backup` is the driver's own word, which it looks for in plain statements only.
    private static final List<String> REFUSALS = List.of(
            "too many attached databases", "not authorized", "table sqlite_master may not be modified", "near \"backup\"");

    private static final int PRIMARY_CODE = 0xff;

    /// https://www.sqlite.org/fileformat.html: a database in WAL mode has 2 as its file format read version.
    private static final int READ_VERSION_OFFSET = 19;

    private static final int WAL = 2;

    private static final Pattern MISSING = Pattern.compile(
            "no such (table|column): (.+?)(?: - should this be a string literal in single-quotes\\?)?", Pattern.DOTALL);

    private final Path file;

    SqliteErrors(Path file) {
        this.file = file;
    }

    @Override
    public String sentence(SQLException failure) {
        return switch (primary(failure)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program has locked the database; try again in a moment.";
            case SQLITE_INTERRUPT -> "It was stopped.";
            case SQLITE_TOOBIG -> "A value is too large: %d MB can be read as they are stored, %d MB where a function or operator works "
                            .formatted(Sqlite.STORED_BYTES_MAX / (1024 * 1024), Sqlite.VALUE_BYTES_MAX / 1_000_000)
                    + "on them, in a row of many columns less. Ask for the other columns by name, without that one.";
            case SQLITE_READONLY -> "The database is opened read-only, and this would write.";
            case null, default -> Sentence.of(message(failure));
        };
    }

    @Override
    public Optional<String> unusable(SQLException failure) {
        return Optional.ofNullable(
                switch (primary(failure)) {
                    case SQLITE_NOTADB -> "%s is not an SQLite database, or it is encrypted.".formatted(file);
                    case SQLITE_CORRUPT -> "The database %s is damaged.".formatted(file);
                    case SQLITE_CANTOPEN -> cannotOpen();
                    case SQLITE_PERM -> "The file %s may not be read by this program.".formatted(file);
                    case SQLITE_IOERR -> "The file %s cannot be read: the disk reports an error.".formatted(file);
                    // A read-only connection to a WAL database says so when it cannot make the files it shares.
                    case SQLITE_READONLY -> isRefusal(failure) ? null : cannotOpen();
                    case null, default -> null;
                });
    }

    @Override
    public Optional<Missing> missing(SQLException failure) {
        Matcher matcher = MISSING.matcher(message(failure));
        if (!matcher.matches()) return Optional.empty();
        String name = matcher.group(2);
        String unqualified = name.substring(name.lastIndexOf('.') + 1).replaceAll("^[\"`\\[]|[\"`\\]]$", "");
        return Optional.of(new Missing(matcher.group(1).equals("table"), unqualified));
    }

    /// Whether the engine's settings did what they are there for.
    static boolean isRefusal(SQLException failure) {
        if (!(failure instanceof SQLiteException e)) return false;
        return e.getResultCode() == SQLiteErrorCode.SQLITE_READONLY || e.getResultCode() == SQLiteErrorCode.SQLITE_TOOBIG
                || REFUSALS.stream().anyMatch(message(e)::contains);
    }

    /// A statement that does not fit the database, rather than a database in trouble.
    static boolean isOfSchema(SQLException failure) {
        return primary(failure) == SQLiteErrorCode.SQLITE_ERROR;
    }

    /// Null for what the driver itself complains of.
    private static @Nullable SQLiteErrorCode primary(SQLException failure) {
        if (!(failure instanceof SQLiteException e)) return null;
        return SQLiteErrorCode.getErrorCode(e.getResultCode().code & PRIMARY_CODE);
    }

    /// The engine's own words.
    static String message(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (!(failure instanceof SQLiteException e)) return message;
        String decoration = e.getResultCode() + " (";
        return message.startsWith(decoration) && message.endsWith(")")
                ? message.substring(decoration.length(), message.length() - 1)
                : message;
    }

    private String cannotOpen() {
        if (!isWal()) return "The file %s cannot be opened.".formatted(file);
        return "The database %s is in WAL mode, and SQLite may not create or open %s-shm beside it: "
                        .formatted(file, file.getFileName())
                + "let this program write in that folder, or switch the database to another journal mode.";
    }

    private boolean isWal() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(READ_VERSION_OFFSET + 1);
            return header.length > READ_VERSION_OFFSET && header[READ_VERSION_OFFSET] == WAL;
        } catch (IOException e) {
            return false;
        }
    }
}
