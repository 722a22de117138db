package tablechat.model.offline;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How long something of a row took, as a condition: `shipped within 3 days`, `returned more than 7 days late`, `delivered at least 5 days
/// after shipping`, `loans longer than 20 days`.
final class Terms {
    private static final Map<String, Comparison> SIDES = Map.of("within", Comparison.AT_MOST, "longer than", Comparison.OVER,
            "later than", Comparison.OVER, "shorter than", Comparison.UNDER, "up to", Comparison.AT_MOST);
    private static final String TOOK = "take|takes|took|taking|lasting|lasted|last";

    private final Reading reading;
    private final int number;
    private final Clock unit;

    private Terms(Reading reading, int number, Clock unit) {
        this.reading = reading;
        this.number = number;
        this.unit = unit;
    }

    static void read(Reading reading) {
        for (int at = 1; at + 1 < reading.size(); at++) {
            var unit = reading.free(at + 1) ? unit(reading.words(at + 1)) : Optional.<Clock>empty();
            if (reading.draft().subject != null && reading.amount(at).isPresent() && unit.isPresent()) {
                new Terms(reading, at, unit.get()).read();
            }
        }
    }

    static Optional<Clock> unit(String word) {
        return Stream.of(Clock.values()).filter(clock -> clock.word().equals(Words.stem(word))).findFirst();
    }

    private void read() {
        int side = number - 1;
        int before = side;
        var comparison = Optional.ofNullable(SIDES.get(reading.words(side)))
                .or(() -> Optional.ofNullable(Comparison.of(reading.item(side))));
        if (comparison.isEmpty() && reading.words(side).equals("than") && side > 0) {
            before = side - 1;
            comparison = Optional.ofNullable(SIDES.get(reading.words(before) + " than"));
        }
        if (comparison.isEmpty() || !reading.free(before)) {
            return;
        }
        int first = before;
        var told = comparison.get();
        Ends.below(reading.world(), reading.draft().subject).flatMap(table -> time(table, first).stream()).findFirst()
                .ifPresent(time -> {
                    var amount = reading.amount(number).orElseThrow().value();
                    reading.draft().filters.add(new Filter.Took(time, told, amount));
                    use(first, time);
                });
    }

    /// Of rows that hold no duration of their own in that unit.
    private Optional<Value.Lapse> time(Table table, int before) {
        int after = number + 2;
        boolean late = after < reading.size() && reading.words(after).matches("late|overdue");
        int deed = deed(table, before);
        if (late) {
            return table.first(Ends::due).flatMap(due -> Ends.done(table).map(done -> new Value.Lapse(due, done, unit)));
        }
        int other = after + 1 < reading.size() && reading.words(after).matches("after|of|from|since|to|until|before")
                ? reading.next(after) : -1;
        var named = other < 0 ? Optional.<Column>empty() : Ends.called(reading, other, table);
        var until = deed >= 0 && reading.table(deed).isEmpty() ? Ends.called(reading, deed, table) : Optional.<Column>empty();
        if (other >= 0 && (named.isEmpty() || named.equals(until))) {
            return Optional.empty();
        }
        if (named.isPresent() && !reading.words(after).matches("to|until|before")) {
            return until.map(end -> new Value.Lapse(named.get(), end, unit));
        }
        var end = named.or(() -> until);
        boolean lasting = end.isEmpty() && reading.words(before).matches("longer|shorter|longer than|shorter than")
                && table.equals(reading.draft().subject) && table.first(Spans::lasting).isEmpty();
        return end.isEmpty() && !lasting ? Optional.empty()
                : Ends.lapse(table, end).map(lapse -> new Value.Lapse(lapse.from(), lapse.until(), unit));
    }

    /// What was done in that time: before it, perhaps with a noun between.
    private int deed(Table table, int before) {
        int at = reading.findAny(before, i -> !reading.words(i).matches("in|for|after|days?|a|an|the|" + TOOK));
        int verb = reading.tableNamed(at) && Ends.called(reading, at, table).isEmpty() ? at - 1 : at;
        return verb > 0 && reading.words(verb).matches("a|an|the|any") ? verb - 1 : verb;
    }

    private void use(int before, Value.Lapse time) {
        var table = reading.world().schema().table(time.table()).orElseThrow();
        reading.use(before, number - 1, number, number + 1);
        for (int at = 0; at < reading.size(); at++) {
            var called = reading.free(at) && reading.table(at).isEmpty() ? Ends.called(reading, at, table) : Optional.<Column>empty();
            boolean end = called.filter(column -> column.equals(time.from()) || column.equals(time.until())).isPresent();
            boolean around = Math.abs(at - number) <= 4
                    && reading.words(at).matches("late|overdue|in|to|of|from|after|since|until|before|" + TOOK);
            reading.use(reading.free(at) && (end || around) ? at : -1);
        }
    }
}
