package tablechat.model.offline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where in something a row stands, as a column counts it: `after minute 80`, `between minute 30 and 45`, `in the first 15 minutes`.
/// It is no time before now.
final class Moments {
    private static final String COUNTED = "minute|second|hour|day|week|month|round|lap|set|inning|over|stage|chapter|page|lesson";
    private static final Map<String, Comparison> SIDES = Map.of("after", Comparison.OVER, "past", Comparison.OVER, "since",
            Comparison.AT_LEAST, "from", Comparison.AT_LEAST, "before", Comparison.UNDER, "until", Comparison.AT_MOST);

    private Moments() {}

    /// Before all that ranks: `the first 15` are not 15 rows.
    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            if (!between(reading, at) && !side(reading, at)) {
                first(reading, at);
            }
        }
    }

    private static boolean between(Reading reading, int at) {
        int noun = reading.is(at, Cue.BETWEEN) || reading.words(at).equals("from") ? reading.next(at) : -1;
        var column = column(reading, noun);
        int first = column.isEmpty() ? -1 : noun + 1;
        int second = first < 0 ? -1 : reading.next(first);
        int last = reading.amount(second).isPresent() || second < 0 || !reading.words(second).matches("and|to|until|till") ? second
                : reading.next(second);
        last = column(reading, last).isPresent() ? last + 1 : last;
        if (reading.amount(first).isEmpty() || reading.amount(last).isEmpty()) {
            return false;
        }
        var low = reading.amount(first).orElseThrow().value();
        reading.draft().filters.add(new Filter.Between(column.orElseThrow(), low, reading.amount(last).orElseThrow().value()));
        reading.use(IntStream.rangeClosed(at, last).toArray());
        return true;
    }

    private static boolean side(Reading reading, int at) {
        var comparison = reading.free(at) ? SIDES.get(reading.words(at)) : null;
        int noun = comparison == null ? -1 : reading.next(at);
        var column = column(reading, noun);
        if (column.isEmpty() || reading.amount(noun + 1).isEmpty()) {
            return false;
        }
        reading.draft().filters.add(new Filter.Compared(column.get(), comparison, reading.amount(noun + 1).orElseThrow().value()));
        reading.use(at, noun, noun + 1);
        return true;
    }

    private static void first(Reading reading, int at) {
        var column = reading.is(at, Cue.FIRST) && within(reading, at) && reading.amount(at + 1).isPresent()
                ? column(reading, at + 2)
                : Optional.<Column>empty();
        column.ifPresent(found -> {
            reading.draft().filters.add(new Filter.Compared(found, Comparison.AT_MOST, reading.amount(at + 1).orElseThrow().value()));
            reading.use(at, at + 1, at + 2);
        });
    }

    private static boolean within(Reading reading, int at) {
        int before = reading.findAny(at, i -> !reading.words(i).equals("the"));
        return before >= 0 && reading.words(before).matches("in|during|within|of");
    }

    /// One that is called just so, of whole numbers.
    private static Optional<Column> column(Reading reading, int at) {
        return at < 0 || !reading.free(at) || !Words.stem(reading.words(at)).matches(COUNTED)
                ? Optional.empty()
                : reading.column(at, null, column -> column.number() && column.whole()
                        && column.words().equals(List.of(Words.stem(reading.words(at)))));
    }
}
