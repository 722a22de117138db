package tablechat.model.offline;

import java.util.Optional;
import java.util.stream.Stream;

/// `sorted by name`, `order by price descending`.
final class Sorts {

    private Sorts() {}

    /// `sorted by class`, of a figure for each class.
    private static Optional<Column> label(Reading reading, int noun) {
        return labels(reading.draft())
                .filter(column -> reading.free(noun)
                        && (reading.item(noun).all(Sense.Match.class).anyMatch(match -> column.equals(match.column())
                                        || match.column() == null && match.table().name().equals(column.table()))
                                || reading.words(noun).matches("name|year|month|date|quarter|day")))
                .findFirst();
    }

    private static Stream<Column> labels(Draft draft) {
        return draft.groups.stream().flatMap(group -> switch (group) {
            case Grouping.ByColumn(var column) -> Stream.of(column);
            case Grouping.ByEntity(var table) -> Labels.of(table).stream();
            case Grouping.ByTime(var column, var unit) -> Stream.of(column);
        });
    }

    static void read(Reading reading) {
        int sort = reading.find(0, at -> reading.is(at, Cue.SORT) && !reading.named(at) && !Ranks.asks(reading, at));
        int direction = reading.find(Cue.ASCENDING, Cue.DESCENDING);
        var draft = reading.draft();
        boolean descending = reading.is(direction, Cue.DESCENDING);
        if (sort < 0) {
            if (direction >= 0 && draft.sorting != null) {
                draft.sorting = new Query.Sorting(draft.sorting.column(), descending);
                reading.use(direction);
            } else if (direction >= 0 && draft.measure != null && !draft.groups.isEmpty()) {
                var label = reading.words(direction).matches(".*alphabet.*|a to z") ? labels(draft).findFirst() : Optional.<Column>empty();
                draft.sorting = new Query.Sorting(label.orElse(null), descending);
                reading.use(direction);
            } else if (direction >= 0 && reading.words(direction).contains("alphabet") && draft.subject != null && draft.measure == null) {
                draft.sorting = new Query.Sorting(Labels.of(draft.subject).getLast(), false);
                reading.use(direction);
            }
            return;
        }
        int noun = reading.next(sort);
        if (draft.measure != null) {
            var label = label(reading, noun);
            draft.sorting = label.map(column -> new Query.Sorting(column, descending))
                    .orElseGet(() -> new Query.Sorting(null, direction < 0 || descending));
            reading.use(label.isPresent() ? noun : -1);
            reading.use(sort, direction, reading.named(noun) || reading.is(noun, Cue.COUNT, Cue.REVENUE) ? noun : -1);
            return;
        }
        reading.column(noun, draft.subject, column -> true)
                .filter(column -> reading.free(noun))
                .ifPresent(column -> {
                    draft.sorting = new Query.Sorting(column, descending);
                    reading.use(sort, noun, direction);
                });
    }
}
