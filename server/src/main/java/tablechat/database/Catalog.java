package tablechat.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// Looks up tables and columns in one kind of database. Keeps nothing: [Schema] does.
interface Catalog {
    /// How long a schema is believed where nothing tells of a change.
    int SECONDS_TRUSTED = 30;

    int FETCH_ROWS = 1_000;

    /// Changes, compared by `equals`, whenever a table or column does; cheap to ask. Where there is no number that does, after a while.
    default Object version(Lane lane) throws SQLException {
        return System.nanoTime() / Duration.ofSeconds(SECONDS_TRUSTED).toNanos();
    }

    /// Tables and views, without columns, in the order of their names.
    List<Table> tables(Lane lane) throws SQLException;

    /// Whether [#version] tells of every change. Where it does not, a name that is not known may be of a table made since.
    default boolean tellsOfChanges() {
        return false;
    }

    /// Names every column there is, in one go; for searching. A kind that cannot is searched by tables alone.
    default void columns(Lane lane, EveryColumn taker) throws SQLException {}

    /// The same table with its columns.
    Table described(Lane lane, Table table) throws SQLException;

    /// Schema and table as [#tables] gives them.
    @FunctionalInterface
    interface EveryColumn {
        void column(@Nullable String schema, String table, String column, @Nullable String comment);
    }
}
