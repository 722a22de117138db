package tablechat.model.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// Reads the text of `describe_tables`.
final class SchemaReader {
    private static final Pattern HEAD = Pattern.compile("table (?<name>.+?) \\((?<kind>[^)]*)\\)(?:: (?<comment>.*))?");
    private static final Set<String> PREFIXES =
            Set.of("tbl", "t", "tb", "tab", "dim", "fact", "fct", "v", "vw", "view", "tm", "td", "mst");
    private static final Set<String> ENDS =
            Set.of("mst", "mstr", "master", "hdr", "header", "head", "tbl", "table", "tab", "info", "tb", "base");
    /// What most tables, or nearly all columns of a table, begin with says nothing about a single one.
    private static final double COMMON_SHARE = 0.7;

    private static final int COMMON_NAMES_MIN = 3;

    private SchemaReader() {}

    /// @param names all tables there are
    /// @param texts what `describe_tables` said of some of them
    static Schema read(List<String> names, List<String> texts) {
        var described = new HashMap<String, Block>();
        for (var text : texts) {
            Arrays.stream(text.split("\\R\\s*\\R")).map(Block::of).forEach(block -> described.put(block.name, block));
        }
        var common = common(
                names.stream().map(SchemaReader::unqualified).map(Names::split).toList());
        var tables = names.stream()
                .map(name -> table(name, common, described.get(name)))
                .toList();
        return Keys.completed(new Schema(tables));
    }

    private static Table table(String name, @Nullable String common, @Nullable Block block) {
        var words = withoutEnd(words(Names.split(unqualified(name)), common));
        return block == null
                ? new Table(name, "", words, List.of(), List.of())
                : new Table(name, block.kind, words, block.columns(words), Words.split(block.comment));
    }

    /// What the tools say about one table, line by line.
    private record Block(
            String name,
            String kind,
            String comment,
            List<List<String>> lines,
            List<String> sampled,
            List<List<String>> samples) {

        static Block of(String text) {
            var head = HEAD.matcher(text.lines().findFirst().orElse(""));
            var lines = text.lines().skip(2).map(Grid::cells).toList();
            int end = lines.indexOf(List.of("sample rows:"));
            var columns = lines.subList(0, end < 0 ? lines.size() : end).stream()
                    .filter(cells -> cells.size() >= 5)
                    .toList();
            var sampled = end < 0 || end + 1 >= lines.size() ? List.<String>of() : lines.get(end + 1);
            var samples =
                    end < 0 ? List.<List<String>>of() : lines.subList(Math.min(end + 2, lines.size()), lines.size());
            var found = head.matches();
            return new Block(
                    found ? head.group("name") : "",
                    found ? head.group("kind") : "",
                    found && head.group("comment") != null ? head.group("comment") : "",
                    columns,
                    sampled,
                    samples.stream()
                            .filter(cells -> cells.size() == sampled.size())
                            .toList());
        }

        List<Column> columns(List<String> table) {
            var common = common(
                    lines.stream().map(cells -> Names.split(cells.get(0))).toList());
            var columns = new ArrayList<Column>();
            for (var cells : lines) {
                var words = own(words(Names.split(withoutTable(cells.get(0))), common), table);
                var samples = values(cells.get(0));
                columns.add(new Column(
                        name,
                        cells.get(0),
                        cells.get(1),
                        cells.get(2).equals("yes"),
                        cells.get(3).equals("primary"),
                        reference(cells.get(4)),
                        words,
                        cells.size() > 5 ? Words.split(cells.get(5)) : List.of(),
                        samples,
                        Contents.of(cells.get(0), words, cells.get(1), samples)));
            }
            return List.copyOf(columns);
        }

        /// `LN_DT` of a table `LN` is its `DT`, whatever the short form stands for.
        private String withoutTable(String column) {
            var parts = Words.parts(column);
            var own = Words.parts(unqualified(name));
            return parts.size() > own.size() && parts.subList(0, own.size()).equals(own)
                    ? String.join("_", parts.subList(own.size(), parts.size()))
                    : column;
        }

        private List<String> values(String column) {
            int at = sampled.indexOf(column);
            return at < 0
                    ? List.of()
                    : samples.stream()
                            .map(cells -> cells.get(at))
                            .filter(value -> !value.equals("NULL"))
                            .toList();
        }
    }

    private static Column.@Nullable Reference reference(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 1 ? null : new Column.Reference(text.substring(0, dot), text.substring(dot + 1));
    }

    /// `customer_id` of customers is its `id`.
    private static List<String> own(List<String> words, List<String> table) {
        return words.size() > table.size() && words.subList(0, table.size()).equals(table)
                ? words.subList(table.size(), words.size())
                : words;
    }

    private static List<String> words(List<String> words, @Nullable String common) {
        if (words.isEmpty()) {
            return List.of("?");
        }
        var first = words.getFirst();
        return words.size() > 1 && (first.equals(common) || PREFIXES.contains(first))
                ? words.subList(1, words.size())
                : words;
    }

    /// `cust_mst` → customer.
    private static List<String> withoutEnd(List<String> words) {
        return words.size() > 1 && ENDS.contains(words.getLast()) ? words.subList(0, words.size() - 1) : words;
    }

    private static @Nullable String common(List<List<String>> names) {
        var counts = new HashMap<String, Integer>();
        names.stream()
                .filter(words -> words.size() > 1)
                .forEach(words -> counts.merge(words.getFirst(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> names.size() >= COMMON_NAMES_MIN && entry.getValue() >= COMMON_SHARE * names.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String unqualified(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
