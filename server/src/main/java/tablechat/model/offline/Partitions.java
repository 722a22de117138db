package tablechat.model.offline;

import java.util.Optional;

/// The first of each, instead of the first of all: `cheapest product per category`, `first order of each customer`.
final class Partitions {

    private Partitions() {}

    /// After the ranking is known, before anything is grouped.
    static void read(Reading reading) {
        var draft = reading.draft();
        if (!ranked(reading)) {
            return;
        }
        int by = reading.find(
                0,
                at -> reading.is(at, Cue.BY) && each(reading, reading.next(at)).isPresent());
        if (by < 0) {
            return;
        }
        int noun = reading.next(by);
        if (each(reading, noun).filter(new Grouping.ByColumn(draft.sorting.column())::equals).isPresent()) {
            reading.use(by, noun);
            return;
        }
        draft.each = each(reading, noun).orElseThrow();
        draft.limit = draft.limitSaid ? draft.limit : Integer.valueOf(1);
        reading.use(by, noun);
    }

    /// Something is ranked here, or was in the former question: `and per category?`.
    private static boolean ranked(Reading reading) {
        var draft = reading.draft();
        return draft.sorting != null
                && draft.limit != null
                && draft.meanOf == null
                && draft.groups.size() < 2
                && (reading.former() == null || draft.measure == null);
    }

    private static Optional<Grouping> each(Reading reading, int at) {
        var draft = reading.draft();
        return draft.subject == null
                ? Optional.empty()
                : own(reading, at)
                        .or(() -> Groupings.at(reading, at, draft.subject))
                        .filter(found -> !draft.groups.contains(found));
    }

    /// What is ranked knows its country best: a customer's, not that of the orders that are counted.
    private static Optional<Grouping> own(Reading reading, int at) {
        return reading.draft().groups.stream()
                .filter(Grouping.ByEntity.class::isInstance)
                .map(group ->
                        reading.world().schema().table(group.table()).orElseThrow())
                .flatMap(table -> Groupings.at(reading, at, table)
                        .filter(found -> found instanceof Grouping.ByColumn(var column)
                                && column.table().equals(table.name()))
                        .stream())
                .findFirst();
    }
}
