package tablechat.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What DuckDB's errors mean, in words. They have no codes: `Catalog Error: Table with name x does not exist!`, then more lines.
final class DuckDbErrors implements Errors {
    private static final Pattern DECORATION = Pattern.compile("^(?:[A-Z][A-Za-z-]* )+Error: ");
    private static final Pattern MISSING_TABLE = Pattern.compile("Table with name \"?(.+?)\"? does not exist.*");
    private static final Pattern MISSING_COLUMN = Pattern.compile(
            "Referenced column \"(.+?)\" not found.*|Table \".+?\" does not have a column named \"(.+?)\".*");

    /// What the engine's settings refuse with.
    private static final List<String> REFUSALS = List.of(
            "attached in read-only mode", "disabled by configuration", "disabled through configuration",
            "configuration has been locked");

    private final Path file;

    DuckDbErrors(Path file) {
        this.file = file;
    }

    @Override
    public String sentence(SQLException failure) {
        String message = message(failure);
        if (message.startsWith("INTERRUPT Error") || isLost(failure)) return "It was stopped.";
        if (message.startsWith("Out of Memory Error")) {
            return "The query needs more than %,d MB of memory; ask for less at once.".formatted(DuckDb.MEMORY_MEGABYTES_MAX);
        }
        if (message.contains("attached in read-only mode")) return "The database is opened read-only, and this would write.";
        return Sentence.of(reason(message));
    }

    @Override
    public Optional<String> unusable(SQLException failure) {
        String message = message(failure);
        if (message.contains("Could not set lock")) {
            return Optional.of("Another program has %s open to write, and DuckDB lets nobody in beside it.".formatted(file));
        }
        if (message.contains("not a valid DuckDB database")) {
            return Optional.of("%s is not a DuckDB database, or it is damaged.".formatted(file));
        }
        if (message.contains("newer version of DuckDB")) {
            return Optional.of("%s was written by a newer DuckDB than this program knows.".formatted(file));
        }
        if (message.startsWith("IO Error") || message.startsWith("FATAL Error") || message.startsWith("Serialization Error")) {
            return Optional.of(Sentence.of(reason(message)));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Missing> missing(SQLException failure) {
        String reason = reason(message(failure));
        Matcher table = MISSING_TABLE.matcher(reason);
        if (table.matches()) return Optional.of(new Missing(true, lastPart(table.group(1))));
        Matcher column = MISSING_COLUMN.matcher(reason);
        if (!column.matches()) return Optional.empty();
        return Optional.of(new Missing(false, column.group(1) != null ? column.group(1) : column.group(2)));
    }

    static boolean isRefusal(SQLException failure) {
        return REFUSALS.stream().anyMatch(message(failure)::contains);
    }

    /// The driver's words for an error it has lost; a cancel is told so too.
    static boolean isLost(SQLException failure) {
        return message(failure).endsWith("Invalid result set");
    }

    private static String message(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip();
    }

    /// The first line without what kind of error it is.
    private static String reason(String message) {
        String first = message.lines().findFirst().orElse("");
        return DECORATION.matcher(first).replaceFirst("").replaceFirst("!$", "");
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
