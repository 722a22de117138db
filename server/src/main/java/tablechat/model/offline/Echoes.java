package tablechat.model.offline;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Accounts for words that only say again what the query says already, or how it is to be told.
final class Echoes {
    private static final Set<Cue> HARMLESS =
            EnumSet.of(Cue.WHICH, Cue.LIST, Cue.WITH, Cue.NAMED, Cue.DISTINCT, Cue.BY, Cue.ASCENDING, Cue.ANY);
    /// Asks for lines of their own, so that it must not pass in silence.
    private static final String GROUPING = "per|for (each|every)|group(ed)? by|broken (down|out) by|split by|divided by|according to";
    private static final double NAMED = 0.9;
    /// What the values of a column may be called beside its name.
    private static final String KIND = "class|classes|type|types|category|categories|kind|kinds|tier|tiers|level|levels|"
            + "status|group|groups";
    private static final String WHOLE = "school|company|shop|store|library|business|firm|clinic|hospital|organi[sz]ation|system|office|"
            + "hotel|club|university|college|airline|warehouse|agency|catalogue?|league|bank|museum|gym|network|"
            + "collection|data|dataset|zoo|park|farm|city|town|world|cellar|archive|portfolio|fleet|platform|app|site|website|studio|"
            + "practice|"
            + "restaurant|council|network|station|depot|yard|building|association|charity|theatre|theater|cinema";

    private Echoes() {}

    /// After all rules that make something of words.
    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            if (reading.free(at) && (rated(reading, at) || Earnings.period(reading, at) || !ranking(reading, at)
                    && (cue(reading, at) || place(reading, at) || kind(reading, at) || remaining(reading, at) || verb(reading, at)
                            || Verbs.ours(reading, at) || measured(reading, at)))) {
                reading.use(at);
            }
        }
    }

    /// Nothing was made of it.
    static boolean grouping(Reading reading, int at) {
        boolean counted = at + 1 < reading.size() && reading.item(at + 1).is(Cue.COUNT) && reading.draft().sorting == null;
        return reading.is(at, Cue.BY) && (counted || reading.words(at).matches(GROUPING));
    }

    /// A `by` that should have said by what is ranked.
    private static boolean ranking(Reading reading, int at) {
        return reading.is(at, Cue.BY) && reading.draft().sorting != null && reading.draft().limit != null
                && !(at > 0 && Fit.past(Words.stem(reading.words(at - 1))));
    }

    private static boolean cue(Reading reading, int at) {
        return reading.item(at).as(Cue.class).filter(HARMLESS::contains).isPresent() && !grouping(reading, at)
                || reading.is(at, Cue.FIRST) && reading.draft().limit != null;
    }

    /// `per hour`, of an hourly rate.
    private static boolean rated(Reading reading, int at) {
        int unit = reading.words(at).equals("per") ? at + 1 : at;
        boolean said = unit < reading.size() && unit > 0 && reading.words(unit - 1).equals("per")
                && reading.words(unit).matches("hour|day|night|week|month|year");
        var sorting = reading.draft().sorting;
        var column = sorting != null && sorting.column() != null ? sorting.column()
                : reading.draft().measure != null && reading.draft().measure.value() instanceof Value.Field(var own) ? own : null;
        return said && column != null && column.words().stream().anyMatch(word ->
                word.equals(reading.words(unit)) || word.equals(reading.words(unit) + "ly")
                        || word.equals("daily") && reading.words(unit).equals("day"));
    }

    /// `at the school`: the whole that the database is about.
    private static boolean place(Reading reading, int at) {
        return at > 0
                && reading.item(at).senses().stream().allMatch(sense -> sense instanceof Sense.Match match && match.score() <= NAMED)
                && reading.words(at - 1).matches("the|our|this|your|my")
                && reading.words(at).matches(WHOLE);
    }

    /// `business class`, where cabins are classes; `per cabin class`.
    private static boolean kind(Reading reading, int at) {
        boolean noun = at > 0 && !reading.free(at - 1) && reading.words(at).matches(KIND)
                && reading.item(at).all(Sense.Match.class).noneMatch(match -> match.score() > NAMED);
        return noun && (reading.draft().filters.stream().anyMatch(filter -> filter instanceof Filter.OneOf one
                        && one.values().stream().map(Words::lower).anyMatch(reading.words(at - 1)::equals))
                || reading.draft().groups.stream().anyMatch(group -> group instanceof Grouping.ByColumn(var column)
                        && reading.item(at - 1).all(Sense.Match.class).anyMatch(match -> column.equals(match.column()))));
    }

    /// `how many bottles are left`, of a stock: what it holds is what is left.
    private static boolean remaining(Reading reading, int at) {
        var measure = reading.draft().measure;
        boolean said = at > 0 && reading.words(at).matches("left|remaining") && reading.words(at - 1).matches("is|are|still|have|has");
        return said && measure != null && measure.value() instanceof Value.Field(var held)
                && Stream.concat(measure.table().words().stream(), held.words().stream()).anyMatch(word -> Lexicon.alike("stock", word));
    }

    private static boolean verb(Reading reading, int at) {
        // `open matters`: before rows it says which of them.
        boolean state = at + 1 < reading.size() && reading.words(at).matches("open|closed|active") && reading.table(at + 1).isPresent();
        return !state && (Verbs.said(reading, at)
                || (at == 0 || !reading.item(at - 1).is(Cue.BY))
                        && reading.world().routes().role(Words.stem(reading.words(at)), reading.world().schema()));
    }

    /// Names once more what is added up or counted.
    private static boolean measured(Reading reading, int at) {
        var measure = reading.draft().measure;
        var sorting = reading.draft().sorting;
        if (sorting != null && sorting.column() != null && Units.repeats(reading, at, sorting.column())) {
            return true;
        }
        if (measure == null) {
            return reading.is(at, Cue.HOW_MUCH) && reading.draft().columns.stream().anyMatch(Column::number);
        }
        boolean column = measure.value() instanceof Value.Field(var field) && Units.repeats(reading, at, field)
                || measure.value() instanceof Value.Field(var own)
                && reading.item(at).all(Sense.Match.class).anyMatch(match -> own.equals(match.column()));
        return column || Trades.repeated(reading, at, measure)
                || reading.is(at, Cue.SUM) && (measure.value() != null || measure.kind() == Measure.Kind.COUNT) && !another(reading, at)
                || reading.is(at, Cue.SPENT, Cue.HOW_MUCH) && measure.value() != null
                || reading.is(at, Cue.UNITS) && measure.kind() == Measure.Kind.COUNT && Scales.choices(measure.table())
                || reading.is(at, Cue.UNITS, Cue.COUNT) && pieces(reading, measure.value());
    }

    /// `number of orders and total`: a second figure.
    private static boolean another(Reading reading, int at) {
        return at > 0 && reading.words(at - 1).matches("and|plus|or");
    }

    private static boolean pieces(Reading reading, @Nullable Value value) {
        return value != null && Money.units(reading.world().schema()).filter(value::equals).isPresent();
    }
}
