package tablechat.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.core.Parser;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;

/// A PostgreSQL server, or what speaks its protocol. Every transaction is begun read-only, and ends in a rollback.
final class Postgresql implements Kind {
    static final String NAME = "postgresql";
    static final String EXAMPLE = "postgresql://user@host:5432/database?sslmode=require";

    private static final int USUAL_PORT = 5432;

    /// Types that the driver hands out exactly; the text of all others is what PostgreSQL itself would print.
    private static final Set<String> EXACT = Set.of(
            "bool", "int2", "int4", "int8", "float4", "float8", "oid", "serial", "bigserial");

    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz", "time", "timetz");

    private final String url;
    private final Server server;
    private final PostgresqlErrors errors;

    private Postgresql(String url, Server server) {
        this.url = url;
        this.server = server;
        this.errors = new PostgresqlErrors(server);
    }

    static Postgresql at(Address address) {
        Server server = Server.at(address, USUAL_PORT, PostgresqlLogin.PARAMETERS, EXAMPLE);
        PostgresqlLogin.check(server);
        return new Postgresql(address.url(), server);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String maskedUrl() {
        return url;
    }

    @Override
    public Dialect dialect() {
        return PostgresqlDialect.POSTGRESQL;
    }

    @Override
    public Catalog catalog() {
        return new PostgresqlCatalog();
    }

    @Override
    public Object present() throws DatabaseFailure {
        return server.present();
    }

    @Override
    public Connection open() throws SQLException {
        return Arrival.of(() -> PostgresqlLogin.in(server));
    }

    /// The driver takes SQL apart at semicolons and sends the pieces one after the other, a prepared statement's too:
    /// `commit; delete …` would leave the read-only transaction. Its own parser says whether it would.
    @Override
    public Statement statement(Connection connection, String sql) throws SQLException {
        long statements = Parser.parseJdbcSql(sql, true, false, true, false, true).stream()
                .filter(piece -> !Tokens.of(piece.nativeSql, dialect()).isEmpty())
                .count();
        if (statements > 1) {
            throw new SQLException("Only one statement at a time is allowed.", PostgresqlErrors.READ_ONLY);
        }
        // Not a prepared one: there a ? would be a parameter, and to PostgreSQL it is an operator.
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    /// The driver's own cancel of a statement asks the server once and never again, and the server forgets what reaches it before
    /// the statement does.
    @Override
    public void cancel(Statement statement) throws SQLException {
        statement.getConnection().unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void allow(Connection connection, Duration limit) throws SQLException {
        PostgresqlLogin.allow(connection, limit);
    }

    @Override
    public @Nullable Object cell(ResultSet rows, int column) throws SQLException {
        String type = rows.getMetaData().getColumnTypeName(column);
        if (EXACT.contains(type)) return rows.getObject(column);
        if (type.equals("bytea")) return rows.getBytes(column);
        String text = rows.getString(column);
        return text != null && TIMES.contains(type) ? IsoTime.of(text) : text;
    }

    @Override
    public Guard tried(Lane lane) throws SQLException {
        return PostgresqlProof.of(lane);
    }

    @Override
    public Errors errors() {
        return errors;
    }
}
