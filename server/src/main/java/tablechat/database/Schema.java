package tablechat.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// The tables of one database, remembered until they change; columns are looked up for the tables somebody asks about.
/// Called on lanes' threads, several at once: two that find it out of date both look, and either answer is right.
final class Schema {
    private static final long UNKNOWN_AGAIN_MILLISECONDS = 1_000;
    private static final long INDEX_MILLISECONDS_MAX = 300_000;

    private final Catalog catalog;
    private volatile @Nullable Snapshot snapshot;

    Schema(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Tables by words, the likeliest first. The first search after a change reads the names of all columns.
    List<Found> search(Lane lane, String words) throws SQLException {
        Snapshot now = now(lane);
        SchemaIndex known = now.index;
        if (known == null) {
            known = SchemaIndex.of(lane, catalog, now.tables);
            now.index = known;
        }
        return known.search(words);
    }

    List<Table> tables(Lane lane) throws SQLException {
        return now(lane).tables;
    }

    /// In the order asked, letter case aside; an unknown name is left out.
    List<Table> described(Lane lane, List<String> names) throws SQLException {
        Snapshot now = knowing(lane, names);
        var described = new ArrayList<Table>();
        for (String name : names) {
            Table table = now.byName.get(key(name));
            if (table != null) described.add(described(lane, now, table));
        }
        return described;
    }

    /// Empty as soon as it is known to be too much.
    Optional<List<Table>> outline(Lane lane, int tablesMax, ToIntFunction<Table> size, int sizeMax) throws SQLException {
        Snapshot now = now(lane);
        if (now.tables.size() > tablesMax) return Optional.empty();
        var described = new ArrayList<Table>();
        int total = 0;
        for (Table table : now.tables) {
            described.add(described(lane, now, table));
            total += size.applyAsInt(described.getLast());
            if (total > sizeMax) return Optional.empty();
        }
        return Optional.of(described);
    }

    private Table described(Lane lane, Snapshot now, Table table) throws SQLException {
        Table known = now.described.get(table);
        if (known != null) return known;
        Table described = catalog.described(lane, table);
        now.described.put(table, described);
        return described;
    }

    /// Looks again where a name is unknown that may be of a new table.
    private Snapshot knowing(Lane lane, List<String> names) throws SQLException {
        Snapshot now = now(lane);
        boolean all = names.stream().allMatch(name -> now.byName.containsKey(key(name)));
        boolean old = Stopwatch.millisecondsSince(now.seenNanos) >= UNKNOWN_AGAIN_MILLISECONDS;
        return all || !old || catalog.tellsOfChanges() ? now : fresh(lane, now.version);
    }

    private Snapshot now(Lane lane) throws SQLException {
        List<Object> version = List.of(lane.present, catalog.version(lane));
        Snapshot known = snapshot;
        if (known != null && known.version.equals(version)) return known;
        return fresh(lane, version);
    }

    private Snapshot fresh(Lane lane, Object version) throws SQLException {
        @Nullable Snapshot known = snapshot;
        var fresh = new Snapshot(version, catalog.tables(lane));
        boolean same = known != null && names(known.tables).equals(names(fresh.tables));
        // Reading all columns anew would cost more than a search that misses a new one for a while.
        if (same && !catalog.tellsOfChanges() && Stopwatch.millisecondsSince(known.indexedNanos) < INDEX_MILLISECONDS_MAX) {
            fresh.index = known.index;
            fresh.indexedNanos = known.indexedNanos;
        }
        snapshot = fresh;
        return fresh;
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(table -> table.schema() + "." + table.name()).toList();
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
        final long seenNanos = System.nanoTime();
        volatile long indexedNanos = seenNanos;
        volatile @Nullable SchemaIndex index;

        Snapshot(Object version, List<Table> tables) {
            this.version = version;
            this.tables = List.copyOf(tables);
            this.byName = byName(tables);
        }
    }
}
