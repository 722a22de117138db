package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;
import tablechat.protocol.Table.Reference;

/// PostgreSQL's tables and views, from `pg_catalog`: those that the login may read. Where the search path finds them
/// (usually the schema `public`) they need no schema. Partitions are left out beside what they are parts of.
final class PostgresqlCatalog implements Catalog {

    @Override
    public List<Table> tables(Lane lane) throws SQLException {
        var tables = new ArrayList<Table>();
        try (PreparedStatement statement = lane.prepare("""
                select case when not pg_table_is_visible(c.oid) then n.nspname end as schema, c.relname as name,
                    case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table'
                        else 'table' end as kind,
                    obj_description(c.oid, 'pg_class') as comment,
                    case when c.reltuples > 0 or c.reltuples = 0 and c.relpages > 0 then c.reltuples::bigint end as rows
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
                    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and has_schema_privilege(n.oid, 'usage')
                    and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'))
                order by lower(c.relname), n.nspname
                """)) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(row.getString("schema"), row.getString("name"), row.getString("kind"),
                            row.getString("comment"), row.getObject("rows", Long.class), null));
                }
            }
        }
        return tables;
    }

    @Override
    public void columns(Lane lane, EveryColumn taker) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select case when not pg_table_is_visible(c.oid) then n.nspname end as schema, c.relname as name,
                    a.attname as column_name, d.description as comment
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    left join pg_description d
                        on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum
                where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
                    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                """)) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) taker.column(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
            }
        }
    }

    @Override
    public Table described(Lane lane, Table table) throws SQLException {
        Map<String, Reference> references = references(lane, table);
        var columns = new ArrayList<Column>();
        try (PreparedStatement statement = asked(lane, table, """
                select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
                    exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
                        as primary_key,
                    pg_get_expr(d.adbin, d.adrelid) as usual, col_description(c.oid, a.attnum) as comment
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relname = ? and case when ?::text is null then pg_table_is_visible(c.oid) else n.nspname = ? end
                order by a.attnum
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString("name");
                columns.add(new Column(name, row.getString("type"), row.getBoolean("nullable"), row.getBoolean("primary_key"),
                        row.getString("usual"), row.getString("comment"), references.get(name)));
            }
        }
        return new Table(table.schema(), table.name(), table.kind(), table.comment(), table.rows(), columns);
    }

    private static Map<String, Reference> references(Lane lane, Table table) throws SQLException {
        var references = new HashMap<String, Reference>();
        try (PreparedStatement statement = asked(lane, table, """
                select a.attname as from_column,
                    case when pg_table_is_visible(f.oid) then f.relname else fn.nspname || '.' || f.relname end as to_table,
                    fa.attname as to_column
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
                    cross join lateral unnest(k.conkey, k.confkey) as p (here, there)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.here
                    join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
                    join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = p.there
                where c.relname = ? and case when ?::text is null then pg_table_is_visible(c.oid) else n.nspname = ? end
                order by k.conname
                """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                references.putIfAbsent(row.getString("from_column"),
                        new Reference(row.getString("to_table"), row.getString("to_column")));
            }
        }
        return references;
    }

    private static PreparedStatement asked(Lane lane, Table table, String sql) throws SQLException {
        PreparedStatement statement = lane.prepare(sql);
        statement.setFetchSize(FETCH_ROWS);
        statement.setString(1, table.name());
        statement.setString(2, table.schema());
        statement.setString(3, table.schema());
        return statement;
    }
}
