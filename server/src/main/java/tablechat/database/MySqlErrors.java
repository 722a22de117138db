package tablechat.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// What the errors of MySQL and MariaDB mean, in words, by their numbers: https://mariadb.com/kb/en/mariadb-error-codes/ and
/// https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
final class MySqlErrors implements Errors {
    static final int READ_ONLY = 1792;
    static final int UNKNOWN_SETTING = 1193;

    private static final int UNKNOWN_TABLE = 1146;
    private static final int UNKNOWN_TABLE_OF_COLUMN = 1109;
    private static final int UNKNOWN_COLUMN = 1054;
    private static final Pattern DECORATION = Pattern.compile("^\\(conn[=:]-?\\d+\\) ");
    private static final Pattern QUOTED = Pattern.compile("[^']*'(?:.*\\.)?([^'.]+)'.*");

    private final Server server;

    MySqlErrors(Server server) {
        this.server = server;
    }

    @Override
    public String sentence(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case READ_ONLY -> "This connection only reads, and this would write.";
            case 1317 -> "It was stopped.";
            case 1969, 3024 -> Fallback.STOPPED;
            default -> said(failure);
        };
    }

    @Override
    public Optional<String> unusable(SQLException failure) {
        return Optional.ofNullable(
                switch (failure.getErrorCode()) {
                    case 1317, 1969, 3024 -> null;
                    case 1045, 1698 -> denied();
                    case 1044 -> "%s may not use the database %s.".formatted(server.user(), server.database());
                    case 1049 -> "There is no database %s at %s.".formatted(server.database(), server);
                    case 1040, 1203, 1226 -> "%s has no connection left to give; try again in a moment.".formatted(server);
                    case 1129, 1130 -> "%s does not let this machine in: %s".formatted(server, said(failure));
                    case 1820, 1862 -> "The password of %s at %s has expired; it has to be set anew there."
                            .formatted(server.user(), server);
                    case 3159 -> "%s wants TLS; write sslmode=required into the URL.".formatted(server);
                    case 1053, 1927 -> "The database at %s was shut down, or ended this connection.".formatted(server);
                    default -> onTheWay(failure);
                });
    }

    @Override
    public Optional<Missing> missing(SQLException failure) {
        int code = failure.getErrorCode();
        if (code != UNKNOWN_TABLE && code != UNKNOWN_TABLE_OF_COLUMN && code != UNKNOWN_COLUMN) return Optional.empty();
        Matcher name = QUOTED.matcher(message(failure));
        return name.matches() ? Optional.of(new Missing(code != UNKNOWN_COLUMN, name.group(1))) : Optional.empty();
    }

    /// Whether the driver wanted TLS of a server that has none.
    static boolean hasNoTls(SQLException failure) {
        return message(failure).contains("ssl not enabled in the server");
    }

    /// The server's own words, without the connection's number.
    static String message(SQLException failure) {
        return DECORATION.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
    }

    private String denied() {
        return server.password() == null ? "%s asks %s for a password, and none was given.".formatted(server, server.user())
                : "%s does not let %s in: the password is wrong, or there is no such login.".formatted(server, server.user());
    }

    private @Nullable String onTheWay(SQLException failure) {
        if (hasNoTls(failure)) return "TLS with %s failed: the server does not offer it.".formatted(server);
        Optional<String> network = Unreachable.sentence(failure, server);
        if (network.isPresent()) return network.get();
        boolean broken = failure.getSQLState() != null && failure.getSQLState().startsWith("08");
        return broken ? "The connection to %s broke: %s".formatted(server, said(failure)) : null;
    }

    private static String said(SQLException failure) {
        return Sentence.of(message(failure));
    }
}
