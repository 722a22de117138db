package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How long something took, where two dates of a row say so: `average length of stay`, `how long does a delivery take`,
/// `which carrier is the slowest`.
final class Lapses {
    private static final String NOUN = "(.* )?(stays?|durations?|length|times?|delay|turnaround)";
    private static final String TIMES = "(number of )?(days?|hours?|minutes?|weeks?)";
    private static final String FAST = "slowest|fastest|quickest";
    private static final String AROUND =
            "take|takes|took|last|lasts|lasted|it|length|duration|days?|hours?|minutes?|weeks?|stay|stays|stayed";

    private final Reading reading;
    /// Where `how` of `how long` stands, what names the time, what is taken of it, and a `longest` or `fastest`; -1 for none.
    private final int how;
    private final int noun;
    private final int cue;
    private final int speed;

    private Lapses(Reading reading) {
        this.reading = reading;
        int asked = reading.find(1, at -> reading.words(at).equals("long") && reading.words(at - 1).equals("how"));
        this.how = asked < 0 ? -1 : asked - 1;
        this.cue = reading.find(Cue.AVERAGE, Cue.MEDIAN, Cue.MAXIMUM, Cue.MINIMUM);
        this.noun = reading.find(0, at -> noun(at) || reading.words(at).matches(TIMES) && (until(at) || lasting(at)));
        this.speed = reading.find(0, at -> reading.words(at).matches("longest|shortest|slowest|fastest|quickest"));
    }

    /// Before all that ranks and counts.
    static void read(Reading reading) {
        if (reading.former() == null && reading.draft().measure == null) {
            new Lapses(reading).read();
        }
    }

    private void read() {
        if (how < 0 && (noun < 0 || cue < 0 && !lasting(noun)) && speed < 0 || speed >= 0 && measured()) {
            return;
        }
        var kept = how >= 0 ? kept() : Optional.<Column>empty();
        if (kept.isPresent()) {
            boolean whole = Words.lower(reading.question().text()).matches("(?s).*(in total|altogether).*");
            measure(Figures.field(reading, whole ? Measure.Kind.SUM : kind(), kept.get()));
            use(how, how + 1, cue);
        } else {
            lapse().ifPresent(this::taken);
        }
    }

    /// Names a time, and no column that holds one.
    private boolean noun(int at) {
        return reading.words(at).matches(NOUN)
                && reading.item(at).all(Sense.Match.class)
                .noneMatch(match -> match.column() != null && match.column().number()
                        && (match.score() >= Fit.LOOSE || match.score() >= Fit.ALIKE && reading.mentions(match.table())));
    }

    /// `days to resolve`, `hours until delivery`
    private boolean until(int at) {
        return at + 2 < reading.size() && reading.words(at + 1).matches("to|until|till|before")
                && reading.column(at + 2, null, Ends::end).isPresent();
    }

    /// `longest trip by distance` is not the longest in time.
    private boolean measured() {
        int by = reading.find(speed + 1, at -> reading.is(at, Cue.BY) && reading.words(at).equals("by"));
        int figure = by < 0 ? -1 : reading.next(by);
        return figure >= 0 && reading.table(figure).isEmpty() && reading.column(figure, null, Column::number).isPresent();
    }

    /// `how many days does a campaign last`
    private boolean lasting(int at) {
        return at > 0 && reading.is(at - 1, Cue.COUNT) && reading.words(at).matches(TIMES)
                && reading.find(at + 1, i -> reading.words(i).matches("take|takes|took|last|lasts|lasted")) >= 0;
    }

    /// `resolution`, before `time`: what the end that is called `resolved` is named after.
    private boolean named(int at, Column end) {
        return noun > 0 && at == noun - 1 && Ends.end(end) && end.words().stream().anyMatch(word -> Rates.nominal(reading.words(at), word))
                || how >= 0 && at > how + 2 && reading.words(at - 1).equals("to") && Ends.doing(reading.words(at), end)
                || how >= 0 && at + 1 < reading.size() && reading.words(at + 1).matches("takes?|took") && Ends.end(end)
                        && end.words().stream().anyMatch(word -> Rates.nominal(reading.words(at), word));
    }

    private void taken(Value.Lapse value) {
        var table = reading.world().schema().table(value.table()).orElseThrow();
        boolean ranked = speed >= 0 && (noun >= 0 || reading.words(speed).matches(FAST));
        int owner = !ranked ? -1 : reading.find(0, at -> reading.tableNamed(at) && reading.table(at).filter(table::equals).isEmpty());
        if (owner >= 0) {
            boolean longest = reading.words(speed).matches("longest|slowest");
            boolean done = Ranking.byMeasure(reading, owner, new Measure(Measure.Kind.AVERAGE, table, value), longest, 1);
            use(done ? new int[] {speed, noun, cue} : new int[0]);
        } else if (speed < 0 || noun >= 0 || longest(table)) {
            measure(new Measure(kind(), table, value));
            int number = noun > 0 && reading.is(noun - 1, Cue.COUNT) ? noun - 1 : -1;
            use(noun, number, how, how < 0 ? -1 : how + 1, cue, speed);
        }
    }

    /// Of all its rows; `the ten longest` would be a list of them.
    private boolean longest(Table table) {
        return Ranking.number(reading, reading.previous(speed)) == null
                && reading.table(reading.next(speed)).filter(table::equals).isPresent();
    }

    private void measure(Measure measure) {
        reading.draft().measure = measure;
        reading.draft().subject = measure.table();
    }

    private void use(int... at) {
        reading.use(at);
        for (int i = 0; at.length > 0 && i < reading.size(); i++) {
            int here = i;
            boolean end = reading.column(i, reading.draft().subject, Ends::end).isPresent() && reading.table(i).isEmpty()
                    || reading.draft().subject.first(column -> named(here, column)).isPresent();
            reading.use(reading.free(i) && (reading.words(i).matches(AROUND) || end) ? i : -1);
            reading.use(reading.free(i) && reading.table(i).filter(reading.draft().subject::equals).isPresent()
                    && (i == 0 || !reading.is(i - 1, Cue.BY)) ? i : -1);
        }
    }

    private Measure.Kind kind() {
        if (speed >= 0 && cue < 0) {
            return reading.words(speed).matches("longest|slowest") ? Measure.Kind.MAXIMUM : Measure.Kind.MINIMUM;
        }
        return reading.is(cue, Cue.MEDIAN) ? Measure.Kind.MEDIAN
                : reading.is(cue, Cue.MAXIMUM) ? Measure.Kind.MAXIMUM
                : reading.is(cue, Cue.MINIMUM) ? Measure.Kind.MINIMUM
                : Measure.Kind.AVERAGE;
    }

    /// A column that holds a duration, of a table that is named.
    private Optional<Column> kept() {
        return IntStream.range(0, reading.size()).boxed()
                .flatMap(at -> reading.table(at).stream())
                .flatMap(table -> Ends.below(reading.world(), table).limit(2))
                .flatMap(table -> table.first(Spans::lasting).stream())
                .findFirst();
    }

    /// Of the table that is named, or whose end is; of the only one where a stay or a time is spoken of.
    private Optional<Value.Lapse> lapse() {
        var ended = reading.world().schema().tables().stream()
                .flatMap(table -> ended(table).flatMap(column -> Ends.lapse(table, Optional.of(column))).stream())
                .toList();
        var named = lapses(reading::mentions);
        boolean stay = noun >= 0 && reading.words(noun).matches("(.* )?(stays?|length)");
        boolean fast = how < 0 && noun < 0 && speed >= 0 && reading.words(speed).matches(FAST);
        boolean other = (stay || fast) && ended.isEmpty() && named.isEmpty();
        return single(events(ended))
                .or(() -> single(events(named)))
                .or(() -> other ? single(events(lapses(Relations::event))) : Optional.empty())
                .map(value -> new Value.Lapse(value.from(), value.until(), unit(value)));
    }

    /// Of tables that hold no duration.
    private List<Value.Lapse> lapses(Predicate<Table> wanted) {
        return reading.world().schema().tables().stream()
                .filter(wanted.and(table -> table.first(Spans::lasting).isEmpty()))
                .filter(table -> how >= 0 || noun >= 0 || !Superlatives.measured(reading, speed, table))
                .flatMap(table -> Ends.lapse(table, Optional.empty()).stream())
                .toList();
    }

    /// The end that a word of the question names.
    private Optional<Column> ended(Table table) {
        return IntStream.range(0, reading.size())
                .boxed()
                .flatMap(at -> reading.column(at, table, column -> Ends.end(column) && column.table().equals(table.name()))
                        .or(() -> table.first(column -> named(at, column)))
                        .stream())
                .findFirst();
    }

    /// Views say nothing more than the tables they are made of.
    private List<Value.Lapse> events(List<Value.Lapse> all) {
        var schema = reading.world().schema();
        var keyed = all.stream().filter(value -> schema.of(value.from()).columns().stream().anyMatch(Column::primary)).toList();
        return keyed.isEmpty() ? all : keyed;
    }

    private static Optional<Value.Lapse> single(List<Value.Lapse> all) {
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private Clock unit(Value.Lapse value) {
        for (var unit : Clock.values()) {
            boolean said = reading.findAny(reading.size(), at -> reading.words(at).matches("(in )?" + unit.word() + "s")) >= 0;
            if (said) {
                return unit;
            }
        }
        return value.unit();
    }
}
