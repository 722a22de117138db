package tablechat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;
import tablechat.protocol.Connection.Guard;

/// An SQLite file, opened so that the engine itself refuses to write, to touch another file or to build huge values.
/// Values are held by LENGTH, sorts and groups by temporary files ([Spill] bounds them): `hard_heap_limit` does nothing here,
/// since the driver's library is built without memory statistics.
final class Sqlite implements Kind {
    static final String NAME = "sqlite";
    static final String EXAMPLE = "sqlite:/path/shop.db";
    /// Of a value that is made. The longest native calls at this length: `replace` 9 s, `instr` 6 s; four times that at twice the length.
    static final int VALUE_BYTES_MAX = 1_000_000;
    /// Where no function works on it.
    static final int STORED_BYTES_MAX = Pouring.CELL_BYTES_MAX;
    /// All cells of a row exist at once, in native memory: the more columns, the smaller each may be.
    static final int ROW_BYTES_MAX = 200_000_000;
    static final int ARGUMENTS_MAX = 127;
    static final int SQL_BYTES_MAX = 1_000_000;
    static final int PATTERN_BYTES_MAX = 1_000;
    static final int LOCKED_MILLISECONDS_MAX = 3_000;

    private final String url;
    private final DatabaseFile file;
    private final SqliteErrors errors;

    private Sqlite(String url, DatabaseFile file) {
        this.url = url;
        this.file = file;
        this.errors = new SqliteErrors(file.path());
    }

    static Sqlite at(Address address) {
        return new Sqlite(address.url(), DatabaseFile.in(address.url(), SqliteDialect.SQLITE.product(), EXAMPLE));
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
    public String lastingUrl() {
        return file.url(NAME);
    }

    @Override
    public Dialect dialect() {
        return SqliteDialect.SQLITE;
    }

    @Override
    public Catalog catalog() {
        return new SqliteCatalog();
    }

    @Override
    public Object present() throws DatabaseFailure {
        return file.identity();
    }

    @Override
    public Connection open() throws SQLException {
        var source = new SQLiteDataSource(readOnly());
        // The URI form, percent-encoded: the driver takes anything after a plain `?` for settings.
        source.setUrl("jdbc:sqlite:file:" + file.path().toUri().getRawPath());
        var connection = (SQLiteConnection) source.getConnection();
        try {
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, VALUE_BYTES_MAX);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG, ARGUMENTS_MAX);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, SQL_BYTES_MAX);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, PATTERN_BYTES_MAX);
            run(connection, "pragma query_only = on");
            run(connection, "pragma trusted_schema = off");
            run(connection, "pragma temp_store = file");
            SqliteFunctions.replace(connection);
            // The first look into the file: one that is no database fails here.
            run(connection, "pragma schema_version");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Statement statement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int valueBytes = Stored.only(Tokens.of(sql, dialect())) ? STORED_BYTES_MAX : VALUE_BYTES_MAX;
        int cellBytes = Math.min(valueBytes, ROW_BYTES_MAX / columns(statement));
        ((SQLiteConnection) connection).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, cellBytes);
        return statement;
    }

    @Override
    public Guard tried(Lane lane) throws SQLException {
        return SqliteProof.of(lane);
    }

    @Override
    public Errors errors() {
        return errors;
    }

    @Override
    public boolean guessesTypes() {
        return true;
    }

    private static SQLiteConfig readOnly() {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setBusyTimeout(LOCKED_MILLISECONDS_MAX);
        return config;
    }

    /// At least one.
    private static int columns(PreparedStatement statement) {
        try {
            return Math.max(1, statement.getMetaData().getColumnCount());
        } catch (SQLException e) {
            // It gives no rows: the driver does not count to 0.
            return 1;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
