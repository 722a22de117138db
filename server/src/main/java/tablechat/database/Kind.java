package tablechat.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// All in which one kind of database differs from another, for one database of that kind. [Database] knows nothing else of it:
/// to add a kind, implement this, name it in [#KINDS] and add its driver to the POM.
interface Kind {
    int SCHEME_CHARACTERS_MAX = 20;

    /// By the URL's first word; each takes the whole URL apart.
    Map<String, Function<Address, Kind>> KINDS = Map.of(
            Sqlite.NAME, Sqlite::at,
            DuckDb.NAME, DuckDb::at,
            Postgresql.NAME, Postgresql::at,
            "postgres", Postgresql::at,
            MySql.NAME, MySql::mysql,
            MySql.MARIADB_NAME, MySql::mariaDb);

    /// @throws Rejected when the URL's first word is none of [#KINDS], or the kind cannot make sense of the rest
    static Kind at(Address address) {
        String url = address.url();
        // Only the first word is repeated back: a password may follow it.
        String scheme = url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
        Function<Address, Kind> kind = KINDS.get(scheme);
        if (kind != null) return kind.apply(address);
        String known = KINDS.keySet().stream().sorted().collect(Collectors.joining(", "));
        if (scheme.isEmpty() || scheme.length() > SCHEME_CHARACTERS_MAX) {
            throw Rejected.field("url", "A database URL begins with its kind (%s), as in %s.".formatted(known, Sqlite.EXAMPLE));
        }
        throw Rejected.field("url", "There is no kind of database called \"%s\". The kinds there are: %s, as in %s."
                .formatted(scheme, known, Sqlite.EXAMPLE));
    }

    /// `sqlite`, `postgresql`, …
    String name();

    /// The product's own name: "SQLite".
    default String product() {
        return dialect().product();
    }

    /// The URL as given, without any password.
    String maskedUrl();

    /// The URL to keep, without a password: it means the same database wherever it is read from later.
    default String lastingUrl() {
        return maskedUrl();
    }

    /// How the guard reads this kind's SQL.
    Dialect dialect();

    /// How tables and columns are looked up.
    Catalog catalog();

    /// What is at the URL now, compared by `equals`: a connection made to something else is stale.
    ///
    /// @throws DatabaseFailure when there is nothing that could be opened
    Object present() throws DatabaseFailure;

    /// A new connection that cannot write, with its transaction open.
    Connection open() throws SQLException;

    /// A statement for somebody's SQL, not yet run: [Lane#execute] does that. It gives its rows one after the other where it can.
    default Statement statement(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /// Asks the engine to end what the statement does now; nothing happens where that is nothing.
    default void cancel(Statement statement) throws SQLException {
        statement.cancel();
    }

    /// Whether the driver reads all the rest before it closes a half-read result.
    default boolean drains() {
        return false;
    }

    /// Tells an engine that has a limit of its own how long the statement that follows may take.
    default void allow(Connection connection, Duration limit) throws SQLException {}

    /// What to say instead of a failure of [#statement] that is not the engine's own.
    default SQLException told(Lane lane, String sql, SQLException failure) {
        return failure;
    }

    /// A cell as [Cells] takes it.
    default @Nullable Object cell(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column);
    }

    /// Whether a column's type may be the driver's guess from the first row's value.
    default boolean guessesTypes() {
        return false;
    }

    /// Tries to write, and says in words what keeps the database from being changed.
    Guard tried(Lane lane) throws SQLException;

    /// What its errors mean.
    Errors errors();
}
