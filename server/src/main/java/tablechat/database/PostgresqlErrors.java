package tablechat.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import tablechat.protocol.Nullable;

/// What PostgreSQL's errors mean, in words, by their codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
final class PostgresqlErrors implements Errors {
    static final String READ_ONLY = "25006";

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final Pattern RELATION = Pattern.compile(
            "(?:relation|table) \"(?:.*\\.)?(.+?)\" .*|.*FROM-clause entry for table \"(.+?)\".*");
    private static final Pattern COLUMN = Pattern.compile("column (?:\"(.+?)\"|(\\S+)) .*");

    private final Server server;

    PostgresqlErrors(Server server) {
        this.server = server;
    }

    @Override
    public String sentence(SQLException failure) {
        if (isTooLarge(failure)) return "A value of it is too large to be read here; ask for a part of it.";
        return switch (state(failure)) {
            case READ_ONLY -> message(failure).startsWith("Only one") ? message(failure)
                    : "This connection only reads, and this would write.";
            case "57014" -> message(failure).contains("statement timeout") ? Fallback.STOPPED : "It was stopped.";
            case "53200", "53400", "54000" -> "The server has not the memory or room for it: " + Sentence.of(message(failure));
            default -> Sentence.of(message(failure));
        };
    }

    @Override
    public Optional<String> unusable(SQLException failure) {
        if (isTooLarge(failure)) return Optional.empty();
        Optional<String> network = Unreachable.sentence(failure, server);
        return network.isPresent() ? network : Optional.ofNullable(
                switch (state(failure)) {
                    case "28P01" -> "%s does not let %s in: the password is wrong, or there is no such login."
                            .formatted(server, server.user());
                    case "28000" -> "%s does not let %s in: %s".formatted(server, server.user(), Sentence.of(message(failure)));
                    case "3D000" -> "There is no database %s at %s.".formatted(database(), server);
                    case "42501" -> message(failure).contains("for database")
                            ? "%s may not connect to the database %s.".formatted(server.user(), database()) : null;
                    case "53300" -> "%s has no connection left to give; try again in a moment.".formatted(server);
                    case "57P01", "57P02", "57P05" -> "The database at %s was shut down, or ended this connection.".formatted(server);
                    case "57P03" -> "The database at %s is starting up or shutting down; try again in a moment.".formatted(server);
                    case "08004" -> refused(failure);
                    case "08000", "08001", "08003", "08006", "08007", "08P01", "08S01" -> "The connection to %s broke: %s"
                            .formatted(server, Sentence.of(message(failure)));
                    default -> null;
                });
    }

    @Override
    public Optional<Missing> missing(SQLException failure) {
        String state = state(failure);
        if (!state.equals(UNDEFINED_TABLE) && !state.equals(UNDEFINED_COLUMN)) return Optional.empty();
        boolean table = state.equals(UNDEFINED_TABLE);
        Matcher matcher = (table ? RELATION : COLUMN).matcher(message(failure));
        if (!matcher.matches()) return Optional.empty();
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return Optional.of(new Missing(table, name.substring(name.lastIndexOf('.') + 1)));
    }

    /// Class 28 is "invalid authorization"; 08004 is the driver's own, for a password or TLS that is asked for and not there.
    @Override
    public boolean denies(SQLException failure) {
        return state(failure).startsWith("28") || state(failure).equals("08004");
    }

    static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /// The server's own words, without severity, position and hint.
    static String message(SQLException failure) {
        if (failure instanceof PSQLException e && e.getServerErrorMessage() != null) {
            @Nullable String words = e.getServerErrorMessage().getMessage();
            if (words != null) return words;
        }
        return String.valueOf(failure.getMessage());
    }

    /// The driver stopped reading at the limit we gave it, and closed the connection.
    private static boolean isTooLarge(SQLException failure) {
        return message(failure).startsWith("Result set exceeded maxResultBuffer");
    }

    private String refused(SQLException failure) {
        String message = message(failure);
        if (message.contains("does not support SSL")) return "TLS with %s failed: the server does not offer it.".formatted(server);
        if (message.contains("no password was provided")) {
            return "%s asks %s for a password, and none was given.".formatted(server, server.user());
        }
        return "%s does not let %s in: %s".formatted(server, server.user(), Sentence.of(message));
    }

    private String database() {
        return server.database() == null ? server.user() : server.database();
    }
}
