package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Makes a query of a draft, if it can be answered without counting anything twice.
final class Assembly {
    private static final int ROWS_MAX = 1_000;

    private Assembly() {}

    static Optional<Query> of(Draft draft, World world) {
        if (draft.subject == null && draft.measure == null) {
            return Optional.empty();
        }
        if (Contradictions.are(draft.filters)) return Optional.empty();
        if (draft.chain != null) {
            return chain(draft, draft.chain);
        }
        if (draft.each != null) {
            return firsts(draft, draft.each, world).filter(found -> reachable(found, world));
        }
        if (draft.share) {
            return share(draft, world).filter(found -> reachable(found, world));
        }
        if (draft.extent || draft.poles != null) {
            return ends(draft, world).filter(found -> reachable(found, world));
        }
        var query = draft.measure == null ? rows(draft) : figure(draft, draft.measure, world);
        return query.filter(found -> reachable(found, world));
    }

    /// As a whole only.
    private static Optional<Query> chain(Draft draft, Query.Chain chain) {
        boolean more = !draft.filters.isEmpty() || !draft.groups.isEmpty() || draft.measure != null || !draft.columns.isEmpty();
        return more ? Optional.empty() : Optional.of(new Query(draft.subject, chain, List.of(), null, draft.limit));
    }

    /// What is ranked or limited besides is no extent.
    private static Optional<Query> ends(Draft draft, World world) {
        boolean more = draft.sorting != null || draft.limit != null || draft.threshold != null || draft.meanOf != null;
        var filters = List.copyOf(draft.filters);
        if (more || draft.poles != null) {
            return more || draft.measure != null || !draft.groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Query(draft.subject, new Query.Poles(draft.poles), filters, null, null));
        }
        return base(draft.groups, draft.measure, world)
                .filter(draft.measure.table()::equals)
                .map(base -> new Query(base, new Query.Extent(draft.measure.value(), List.copyOf(draft.groups)), filters, null, null));
    }

    /// `overdue`, `expired`: by today, which says how rows stand.
    private static boolean passed(Filter.During during, World world) {
        return during.from() == null && world.today().equals(during.until());
    }

    /// Times narrow the whole; other conditions say what the part is.
    private static Optional<Query> share(Draft draft, World world) {
        var measure = draft.measure;
        boolean summed = measure != null && (measure.kind() == Measure.Kind.SUM || measure.kind() == Measure.Kind.COUNT);
        if (!summed || draft.filters.isEmpty() && draft.groups.isEmpty()) {
            return Optional.empty();
        }
        var times = draft.filters.stream()
                .filter(filter -> filter instanceof Filter.During during && !passed(during, world) || draft.whole.contains(filter))
                .toList();
        boolean only = draft.groups.isEmpty() && times.size() == draft.filters.size();
        var whole = only ? List.<Filter>of() : times;
        var part = draft.filters.stream().filter(filter -> !whole.contains(filter)).toList();
        var shape = new Query.Share(measure, part, List.copyOf(draft.groups));
        return base(draft.groups, measure, world)
                .filter(measure.table()::equals)
                .map(base -> new Query(base, shape, whole, null, null));
    }

    private static Optional<Query> rows(Draft draft) {
        // Where nobody says how many, all are asked for: the database keeps the first, and an export writes all.
        var limit = draft.limit == null ? null : Integer.valueOf(Math.min(draft.limit, ROWS_MAX));
        var shape = new Query.Rows(draft.columns.stream().distinct().toList(), draft.distinct, draft.limit == null);
        return Optional.of(new Query(draft.subject, shape, List.copyOf(draft.filters), draft.sorting, limit));
    }

    private static Optional<Query> figure(Draft draft, Measure measure, World world) {
        var filters = List.copyOf(draft.filters);
        if (draft.meanOf != null) {
            var each = new Query.MeanOf(measure, draft.meanOf, List.copyOf(draft.groups));
            return base(Stream.concat(draft.groups.stream(), Stream.of(draft.meanOf)).toList(), measure, world)
                    .filter(measure.table()::equals)
                    .map(base -> new Query(base, each, filters, null, draft.limit));
        }
        boolean itself = measure.kind() == Measure.Kind.COUNT
                && draft.groups.equals(List.of(new Grouping.ByEntity(measure.table())));
        if (itself || Roles.halved(draft.groups, measure, world) || measure.kind() == Measure.Kind.MEDIAN && !draft.groups.isEmpty()) {
            return Optional.empty();
        }
        if (draft.groups.isEmpty()) {
            return Optional.of(new Query(measure.table(), new Query.Figure(measure), filters, null, null));
        }
        return base(draft.groups, measure, world).map(base -> {
            var by = List.copyOf(draft.groups);
            var sorting = sorting(draft);
            boolean empty = empty(draft, measure, base, sorting, world);
            var shape = new Query.Groups(by, measure, draft.threshold, empty, Keyed.wanted(by), draft.compared);
            return new Query(base, shape, filters, sorting, draft.limit);
        });
    }

    private static Optional<Query> firsts(Draft draft, Grouping each, World world) {
        boolean rows = draft.measure == null;
        boolean ranked = draft.sorting != null && draft.limit != null && draft.threshold == null;
        if (!ranked || rows == (draft.sorting.column() == null) || draft.groups.size() != (rows ? 0 : 1)) {
            return Optional.empty();
        }
        var of = rows ? null : draft.groups.getFirst();
        var counted = draft.measure == null ? Measure.count(draft.subject) : draft.measure;
        var by = Stream.concat(Stream.of(each), Stream.ofNullable(of)).toList();
        var columns = Stream.concat(Labels.of(draft.subject).stream(), draft.columns.stream())
                .distinct()
                .toList();
        var shape = new Query.Firsts(each, columns, of, draft.measure);
        return base(by, counted, world)
                .filter(base -> of != null || base.equals(draft.subject))
                .map(base -> new Query(base, shape, List.copyOf(draft.filters), draft.sorting, draft.limit));
    }

    /// A table each row of which belongs to one group. For a count it may lie below the table that is counted.
    private static Optional<Table> base(List<Grouping> groups, Measure measure, World world) {
        var needed = groups.stream()
                .map(Grouping::table)
                .distinct()
                .map(name -> world.schema().table(name).orElseThrow())
                .toList();
        var routes = world.routes();
        if (needed.stream().allMatch(table -> routes.up(measure.table(), table).isPresent())) {
            return Optional.of(measure.table());
        }
        if (measure.kind() != Measure.Kind.COUNT || measure.table().key().isEmpty()) {
            return Optional.empty();
        }
        var all = Stream.concat(Stream.of(measure.table()), needed.stream()).toList();
        return world.schema().tables().stream()
                .filter(table ->
                        all.stream().allMatch(target -> routes.up(table, target).isPresent()))
                .min(Comparator.comparing((Table table) -> !routes.spoken(table))
                        .thenComparingInt(table -> all.stream()
                                .mapToInt(target -> routes.distance(table, target))
                                .sum()));
    }

    /// Times come in their order, other groups with the largest figure first.
    private static Query.@Nullable Sorting sorting(Draft draft) {
        boolean time = draft.groups.stream()
                .anyMatch(group -> group instanceof Grouping.ByTime
                        || group instanceof Grouping.ByColumn(var column) && column.year());
        return draft.sorting != null || time ? draft.sorting : new Query.Sorting(null, true);
    }

    /// Who has the fewest may have none at all.
    private static boolean empty(
            Draft draft, Measure measure, Table base, Query.@Nullable Sorting sorting, World world) {
        return measure.kind() == Measure.Kind.COUNT
                && base.equals(measure.table())
                && (draft.everyone && draft.limit == null || sorting != null && !sorting.descending())
                && draft.threshold == null
                && draft.filters.isEmpty()
                && draft.groups.size() == 1
                && draft.groups.getFirst() instanceof Grouping.ByEntity(var each)
                && !each.equals(base)
                && world.routes().any(each, base).isPresent();
    }

    private static boolean reachable(Query query, World world) {
        var part = query.shape() instanceof Query.Share share ? share.part() : List.<Filter>of();
        return Stream.concat(query.filters().stream(), part.stream())
                .map(filter -> world.schema().table(filter.table()).orElseThrow())
                .allMatch(table -> world.routes().any(query.base(), table).isPresent());
    }
}
