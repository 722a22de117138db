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

    /// There is exactly one way from a row of one to rows of the other: a reference, or a table that says no more than what belongs to
    /// what.
    static boolean one(World world, Table one, Table other) {
        var between = world.schema().tables().stream()
                .filter(table -> !table.equals(one) && !table.equals(other) && refer(table, one) > 0 && refer(table, other) > 0)
                .toList();
        int direct = refer(one, other) + refer(other, one);
        return direct + between.size() == 1
                && between.stream().allMatch(table -> refer(table, one) + refer(table, other) == 2 && silent(table));
    }

    /// Has no state, time or number of its own.
    private static boolean silent(Table table) {
        return table.columns().stream().filter(column -> !column.primary() && column.references() == null)
                .allMatch(column -> column.text() && !column.flag() && !column.date()
                        && !column.words().getLast().matches("status|state|stage|outcome|result"));
    }

    private static int refer(Table from, Table to) {
        return (int) from.columns().stream()
                .filter(column -> column.references() != null && column.references().table().equals(to.name()))
                .count();
    }

    private static int far(World world, Table table, Table... ends) {
        return List.of(ends).stream().mapToInt(end -> world.routes().distance(table, end)).sum();
    }
}
