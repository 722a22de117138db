package tablechat.model.offline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The words of the question that no rule could account for. A figure given in spite of them might be a wrong one.
final class Leftovers {
    private static final Set<Cue> HARMLESS =
            EnumSet.of(Cue.WHICH, Cue.LIST, Cue.WITH, Cue.HOW_MUCH, Cue.NAMED, Cue.DISTINCT, Cue.BY, Cue.ASCENDING, Cue.ANY);

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

    /// `at the school`: the whole that the database is about.
    private static boolean place(Reading reading, int at) {
        return at > 0
                && reading.item(at).all(Sense.class).allMatch(sense -> sense instanceof Sense.Match match && match.score() <= 0.9)
                && reading.words(at - 1).matches("the|our|this|your|my")
                && reading.words(at).matches("school|company|shop|store|library|business|firm|clinic|hospital|organi[sz]ation|system|"
                        + "office|hotel|club|university|college|airline|warehouse|agency|catalogue?");
    }

    private static boolean harmless(Reading reading, int at) {
        var item = reading.item(at);
        if (reading.is(at, Cue.BY) && reading.draft().sorting != null && reading.draft().limit != null
                && !(at > 0 && Fit.past(Words.stem(reading.words(at - 1))))) {
            return false;
        }
        if (item.noise() || item.as(Cue.class).filter(HARMLESS::contains).isPresent()) {
            return true;
        }
        if (Verbs.said(reading, at) || place(reading, at)
                || reading.world().routes().role(Words.stem(reading.words(at)), reading.world().schema())) {
            return true;
        }
        var measure = reading.draft().measure;
        if (measure != null
                && measure.value() instanceof Value.Field(var column)
                && item.all(Sense.Match.class).anyMatch(match -> column.equals(match.column()))) {
            return true;
        }
        if (reading.is(at, Cue.SPENT, Cue.SUM) && measure != null && measure.value() != null) {
            return true;
        }
        if (reading.is(at, Cue.UNITS, Cue.COUNT) && measure != null && measure.value() != null) {
            return Money.units(reading.world().schema())
                    .filter(measure.value()::equals)
                    .isPresent();
        }
        return reading.is(at, Cue.SUM) && measure != null && measure.kind() == Measure.Kind.COUNT
                || reading.is(at, Cue.FIRST) && reading.draft().limit != null;
    }
}
