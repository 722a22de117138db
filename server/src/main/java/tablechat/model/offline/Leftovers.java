package tablechat.model.offline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The words of the question that no rule could account for. A figure given in spite of them might be a wrong one.
final class Leftovers {
    private static final Set<Cue> HARMLESS =
            EnumSet.of(Cue.WHICH, Cue.LIST, Cue.WITH, Cue.HOW_MUCH, Cue.NAMED, Cue.DISTINCT, Cue.BY, Cue.ASCENDING);

    private Leftovers() {}

    static List<String> of(Reading reading) {
        return IntStream.range(0, reading.size())
                .filter(reading::free)
                .filter(at -> !harmless(reading, at))
                .mapToObj(at -> reading.question()
                        .typed(reading.item(at).from(), reading.item(at).to()))
                .distinct()
                .toList();
    }

    private static boolean harmless(Reading reading, int at) {
        var item = reading.item(at);
        if (reading.is(at, Cue.BY) && reading.draft().sorting != null && reading.draft().limit != null) {
            return false;
        }
        if (item.noise() || item.as(Cue.class).filter(HARMLESS::contains).isPresent()) {
            return true;
        }
        var measure = reading.draft().measure;
        if (reading.is(at, Cue.UNITS, Cue.COUNT) && measure != null && measure.value() != null) {
            return Money.units(reading.world().schema())
                    .filter(measure.value()::equals)
                    .isPresent();
        }
        return reading.is(at, Cue.SUM) && measure != null && measure.kind() == Measure.Kind.COUNT
                || reading.is(at, Cue.FIRST) && reading.draft().limit != null;
    }
}
