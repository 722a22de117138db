package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells rows of the same name apart by their keys: two customers called Ada Byron, tickets of one subject.
final class Keyed {
    /// Names that many rows share.
    private static final Set<String> SHARED = Set.of("subject", "caption", "description");

    private Keyed() {}

    /// The key that stands beside the name of each group.
    static Stream<Column> key(Grouping by) {
        return by instanceof Grouping.ByEntity(var table)
                ? Keys.key(table).filter(key -> !Labels.is(key, table)).stream()
                : Stream.empty();
    }

    /// The keys are wanted from the beginning.
    static boolean wanted(List<Grouping> by) {
        return by.stream().anyMatch(group -> group instanceof Grouping.ByEntity(var table)
                && Labels.of(table).stream().allMatch(label -> SHARED.contains(label.words().getLast())));
    }

    /// Two groups are called alike, in a result without keys.
    static boolean missing(Query query, Stream<List<String>> rows) {
        return query.shape() instanceof Query.Groups groups
                && !groups.keyed()
                && groups.by().stream().flatMap(Keyed::key).findAny().isPresent()
                && repeats(rows.map(row -> row.subList(0, row.size() - 1)).toList());
    }

    private static boolean repeats(List<List<String>> names) {
        return names.stream().distinct().count() < names.size();
    }

    /// The keys joined with the names they stand behind: `Ada Byron (customer_id 7)`.
    static Grid of(Grid grid, Query query) {
        if (!(query.shape() instanceof Query.Groups groups) || !groups.keyed() || grid.rows().isEmpty()) {
            return grid;
        }
        var keys = positions(groups.by());
        return new Grid(grid.total(), grid.exact(), without(grid.header(), keys),
                grid.rows().stream().map(row -> joined(row, keys, grid.header())).toList());
    }

    private static List<Integer> positions(List<Grouping> groups) {
        var keys = new ArrayList<Integer>();
        int at = 0;
        for (var by : groups) {
            at += by instanceof Grouping.ByEntity(var table) ? Labels.of(table).size() : 1;
            if (key(by).findAny().isPresent()) {
                keys.add(at++);
            }
        }
        return keys;
    }

    private static List<String> joined(List<String> row, List<Integer> keys, List<String> header) {
        var cells = new ArrayList<>(row);
        keys.forEach(at -> cells.set(at - 1, row.get(at - 1) + " (" + header.get(at) + " " + row.get(at) + ")"));
        return without(cells, keys);
    }

    private static List<String> without(List<String> cells, List<Integer> left) {
        return IntStream.range(0, cells.size()).filter(at -> !left.contains(at)).mapToObj(cells::get).toList();
    }
}
