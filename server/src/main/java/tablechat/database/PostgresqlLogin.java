package tablechat.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// Logs in to PostgreSQL and makes the session one that only reads. The driver gets properties, never a URL that somebody wrote.
final class PostgresqlLogin {
    static final int CONNECT_SECONDS_MAX = 5;
    static final int CANCEL_SECONDS_MAX = 2;
    /// What the driver may hold of one fetch; it asks for as many rows as fit by the largest seen so far.
    static final String FETCH_BYTES_MAX = "64M";
    static final int FETCH_ROWS_MAX = 500;

    /// Those of libpq's that people have in their URLs and that change nothing but how one gets there.
    static final Set<String> PARAMETERS = Set.of("sslmode", "channel_binding", "application_name", "connect_timeout", "search_path");

    private static final Map<String, Set<String>> VALUES = Map.of(
            "sslmode", Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "channel_binding", Set.of("disable", "prefer", "require"));

    private PostgresqlLogin() {}

    /// @throws Rejected when a parameter has a value that it cannot have
    static void check(Server server) {
        server.parameters().forEach((name, value) -> {
            @Nullable Set<String> values = VALUES.get(name);
            if (values != null && !values.contains(value)) {
                throw Rejected.field("url", "The parameter %s should be one of: %s."
                        .formatted(name, String.join(", ", values.stream().sorted().toList())));
            }
        });
    }

    static Connection in(Server server) throws SQLException {
        Connection connection = source(server).getConnection();
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set default_transaction_read_only = on");
                statement.execute("set standard_conforming_strings = on");
                statement.execute("set statement_timeout = " + Fallback.statementMax(Database.QUERY_MAX).toMillis());
            }
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Only in this transaction, and only where it is not what every session has.
    static void allow(Connection connection, Duration limit) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) Fallback.silenceMax(limit).toMillis());
        if (limit.equals(Database.QUERY_MAX)) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + Fallback.statementMax(limit).toMillis());
        }
    }

    private static PGSimpleDataSource source(Server server) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {server.host()});
        source.setPortNumbers(new int[] {server.port()});
        source.setDatabaseName(server.database() == null ? server.user() : server.database());
        source.setUser(server.user());
        source.setPassword(server.passwordNow());
        Map<String, String> given = server.parameters();
        source.setProperty(PGProperty.APPLICATION_NAME, given.getOrDefault("application_name", "tablechat"));
        source.setProperty(PGProperty.SSL_MODE, given.getOrDefault("sslmode", "prefer"));
        if (isVerified(server)) source.setProperty(PGProperty.SSL_FACTORY, "org.postgresql.ssl.DefaultJavaSSLFactory");
        if (given.containsKey("channel_binding")) source.setProperty(PGProperty.CHANNEL_BINDING, given.get("channel_binding"));
        if (given.containsKey("search_path")) source.setProperty(PGProperty.CURRENT_SCHEMA, given.get("search_path"));
        source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
        source.setProperty(PGProperty.CONNECT_TIMEOUT, String.valueOf(CONNECT_SECONDS_MAX));
        source.setProperty(PGProperty.CANCEL_SIGNAL_TIMEOUT, String.valueOf(CANCEL_SECONDS_MAX));
        source.setProperty(PGProperty.SOCKET_TIMEOUT, String.valueOf(Fallback.silenceMax(Database.QUERY_MAX).toSeconds()));
        source.setProperty(PGProperty.TCP_KEEP_ALIVE, "true");
        // Named statements would be lost behind a pooler such as PgBouncer.
        source.setProperty(PGProperty.PREPARE_THRESHOLD, "0");
        source.setProperty(PGProperty.DEFAULT_ROW_FETCH_SIZE, "1");
        source.setProperty(PGProperty.ADAPTIVE_FETCH, "true");
        source.setProperty(PGProperty.ADAPTIVE_FETCH_MAXIMUM, String.valueOf(FETCH_ROWS_MAX));
        source.setProperty(PGProperty.MAX_RESULT_BUFFER, FETCH_BYTES_MAX);
        return source;
    }

    /// Whether the server's certificate is held against those the Java platform trusts, where nobody has put others.
    private static boolean isVerified(Server server) {
        boolean verified = server.parameters().getOrDefault("sslmode", "").startsWith("verify");
        return verified && !Files.exists(Path.of(System.getProperty("user.home"), ".postgresql", "root.crt"));
    }
}
