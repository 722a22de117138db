package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tables that stand between two others: `book_tags` says which tags are on which books.
final class Links {

    private Links() {}

    /// The table each row of which belongs to one of both; the nearest, and none where two are as near and nobody speaks of either.
    static Optional<Table> between(World world, Table one, Table other) {
        var routes = world.routes();
        var all = world.schema().tables().stream()
                .filter(table -> !table.equals(one) && !table.equals(other))
                .filter(table -> routes.up(table, one).isPresent() && routes.up(table, other).isPresent())
                .sorted(Comparator.comparing((Table table) -> !routes.spoken(table)).thenComparing(table -> far(world, table, one, other)))
                .limit(2)
                .toList();
        boolean clear = all.size() == 1 || all.size() == 2 && (routes.spoken(all.getFirst())
                || far(world, all.getFirst(), one, other) < far(world, all.getLast(), one, other));
        return clear ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// The table that each row of `counted` stands for once more below `each`: itself where it belongs to it, else what links the two.
    static Optional<Table> below(World world, Table counted, Table each) {
        return world.routes().up(counted, each).isPresent()
                ? Optional.of(counted)
                : counted.key().flatMap(key -> between(world, counted, each));
    }

    private static int far(World world, Table table, Table... ends) {
        return List.of(ends).stream().mapToInt(end -> world.routes().distance(table, end)).sum();
    }
}
