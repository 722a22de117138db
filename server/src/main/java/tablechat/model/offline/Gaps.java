package tablechat.model.offline;

import java.util.Optional;
import java.util.stream.IntStream;

/// The time between two dates that are both named: `average days between order and shipping`, `how long is it from order to delivery`.
final class Gaps {
    private static final String TIME = "(number of )?(days?|hours?|minutes?|weeks?|time|gap|delay|duration|period)|lag";

    private Gaps() {}

    /// Before all that ranks and counts.
    static void read(Reading reading) {
        int noun = reading.find(0, at -> reading.words(at).matches(TIME));
        int cue = noun < 0 ? -1 : reading.find(noun + 1, at -> at <= noun + 3 && reading.words(at).matches("between|from"));
        int and = cue < 0 ? -1 : IntStream.range(cue + 2, Math.min(cue + 5, reading.size() - 1))
                .filter(at -> reading.words(at).matches("and|to|until")).findFirst().orElse(-1);
        if (and < 0 || reading.former() != null || reading.draft().measure != null) {
            return;
        }
        reading.world().schema().tables().stream()
                .flatMap(table -> time(reading, noun, and, table).stream())
                .findFirst()
                .ifPresent(time -> take(reading, noun, cue, and, time));
    }

    private static Optional<Value.Lapse> time(Reading reading, int noun, int and, Table table) {
        var from = Ends.called(reading, and - 1, table);
        int last = last(reading, and);
        var until = last < reading.size() ? Ends.called(reading, last, table) : Optional.<Column>empty();
        return from.isEmpty() || until.isEmpty() || from.equals(until) || from.get().ticks() != until.get().ticks()
                ? Optional.empty()
                : Optional.of(new Value.Lapse(from.get(), until.get(), Terms.unit(reading.words(noun).replace("number of ", ""))
                        .orElseGet(() -> Ends.lapse(table, until).map(Value.Lapse::unit).orElse(Clock.DAY))));
    }

    private static int last(Reading reading, int and) {
        return reading.words(and + 1).matches("the|its|their") ? and + 2 : and + 1;
    }

    private static void take(Reading reading, int noun, int cue, int and, Value.Lapse time) {
        var draft = reading.draft();
        int function = reading.find(Cue.AVERAGE, Cue.MEDIAN, Cue.MAXIMUM, Cue.MINIMUM);
        var kind = reading.is(function, Cue.MEDIAN) ? Measure.Kind.MEDIAN
                : reading.is(function, Cue.MAXIMUM) ? Measure.Kind.MAXIMUM
                : reading.is(function, Cue.MINIMUM) ? Measure.Kind.MINIMUM : Measure.Kind.AVERAGE;
        draft.measure = Measure.of(kind, time, reading.world().schema());
        draft.subject = draft.measure.table();
        reading.use(function, noun > 0 && reading.is(noun - 1, Cue.COUNT) ? noun - 1 : -1);
        int last = last(reading, and);
        reading.use(IntStream.rangeClosed(cue, last).toArray());
        reading.use(noun);
    }
}
