package tablechat.model.offline;

import java.util.Optional;

/// What was done or not, where only a date says so: `returned loans`, `orders not shipped yet`, `cancelled bookings`.
final class Deeds {

    private Deeds() {}

    static void read(Reading reading) {
        var subject = reading.draft().subject;
        for (int at = 0; subject != null && at < reading.size(); at++) {
            if (reading.free(at) && deed(reading, at)) {
                int deed = at;
                date(reading, at, subject).ifPresent(column -> {
                    reading.draft().filters.add(new Filter.Empty(column, !negated(reading)));
                    reading.use(deed);
                });
            }
        }
    }

    private static boolean deed(Reading reading, int at) {
        return reading.words(at).matches("\\p{L}+(ed|en)|paid|sent|sold|left|done");
    }

    /// A date that may be missing, named after the deed.
    private static Optional<Column> date(Reading reading, int at, Table subject) {
        return reading.column(at, subject, column -> column.date() && column.nullable() && column.table().equals(subject.name()))
                .filter(column -> reading.draft().filters.stream()
                        .noneMatch(filter -> filter instanceof Filter.During during && during.column().equals(column)));
    }

    private static boolean negated(Reading reading) {
        int not = reading.find(Cue.DIFFERS, Cue.WITHOUT);
        reading.use(not);
        return not >= 0;
    }
}
