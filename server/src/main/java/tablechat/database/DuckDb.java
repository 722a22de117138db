package tablechat.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;

/// A DuckDB file, opened so that the engine itself refuses to write, to touch another file and to change these settings.
/// All connections of this process to one file share one instance of the engine, so all have the same settings.
final class DuckDb implements Kind {
    static final String NAME = "duckdb";
    static final String EXAMPLE = "duckdb:/path/shop.duckdb";
    static final int MEMORY_MEGABYTES_MAX = 1_024;

    /// https://duckdb.org/docs/stable/internals/storage: eight bytes of a checksum, then this.
    private static final int MAGIC_OFFSET = 8;

    private static final String MAGIC = "DUCK";

    private static final Set<String> LOCAL_TIMES = Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS");

    private static final Map<String, String> SETTINGS = Map.of(
            "duckdb.read_only", "true",
            "enable_external_access", "false",
            "autoinstall_known_extensions", "false",
            "autoload_known_extensions", "false",
            "allow_community_extensions", "false",
            "memory_limit", MEMORY_MEGABYTES_MAX + "MB",
            // Else it would spill into a folder beside the user's file.
            "temp_directory", "",
            "jdbc_stream_results", "true",
            "lock_configuration", "true");

    private final String url;
    private final DatabaseFile file;
    private final DuckDbErrors errors;

    private DuckDb(String url, DatabaseFile file) {
        this.url = url;
        this.file = file;
        this.errors = new DuckDbErrors(file.path());
    }

    static DuckDb at(Address address) {
        return new DuckDb(address.url(), DatabaseFile.in(address.url(), DuckDbDialect.DUCKDB.product(), EXAMPLE));
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
        return DuckDbDialect.DUCKDB;
    }

    @Override
    public Catalog catalog() {
        return new DuckDbCatalog();
    }

    /// Nobody can write the file while it is open, so whoever did, did it between two connections.
    @Override
    public Object present() throws DatabaseFailure {
        Object state = file.state();
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] header = in.readNBytes(MAGIC_OFFSET + MAGIC.length());
            boolean known = header.length == MAGIC_OFFSET + MAGIC.length()
                    && new String(header, MAGIC_OFFSET, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC);
            if (!known) throw new DatabaseFailure("%s is not a DuckDB database.".formatted(file.path()));
            return state;
        } catch (IOException e) {
            throw new DatabaseFailure("The file %s may not be read by this program.".formatted(file.path()));
        }
    }

    @Override
    public Connection open() throws SQLException {
        var properties = new Properties();
        properties.putAll(SETTINGS);
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file.path(), properties);
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Where results come row by row, driver 2.0.0.1 loses what the engine complains of before the first row.
    /// Its other way to ask hears it.
    @Override
    public SQLException told(Lane lane, String sql, SQLException failure) {
        if (!DuckDbErrors.isLost(failure)) return failure;
        try {
            lane.rollback();
            try (PreparedStatement statement = lane.prepare(sql)) {
                statement.unwrap(DuckDBPreparedStatement.class).query().close();
            }
            return failure;
        } catch (SQLException e) {
            return e;
        }
    }

    @Override
    public @Nullable Object cell(ResultSet rows, int column) throws SQLException {
        // A timestamp without a zone would be moved where the clocks of this machine's zone went forward.
        boolean local = LOCAL_TIMES.contains(rows.getMetaData().getColumnTypeName(column));
        try {
            return DuckDbValue.of(local ? rows.getObject(column, LocalDateTime.class) : rows.getObject(column));
        } catch (RuntimeException e) {
            // Such as 24:00:00, which is a time to DuckDB and none to Java.
            throw new SQLException("A value of the column %s has no form here; ask for its text, as in %1$s::varchar."
                    .formatted(rows.getMetaData().getColumnLabel(column)), e);
        }
    }

    @Override
    public Guard tried(Lane lane) throws SQLException {
        return DuckDbProof.of(lane);
    }

    @Override
    public Errors errors() {
        return errors;
    }
}
