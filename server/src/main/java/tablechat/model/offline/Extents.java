package tablechat.model.offline;

import java.util.Optional;
import tablechat.protocol.Nullable;

/// `difference between the highest and lowest price`, `price range`, `minimum and maximum salary by department`: from where to where
/// a number goes.
final class Extents {
    private Extents() {}

    static void read(Reading reading) {
        if (Poles.read(reading)) {
            return;
        }
        int first = reading.find(Cue.MAXIMUM, Cue.MINIMUM);
        int second = first < 0 ? -1 : reading.find(first + 1, at -> opposite(reading, first, at));
        if (second < 0) {
            range(reading);
            return;
        }
        int noun = reading.next(second);
        int between = reading.next(first);
        boolean repeated = between != second && between >= 0 && noun >= 0 && reading.words(between).equals(reading.words(noun));
        if (between == second || repeated && reading.next(between) == second) {
            take(reading, noun, first, second, repeated ? between : -1);
        }
    }

    static boolean opposite(Reading reading, int first, int second) {
        return reading.is(first, Cue.MAXIMUM) ? reading.is(second, Cue.MINIMUM) : reading.is(second, Cue.MAXIMUM);
    }

    /// `price range`, `range of prices`
    private static void range(Reading reading) {
        int range = reading.find(0, at -> reading.words(at).equals("range") && reading.item(at).unknown());
        if (range >= 0) {
            boolean of = range + 1 < reading.size() && reading.words(range + 1).equals("of");
            int before = reading.previous(range);
            boolean named = column(reading, before, null).isPresent() && reading.named(before);
            take(reading, named || !of ? before : reading.next(range), range);
        }
    }

    private static void take(Reading reading, int noun, int... items) {
        int of = reading.find(0, at -> at != noun && reading.tableNamed(at) && !reading.is(reading.previous(at), Cue.BY));
        var table = reading.table(of).orElse(null);
        var column = column(reading, noun, table).filter(found -> !found.year());
        column.ifPresent(found -> {
            var draft = reading.draft();
            Figures.remark(reading, noun, found);
            draft.measure = Figures.field(reading, Measure.Kind.MAXIMUM, found);
            draft.subject = draft.measure.table();
            draft.extent = true;
            draft.compared = false;
            reading.use(items);
            reading.use(noun, draft.subject.equals(table) ? of : -1);
        });
    }

    private static Optional<Column> column(Reading reading, int noun, @Nullable Table near) {
        return reading.free(noun) ? reading.column(noun, near, Column::number) : Optional.empty();
    }
}
