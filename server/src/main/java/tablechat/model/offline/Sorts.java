package tablechat.model.offline;

/// `sorted by name`, `order by price descending`.
final class Sorts {

    private Sorts() {}

    static void read(Reading reading) {
        int sort = reading.find(0, at -> reading.is(at, Cue.SORT) && !reading.named(at));
        int direction = reading.find(Cue.ASCENDING, Cue.DESCENDING);
        var draft = reading.draft();
        boolean descending = reading.is(direction, Cue.DESCENDING);
        if (sort < 0) {
            if (direction >= 0 && draft.sorting != null) {
                draft.sorting = new Query.Sorting(draft.sorting.column(), descending);
                reading.use(direction);
            }
            return;
        }
        int noun = reading.next(sort);
        if (draft.measure != null) {
            draft.sorting = new Query.Sorting(null, direction < 0 || descending);
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
