package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

/// Tables and views of MySQL and MariaDB from `information_schema`: those of the URL's database, or, where it names none, of all
/// that the login sees beside the server's own; these need a schema.
final class MySqlCatalog implements Catalog {
    /// Of more tables no estimates are asked for: MariaDB opens each table for its own, some milliseconds a table.
    static final int TABLES_ESTIMATED_MAX = 500;

    private final @Nullable String database;

    MySqlCatalog(Server server) {
        this.database = server.database();
    }

    @Override
    public List<Table> tables(Lane lane) throws SQLException {
        String rows = count(lane) > TABLES_ESTIMATED_MAX ? "null" : "table_rows";
        var tables = new ArrayList<Table>();
        try (PreparedStatement statement = named(lane, """
                select table_schema as `schema`, table_name as name, table_type = 'VIEW' as view, table_comment as comment,
                    %s as `rows`
                from information_schema.tables
                where %s and table_type in ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
                order by table_schema
                """.formatted(rows, where()));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) tables.add(table(row));
        }
        // Its own order would be another with each collation.
        tables.sort(Comparator.comparing(Table::name, String.CASE_INSENSITIVE_ORDER));
        return tables;
    }

    private int count(Lane lane) throws SQLException {
        try (PreparedStatement statement = named(lane, "select count(*) from information_schema.tables where " + where());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private PreparedStatement named(Lane lane, String sql) throws SQLException {
        PreparedStatement statement = lane.prepare(sql);
        statement.setString(1, database == null ? "" : database);
        return statement;
    }

    private Table table(ResultSet row) throws SQLException {
        boolean view = row.getBoolean("view");
        String comment = row.getString("comment");
        boolean said = comment != null && !comment.isEmpty() && !view;
        return new Table(database == null ? row.getString("schema") : null, row.getString("name"), view ? "view" : "table",
                said ? comment : null, view ? null : row.getObject("rows", Long.class), null);
    }

    @Override
    public void columns(Lane lane, EveryColumn taker) throws SQLException {
        try (PreparedStatement statement = named(lane, """
                select table_schema, table_name, column_name, nullif(column_comment, '') from information_schema.columns where %s
                """.formatted(where()));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                taker.column(database == null ? row.getString(1) : null, row.getString(2), row.getString(3), row.getString(4));
            }
        }
    }

    /// A database that is named is looked up alone; compared with a function it would mean to open those of all others.
    private String where() {
        return database != null ? "table_schema = ?"
                : "table_schema not in ('information_schema', 'mysql', 'performance_schema', 'sys', ?)";
    }

    @Override
    public Table described(Lane lane, Table table) throws SQLException {
        Map<String, Reference> references = references(lane, table);
        var columns = new ArrayList<Column>();
        try (PreparedStatement statement = asked(lane, table, """
                select column_name as name, column_type as type, is_nullable = 'YES' as nullable, column_key = 'PRI' as primary_key,
                    column_default as usual, nullif(column_comment, '') as comment
                from information_schema.columns
                where table_schema = ? and table_name = ?
                order by ordinal_position
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString("name");
                // MariaDB writes the word for a default that is null.
                String usual = row.getString("usual");
                columns.add(new Column(name, row.getString("type"), row.getBoolean("nullable"), row.getBoolean("primary_key"),
                        "NULL".equals(usual) ? null : usual, row.getString("comment"), references.get(name)));
            }
        }
        return new Table(table.schema(), table.name(), table.kind(), table.comment(), table.rows(), columns);
    }

    private Map<String, Reference> references(Lane lane, Table table) throws SQLException {
        var references = new HashMap<String, Reference>();
        try (PreparedStatement statement = asked(lane, table, """
                select column_name as from_column, referenced_table_schema as to_schema, referenced_table_name as to_table,
                    referenced_column_name as to_column
                from information_schema.key_column_usage
                where table_schema = ? and table_name = ? and referenced_table_name is not null
                order by constraint_name
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String schema = row.getString("to_schema");
                String to = row.getString("to_table");
                references.putIfAbsent(row.getString("from_column"),
                        new Reference(schema.equals(database) ? to : schema + "." + to, row.getString("to_column")));
            }
        }
        return references;
    }

    private PreparedStatement asked(Lane lane, Table table, String sql) throws SQLException {
        PreparedStatement statement = lane.prepare(sql);
        statement.setString(1, table.schema() == null ? database : table.schema());
        statement.setString(2, table.name());
        return statement;
    }
}
