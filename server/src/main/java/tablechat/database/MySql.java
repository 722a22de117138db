package tablechat.database;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;

/// A MySQL or MariaDB server, or what speaks their protocol. Each statement gets a read-only transaction of its own, which ends in
/// a rollback.
final class MySql implements Kind {
    static final String NAME = "mysql";
    static final String MARIADB_NAME = "mariadb";
    static final String EXAMPLE = "mysql://user@host:3306/database?sslmode=required";

    static final String READ_ONLY = "set session transaction read only";

    private static final int USUAL_PORT = 3306;
    /// The driver reads as many rows ahead; each may be as large as the server lets it.
    private static final int FETCH_ROWS_MAX = 1;

    private static final Set<String> TIMES = Set.of("DATETIME", "TIMESTAMP");
    private static final Set<String> BYTES = Set.of("BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB");
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE", "YEAR");
    private static final Set<String> SHAPES = Set.of("GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING",
            "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private final String name;
    private final Dialect dialect;
    private final String url;
    private final Server server;
    private final MySqlErrors errors;
    /// What the server calls itself: the URL of a MariaDB may begin with `mysql:`.
    private volatile String product;

    private MySql(String name, Dialect dialect, Address address) {
        this.name = name;
        this.dialect = dialect;
        this.url = address.url();
        this.server = Server.at(address, USUAL_PORT, MySqlLogin.PARAMETERS, EXAMPLE);
        this.errors = new MySqlErrors(server);
        this.product = dialect.product();
        MySqlLogin.check(server);
    }

    static MySql mysql(Address address) {
        return new MySql(NAME, MySqlDialect.MYSQL, address);
    }

    static MySql mariaDb(Address address) {
        return new MySql(MARIADB_NAME, MySqlDialect.MARIADB, address);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public String maskedUrl() {
        return url;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Catalog catalog() {
        return new MySqlCatalog(server);
    }

    @Override
    public Object present() throws DatabaseFailure {
        return server.present();
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = Arrival.of(() -> MySqlLogin.in(server));
        product = connection.getMetaData().getDatabaseProductName();
        return connection;
    }

    /// Both each time: an earlier statement may have undone the session's setting, which alone is asked for what commits by
    /// itself, such as DROP; and the transaction's holds for the rest whatever the session's is.
    @Override
    public Statement statement(Connection connection, String sql) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        statement.execute(READ_ONLY);
        statement.execute("start transaction read only");
        statement.setFetchSize(FETCH_ROWS_MAX);
        return statement;
    }

    @Override
    public void allow(Connection connection, Duration limit) throws SQLException {
        MySqlLogin.allow(connection, limit);
    }

    @Override
    public boolean drains() {
        return true;
    }

    @Override
    public @Nullable Object cell(ResultSet rows, int column) throws SQLException {
        String type = rows.getMetaData().getColumnTypeName(column);
        if (BYTES.contains(type)) return rows.getBytes(column);
        if (NUMBERS.contains(type.replace(" UNSIGNED", ""))) return rows.getObject(column);
        if (type.equals("BIT")) return bits(rows.getObject(column));
        // The driver's shapes print themselves as `POINT(1.0 2.0)`.
        if (SHAPES.contains(type)) return rows.getObject(column);
        String text = rows.getString(column);
        return text != null && TIMES.contains(type) ? IsoTime.of(text) : text;
    }

    @Override
    public Guard tried(Lane lane) throws SQLException {
        return MySqlProof.of(lane, server);
    }

    @Override
    public Errors errors() {
        return errors;
    }

    /// One bit is a yes or no, several are a number.
    private static @Nullable Object bits(@Nullable Object value) {
        return value instanceof byte[] bits ? new BigInteger(1, bits) : value;
    }
}
