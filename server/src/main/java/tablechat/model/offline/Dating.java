package tablechat.model.offline;

import java.util.Optional;

/// `bookings per month in 2023 by check-in date`: which of the dates of the rows the times are of.
final class Dating {

    private Dating() {}

    /// After times and groups are known.
    static void read(Reading reading) {
        int by = reading.find(0, at -> reading.is(at, Cue.BY) && date(reading, reading.next(at)).isPresent());
        if (by < 0) {
            return;
        }
        var draft = reading.draft();
        var date = date(reading, reading.next(by)).orElseThrow();
        boolean timed = draft.groups.stream().anyMatch(group -> group instanceof Grouping.ByTime(var column, var unit)
                && column.table().equals(date.table()));
        if (timed) {
            draft.groups.replaceAll(group -> group instanceof Grouping.ByTime(var column, var unit) && column.table().equals(date.table())
                    ? new Grouping.ByTime(date, unit) : group);
            draft.filters.replaceAll(filter -> filter instanceof Filter.During(var column, var from, var until, var words)
                    && column.table().equals(date.table()) ? new Filter.During(date, from, until, words) : filter);
            reading.use(by, reading.next(by));
        }
    }

    private static Optional<Column> date(Reading reading, int at) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        return at < 0 || base == null || reading.tableNamed(at) ? Optional.empty()
                : reading.column(at, base, column -> column.date() && column.table().equals(base.name()));
    }

    /// `by purchase year`, `per signup month`: parts of the date that the word before them names, or of the rows it names themselves.
    static Optional<Grouping> parts(Reading reading, int at, Table base) {
        var unit = reading.free(at) && reading.free(at + 1) ? reading.item(at + 1).as(Unit.class) : Optional.<Unit>empty();
        boolean own = unit.isPresent() && reading.column(at + 1, base, column ->
                column.words().size() == 1 && column.table().equals(base.name())).isEmpty();
        return own ? Ends.called(reading, at, base).map(date -> new Grouping.ByTime(date, unit.get())) : Optional.empty();
    }
}
