package tablechat.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// Logs in to MySQL or MariaDB and makes the session one that only reads and that reads SQL as the guard does. The driver gets
/// settings, never a URL that somebody wrote.
final class MySqlLogin {
    static final int CONNECT_SECONDS_MAX = 5;

    /// Those that people have in their URLs and that change nothing but how one gets there.
    static final Set<String> PARAMETERS = Set.of("sslmode", "ssl-mode", "usessl", "allowpublickeyretrieval", "charset");

    private static final String PREFER = "prefer";

    /// What the servers' own programs and the drivers call it, and what our driver does.
    private static final Map<String, String> TLS = Map.ofEntries(
            Map.entry("disable", "disable"), Map.entry("disabled", "disable"),
            Map.entry("prefer", PREFER), Map.entry("preferred", PREFER),
            Map.entry("require", "trust"), Map.entry("required", "trust"), Map.entry("trust", "trust"),
            Map.entry("verify-ca", "verify-ca"), Map.entry("verify_ca", "verify-ca"),
            Map.entry("verify-full", "verify-full"), Map.entry("verify_identity", "verify-full"));

    /// Beside `sslmode`.
    private static final Map<String, Set<String>> VALUES = Map.of(
            "usessl", Set.of("true", "false"),
            "allowpublickeyretrieval", Set.of("true", "false"),
            "charset", Set.of("utf8", "utf8mb4"));

    /// Ways to log in that never hand the password over as it is, or only through TLS.
    private static final String LOGINS = "mysql_native_password,client_ed25519,parsec,caching_sha2_password";

    /// Modes that change nothing about where strings, names and comments end. `ANSI_QUOTES`, `NO_BACKSLASH_ESCAPES` and the
    /// modes that stand for several are left out: the tokenizer reads SQL without them.
    private static final Set<String> MODES = Set.of(
            "ALLOW_INVALID_DATES", "EMPTY_STRING_IS_NULL", "ERROR_FOR_DIVISION_BY_ZERO", "HIGH_NOT_PRECEDENCE", "IGNORE_SPACE",
            "NO_ENGINE_SUBSTITUTION", "NO_UNSIGNED_SUBTRACTION", "NO_ZERO_DATE", "NO_ZERO_IN_DATE", "ONLY_FULL_GROUP_BY",
            "PAD_CHAR_TO_FULL_LENGTH", "PIPES_AS_CONCAT", "REAL_AS_FLOAT", "STRICT_ALL_TABLES", "STRICT_TRANS_TABLES",
            "TIME_ROUND_FRACTIONAL", "TIME_TRUNCATE_FRACTIONAL");

    private MySqlLogin() {}

    /// @throws Rejected when a parameter has a value that it cannot have
    static void check(Server server) {
        server.parameters().forEach((name, value) -> {
            Set<String> values = VALUES.getOrDefault(name, TLS.keySet());
            if (!values.contains(value.toLowerCase(Locale.ROOT))) {
                throw Rejected.field("url", "The parameter %s should be one of: %s."
                        .formatted(name, String.join(", ", values.stream().sorted().toList())));
            }
        });
    }

    static Connection in(Server server) throws SQLException {
        Connection connection = connected(server);
        try {
            settle(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// With TLS where the server has it, unless the URL says otherwise.
    private static Connection connected(Server server) throws SQLException {
        String tls = tls(server.parameters());
        if (!tls.equals(PREFER)) return Driver.connect(settings(server, tls));
        try {
            return Driver.connect(settings(server, "trust"));
        } catch (SQLException e) {
            if (!MySqlErrors.hasNoTls(e)) throw e;
            return Driver.connect(settings(server, "disable"));
        }
    }

    private static String tls(Map<String, String> given) {
        @Nullable String mode = given.getOrDefault("sslmode", given.get("ssl-mode"));
        if (mode != null) return TLS.get(mode.toLowerCase(Locale.ROOT));
        @Nullable String use = given.get("usessl");
        return use == null ? PREFER : Boolean.parseBoolean(use) ? "trust" : "disable";
    }

    private static Configuration settings(Server server, String tls) throws SQLException {
        // From a URL of ours, and all else set behind it: the driver's builder alone makes settings that it then fails on.
        Configuration.Builder settings = Configuration.parse("jdbc:mariadb://localhost/").toBuilder()
                .addresses(HostAddress.from(server.host(), server.port()))
                .user(server.user())
                .password(server.passwordNow())
                .database(server.database())
                .sslMode(tls)
                .allowLocalInfile(false)
                .allowMultiQueries(false)
                .permitRedirect(false)
                .allowPublicKeyRetrieval(Boolean.parseBoolean(server.parameters().get("allowpublickeyretrieval")))
                .tinyInt1isBit(false)
                .yearIsDateType(false)
                .geometryDefaultType("default")
                .connectTimeout(CONNECT_SECONDS_MAX * 1_000)
                .socketTimeout((int) Fallback.silenceMax(Database.QUERY_MAX).toMillis())
                .connectionAttributes("program_name:tablechat");
        if (!tls.startsWith("verify")) settings.restrictedAuth(LOGINS);
        return settings.build();
    }

    private static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session sql_mode = '%s'".formatted(mode(statement)));
            statement.execute(MySql.READ_ONLY);
        }
        limit(connection, Database.QUERY_MAX);
        connection.setAutoCommit(false);
    }

    /// For the statements that follow. The driver's patience, which costs no asking, tells what the session was told last.
    static void allow(Connection connection, Duration limit) throws SQLException {
        int silence = (int) Fallback.silenceMax(limit).toMillis();
        if (connection.getNetworkTimeout() == silence) return;
        limit(connection, limit);
        connection.setNetworkTimeout(Runnable::run, silence);
    }

    private static String mode(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select @@session.sql_mode")) {
            row.next();
            return Arrays.stream(row.getString(1).split(",")).filter(MODES::contains).collect(Collectors.joining(","));
        }
    }

    /// Old servers have no such limit.
    private static void limit(Connection connection, Duration limit) throws SQLException {
        boolean mariaDb = connection.getMetaData().getDatabaseProductName().equals(MySqlDialect.MARIADB.product());
        Duration statementMax = Fallback.statementMax(limit);
        String setting = mariaDb ? "max_statement_time = " + statementMax.toSeconds() : "max_execution_time = " + statementMax.toMillis();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session " + setting);
        } catch (SQLException e) {
            if (e.getErrorCode() != MySqlErrors.UNKNOWN_SETTING) throw e;
        }
    }
}
