package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

/// SQLite's tables, views and virtual tables, from `sqlite_schema` and the schema pragmas. `pragma table_list` would tell the
/// kinds too, but it looks into every view for its columns.
final class SqliteCatalog implements Catalog {
    /// What full-text search and R*Tree keep their own data in, beside the virtual table they are named after.
    private static final List<String> SHADOWS = List.of(
            "_data", "_idx", "_content", "_docsize", "_config", "_segments", "_segdir",
            "_stat", "_node", "_parent", "_rowid");

    @Override
    public Object version(Lane lane) throws SQLException {
        try (PreparedStatement statement = lane.prepare("pragma schema_version");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public boolean tellsOfChanges() {
        return true;
    }

    @Override
    public List<Table> tables(Lane lane) throws SQLException {
        Map<String, Long> counts = counts(lane);
        var tables = new ArrayList<Table>();
        try (PreparedStatement statement = lane.prepare("""
                select name, case when sql like 'create virtual%' then 'virtual table' else type end
                from sqlite_schema
                where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'
                order by name collate nocase
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString(1);
                tables.add(new Table(null, name, row.getString(2), null, counts.get(name), null));
            }
        }
        return withoutShadows(tables);
    }

    /// Of tables only: a view over a table that is gone, or a virtual table of a module we do not have, would end the whole.
    @Override
    public void columns(Lane lane, EveryColumn taker) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
                where t.type = 'table' and t.sql not like 'create virtual%' and t.name not like 'sqlite\\_%' escape '\\'
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) taker.column(null, row.getString(1), row.getString(2), null);
        }
    }

    @Override
    public Table described(Lane lane, Table table) throws SQLException {
        try {
            Map<String, Reference> references = references(lane, table.name());
            return with(table, null, columns(lane, table.name(), references));
        } catch (SQLException e) {
            // A view over a table that is gone, or a virtual table of a module we do not have: the others still want to be seen.
            if (!SqliteErrors.isOfSchema(e)) throw e;
            return with(table, "Cannot be read: " + SqliteErrors.message(e), List.of());
        }
    }

    private static Table with(Table table, @Nullable String comment, List<Column> columns) {
        return new Table(null, table.name(), table.kind(), comment, table.rows(), columns);
    }

    /// As the last `analyze` estimated them; empty where there was none.
    private static Map<String, Long> counts(Lane lane) throws SQLException {
        var counts = new HashMap<String, Long>();
        if (!hasStatistics(lane)) return counts;
        try (PreparedStatement statement = lane.prepare("""
                select tbl, max(cast(stat as integer)) from sqlite_stat1 where stat glob '[0-9]*' group by tbl
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) counts.put(row.getString(1), row.getLong(2));
        }
        return counts;
    }

    private static boolean hasStatistics(Lane lane) throws SQLException {
        try (PreparedStatement statement = lane.prepare("select 1 from sqlite_schema where name = 'sqlite_stat1'");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static List<Table> withoutShadows(List<Table> tables) {
        Set<String> shadows = new HashSet<>();
        for (Table table : tables) {
            if (!table.kind().equals("virtual table")) continue;
            for (String suffix : SHADOWS) shadows.add(lower(table.name() + suffix));
        }
        return tables.stream().filter(table -> !shadows.contains(lower(table.name()))).toList();
    }

    private static List<Column> columns(Lane lane, String table, Map<String, Reference> references) throws SQLException {
        var columns = new ArrayList<Column>();
        try (PreparedStatement statement = lane.prepare("""
                select name, type, "notnull", pk, dflt_value from pragma_table_xinfo(?) where hidden <> 1 order by cid
                """)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    boolean primaryKey = row.getInt(4) > 0;
                    boolean nullable = row.getInt(3) == 0 && !primaryKey;
                    columns.add(new Column(name, row.getString(2), nullable, primaryKey, row.getString(5), null,
                            references.get(lower(name))));
                }
            }
        }
        return columns;
    }

    /// By the referring column, in lower case. A key that names no column of the other table means its primary key.
    private static Map<String, Reference> references(Lane lane, String table) throws SQLException {
        var references = new HashMap<String, Reference>();
        try (PreparedStatement statement = lane.prepare("""
                select k."from", k."table", coalesce(k."to", p.name)
                from pragma_foreign_key_list(?) k
                left join pragma_table_info(k."table") p on p.pk = k.seq + 1
                order by k.id desc
                """)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String column = row.getString(3);
                    if (column != null) references.putIfAbsent(lower(row.getString(1)), new Reference(row.getString(2), column));
                }
            }
        }
        return references;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
