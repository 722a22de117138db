package tablechat.database;

import java.sql.SQLException;
import java.util.List;
import tablechat.protocol.Table;

/// Looks up tables and columns in one kind of database. Keeps nothing: [Schema] does.
interface Catalog {
    /// How long a schema is believed where nothing tells of a change.
    int SECONDS_TRUSTED = 30;

    int FETCH_ROWS = 1_000;

    /// Changes, compared by `equals`, whenever a table or column does; cheap to ask.
    Object version(Lane lane) throws SQLException;

    /// Tables and views, without columns, in the order of their names.
    List<Table> tables(Lane lane) throws SQLException;

    /// The same table with its columns.
    Table described(Lane lane, Table table) throws SQLException;
}
