package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

/// DuckDB's tables and views, from its `duckdb_…()` functions. Those of the schema `main` need no schema.
final class DuckDbCatalog implements Catalog {
    private static final String USUAL_SCHEMA = "main";

    /// Nobody writes a file that is open, so what a lane saw stays true for as long as its file is the same.
    @Override
    public Object version(Lane lane) {
        return lane.present;
    }

    @Override
    public boolean tellsOfChanges() {
        return true;
    }

    @Override
    public List<Table> tables(Lane lane) throws SQLException {
        var tables = new ArrayList<Table>();
        try (PreparedStatement statement = lane.prepare("""
                select schema_name, table_name as name, 'table' as kind, comment, estimated_size as rows from duckdb_tables()
                where database_name = current_database() and not internal and not temporary
                union all
                select schema_name, view_name, 'view', comment, null from duckdb_views()
                where database_name = current_database() and not internal and not temporary
                order by lower(name), schema_name
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tables.add(new Table(schema(row.getString("schema_name")), row.getString("name"), row.getString("kind"),
                        row.getString("comment"), row.getObject("rows", Long.class), null));
            }
        }
        return tables;
    }

    @Override
    public void columns(Lane lane, EveryColumn taker) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select schema_name, table_name, column_name, comment from duckdb_columns()
                where database_name = current_database() and not internal
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) taker.column(schema(row.getString(1)), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    @Override
    public Table described(Lane lane, Table table) throws SQLException {
        Set<String> primaryKey = primaryKey(lane, table);
        Map<String, Reference> references = references(lane, table);
        var columns = new ArrayList<Column>();
        try (PreparedStatement statement = asked(lane, table, """
                select column_name, data_type, is_nullable, column_default, comment from duckdb_columns()
                where database_name = current_database() and schema_name = ? and table_name = ?
                order by column_index
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString("column_name");
                columns.add(new Column(name, row.getString("data_type"), row.getBoolean("is_nullable"), primaryKey.contains(name),
                        row.getString("column_default"), row.getString("comment"), references.get(name)));
            }
        }
        return new Table(table.schema(), table.name(), table.kind(), table.comment(), table.rows(), columns);
    }

    private static @Nullable String schema(String name) {
        return name.equals(USUAL_SCHEMA) ? null : name;
    }

    private static Set<String> primaryKey(Lane lane, Table table) throws SQLException {
        var columns = new HashSet<String>();
        try (PreparedStatement statement = asked(lane, table, """
                select unnest(constraint_column_names) from duckdb_constraints()
                where database_name = current_database() and schema_name = ? and table_name = ?
                    and constraint_type = 'PRIMARY KEY'
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) columns.add(row.getString(1));
        }
        return columns;
    }

    private static Map<String, Reference> references(Lane lane, Table table) throws SQLException {
        var references = new HashMap<String, Reference>();
        try (PreparedStatement statement = asked(lane, table, """
                select unnest(constraint_column_names), referenced_table, unnest(referenced_column_names)
                from duckdb_constraints()
                where database_name = current_database() and schema_name = ? and table_name = ?
                    and constraint_type = 'FOREIGN KEY'
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) references.putIfAbsent(row.getString(1), new Reference(row.getString(2), row.getString(3)));
        }
        return references;
    }

    private static PreparedStatement asked(Lane lane, Table table, String sql) throws SQLException {
        @Nullable String schema = table.schema();
        PreparedStatement statement = lane.prepare(sql);
        statement.setString(1, schema == null ? USUAL_SCHEMA : schema);
        statement.setString(2, table.name());
        return statement;
    }
}
