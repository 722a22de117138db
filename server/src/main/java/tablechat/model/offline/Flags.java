package tablechat.model.offline;

/// Columns that say yes or no: `discontinued products`, `products that are not discontinued`.
final class Flags {

    private Flags() {}

    static void read(Reading reading) {
        var subject = reading.draft().subject;
        for (int at = 0; subject != null && at < reading.size(); at++) {
            var column =
                    reading.free(at) ? reading.column(at, subject, Column::flag) : java.util.Optional.<Column>empty();
            int not = at - 1;
            if (column.isPresent()) {
                var negated = reading.is(not, Cue.DIFFERS, Cue.WITHOUT);
                reading.draft().filters.add(new Filter.Flagged(column.get(), negated));
                reading.use(at, negated ? not : -1);
            }
        }
    }
}
