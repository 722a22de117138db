package tablechat.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// The tables of one database, remembered until they change; columns are looked up for the tables somebody asks about.
/// Called on lanes' threads, several at once: two that find it out of date both look, and either answer is right.
final class Schema {
    private final Catalog catalog;
    private volatile @Nullable Snapshot snapshot;

    Schema(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Table> tables(Lane lane) throws SQLException {
        return now(lane).tables;
    }

    /// In the order asked, letter case aside; an unknown name is left out.
    List<Table> described(Lane lane, List<String> names) throws SQLException {
        Snapshot now = now(lane);
        var described = new ArrayList<Table>();
        for (String name : names) {
            Table table = now.byName.get(key(name));
            if (table != null) described.add(described(lane, now, table));
        }
        return described;
    }

    private Table described(Lane lane, Snapshot now, Table table) throws SQLException {
        Table known = now.described.get(table);
        if (known != null) return known;
        Table described = catalog.described(lane, table);
        now.described.put(table, described);
        return described;
    }

    private Snapshot now(Lane lane) throws SQLException {
        List<Object> version = List.of(lane.present, catalog.version(lane));
        Snapshot known = snapshot;
        if (known != null && known.version.equals(version)) return known;
        var fresh = new Snapshot(version, catalog.tables(lane));
        snapshot = fresh;
        return fresh;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Names come with their schema and without; where two schemas share one, the first has the short name.
    private static Map<String, Table> byName(List<Table> tables) {
        var byName = new HashMap<String, Table>();
        for (Table table : tables) {
            byName.putIfAbsent(key(table.name()), table);
            if (table.schema() != null) byName.put(key(table.schema() + "." + table.name()), table);
        }
        return byName;
    }

    private static final class Snapshot {
        final Object version;
        final List<Table> tables;
        final Map<String, Table> byName;
        final Map<Table, Table> described = new ConcurrentHashMap<>();

        Snapshot(Object version, List<Table> tables) {
            this.version = version;
            this.tables = List.copyOf(tables);
            this.byName = byName(tables);
        }
    }
}
