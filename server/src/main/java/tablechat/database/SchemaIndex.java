package tablechat.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// Finds tables by words of their names, their columns' names and all comments, in any order, the likeliest first.
/// A few milliseconds for 100,000 columns: it reads through all of them.
final class SchemaIndex {
    private static final double NAME = 10;
    private static final double COMMENT = 4;
    private static final double COLUMN = 4;
    private static final double COLUMN_COMMENT = 2;
    private static final int COLUMNS_NAMED_MAX = 8;

    private final List<Entry> entries;

    private record Entry(Table table, String name, String comment, List<Column> columns) {}

    private record Column(String name, String plain, String comment) {

        double score(SchemaWord word) {
            return Math.max(COLUMN * word.foundIn(plain), COLUMN_COMMENT * word.foundIn(comment));
        }
    }

    private record Scored(Entry entry, double[] byWord) {

        /// Tables that have all the words come first, and a word that few tables have says more than one of many.
        double score(double[] weights) {
            double sum = 0;
            int found = 0;
            for (int i = 0; i < byWord.length; i++) {
                sum += byWord[i] * weights[i];
                if (byWord[i] > 0) found++;
            }
            return sum * found / byWord.length;
        }
    }

    private SchemaIndex(List<Entry> entries) {
        this.entries = entries;
    }

    static SchemaIndex of(Lane lane, Catalog catalog, List<Table> tables) throws SQLException {
        Map<List<String>, List<Column>> columns = new HashMap<>();
        catalog.columns(lane, (schema, table, column, comment) -> columns
                .computeIfAbsent(key(schema, table), _ -> new ArrayList<>())
                .add(new Column(column, SchemaWord.plain(column), SchemaWord.plain(comment))));
        return new SchemaIndex(tables.stream()
                .map(table -> new Entry(table, SchemaWord.plain(name(table)), SchemaWord.plain(table.comment()),
                        columns.getOrDefault(key(table.schema(), table.name()), List.of())))
                .toList());
    }

    /// Nothing where the text has no word.
    List<Found> search(String text) {
        List<SchemaWord> words = SchemaWord.in(text);
        List<Scored> scored = entries.stream().map(entry -> new Scored(entry, scores(entry, words))).toList();
        double[] weights = IntStream.range(0, words.size()).mapToDouble(word -> weight(scored, word)).toArray();
        record Ranked(Entry entry, double score) {}
        return scored.stream()
                .map(one -> new Ranked(one.entry, one.score(weights)))
                .filter(one -> one.score > 0)
                .sorted(Comparator.comparingDouble(Ranked::score).reversed()
                        .thenComparing(one -> one.entry.name.length()).thenComparing(one -> one.entry.name))
                .map(one -> new Found(one.entry.table, columns(one.entry, words)))
                .toList();
    }

    private static double[] scores(Entry entry, List<SchemaWord> words) {
        return words.stream().mapToDouble(word -> {
            double best = Math.max(NAME * word.foundIn(entry.name), COMMENT * word.foundIn(entry.comment));
            for (Column column : entry.columns) best = Math.max(best, column.score(word));
            return best;
        }).toArray();
    }

    private static double weight(List<Scored> scored, int word) {
        long having = scored.stream().filter(one -> one.byWord[word] > 0).count();
        return Math.log(1 + (double) scored.size() / (1 + having));
    }

    private static List<String> columns(Entry entry, List<SchemaWord> words) {
        record Meant(String name, double score) {}
        return entry.columns.stream()
                .map(column -> new Meant(column.name, words.stream().mapToDouble(column::score).sum()))
                .filter(column -> column.score > 0)
                .sorted(Comparator.comparingDouble(Meant::score).reversed())
                .limit(COLUMNS_NAMED_MAX)
                .map(Meant::name)
                .toList();
    }

    private static String name(Table table) {
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }

    private static List<String> key(@Nullable String schema, String table) {
        return List.of(schema == null ? "" : schema, table);
    }
}
