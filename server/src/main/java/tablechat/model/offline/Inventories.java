package tablechat.model.offline;

import java.util.Optional;
import java.util.stream.IntStream;

/// `what genres are there and how many tracks each`, `list artists and their number of albums`: one line for each of the first,
/// with how many there are of the second. The total alone would answer another question.
final class Inventories {
    private static final String JOINING = "and|with|plus|and their|with their|including|including their|along with";

    private Inventories() {}

    static void read(Reading reading) {
        int count = reading.find(1, at -> reading.is(at, Cue.COUNT));
        if (count < 0 || reading.former() != null || reading.draft().subject != null) {
            return;
        }
        int listed = reading.find(0, reading::tableNamed);
        int counted = reading.find(count + 1, reading::tableNamed);
        if (listed < 0 || listed > count || counted < 0 || !joined(reading, listed, count)) {
            return;
        }
        var table = reading.table(counted).orElseThrow();
        grouping(reading, listed, table).ifPresent(grouping -> {
            var draft = reading.draft();
            draft.subject = table;
            draft.measure = Measure.count(table);
            draft.groups.add(grouping);
            draft.everyone = true;
            reading.use(listed, count, counted);
            use(reading, listed, count);
            int each = reading.find(count + 1, at -> reading.is(at, Cue.BY) && reading.next(at) < 0);
            reading.use(each);
        });
    }

    private static Optional<Grouping> grouping(Reading reading, int listed, Table counted) {
        return reading.table(listed).filter(counted::equals).isPresent() ? Optional.empty() : Groupings.at(reading, listed, counted);
    }

    /// A joining word stands between them, or `each` ends the question.
    private static boolean joined(Reading reading, int listed, int count) {
        boolean joining = IntStream.range(listed + 1, count).anyMatch(at -> reading.words(at).matches(JOINING));
        return joining || reading.find(count, at -> reading.is(at, Cue.BY) && reading.next(at) < 0) >= 0;
    }

    private static void use(Reading reading, int listed, int count) {
        for (int at = listed + 1; at < count; at++) {
            reading.use(reading.words(at).matches(JOINING) ? at : -1);
        }
    }
}
