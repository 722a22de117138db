package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was done, or not, with something or at a time: `customers who never ordered tea` may have ordered something else, `books not
/// borrowed in 2024` may have been borrowed before.
final class Nevers {
    /// Words between the negation and the time.
    private static final int REACH = 6;

    private Nevers() {}

    /// That there is no such row is only said of those that meet the other conditions on them.
    static void end(Reading reading) {
        var filters = reading.draft().filters;
        for (var said : List.copyOf(filters)) {
            if (said instanceof Filter.Related || said instanceof Filter.During && filters.contains(said)) {
                var table = reading.world().schema().table(said.table()).orElseThrow();
                var where = filters.stream().filter(filter -> filter != said && theirs(reading, filter, table, said.absent())).toList();
                var base = where.isEmpty() ? Optional.<Table>empty() : base(reading, where, table);
                base.ifPresent(found -> {
                    filters.removeAll(where);
                    var all = said instanceof Filter.During ? Stream.concat(Stream.of(said), where.stream()).toList() : where;
                    filters.set(filters.indexOf(said), Filter.some(found, all, said.absent()));
                });
            }
        }
    }

    /// A value of the rows that are there or not, or of what they lead to; where they are there, only one that is looked for elsewhere.
    private static boolean theirs(Reading reading, Filter filter, Table table, boolean absent) {
        var world = reading.world();
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        var other = world.schema().table(filter.table()).orElseThrow();
        boolean time = absent && filter instanceof Filter.During && other.equals(table);
        boolean value = filter instanceof Filter.OneOf || filter instanceof Filter.Like || filter instanceof Filter.Compared;
        if (!time && !value || filter.absent() || base == null || base.equals(table) || world.routes().up(base, other).isPresent()
                || world.routes().up(table, base).isEmpty()) {
            return false;
        }
        boolean passes = other.equals(table) || world.routes().any(base, other).orElse(List.of()).stream()
                .anyMatch(hop -> hop.to().table().equals(table.name()));
        return absent ? passes || world.routes().up(table, other).isPresent() : !passes && world.routes().up(table, other).isPresent();
    }

    private static Optional<Table> base(Reading reading, List<Filter> where, Table table) {
        var world = reading.world();
        var last = world.schema().table(where.getLast().table()).orElseThrow();
        return world.routes().up(table, last).isPresent() ? Optional.of(table) : Links.below(world, last, reading.draft().subject);
    }

    /// A time after `not borrowed`, `never ordered`, `have not paid anything`.
    ///
    /// @param at where the time begins
    static void at(Reading reading, int at, Filter time) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        var table = reading.world().schema().table(time.table()).orElseThrow();
        int not = reading.findAny(at, i -> reading.is(i, Cue.WITHOUT, Cue.DIFFERS));
        boolean said = not >= 0 && at - not <= REACH && base != null && !table.equals(base)
                && reading.world().routes().up(table, base).isPresent() && Deeds.doing(reading, not + 1).anyMatch(table::equals);
        if (said) {
            draft.filters.remove(time);
            draft.filters.add(Filter.some(table, time, true));
            for (int i = not; i < at; i++) {
                reading.use(i == not || i == not + 1 || reading.words(i).matches("any\\w*") ? i : -1);
            }
        }
    }
}
