package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;

/// What was done at one time and also, or not, at another: `customers who ordered in 2023 but not in 2024`, `in both 2023 and 2024`.
final class TwoTimes {
    private static final String AT = "( in| during| on)?";
    private static final Pattern AND = Pattern.compile("(and( also| again| then)?|as well as|but also)" + AT);
    private static final Pattern NOT = Pattern.compile("(but|and|yet) (not|none|nothing|never|no longer|(did|have|has|had)( not|n't))"
            + "( (?<verb>(?!(in|during|on|anything|any|again)\\b)\\p{L}+))?( (anything|any|again))?" + AT);

    private TwoTimes() {}

    /// Before the times are read one by one.
    static void read(Reading reading) {
        int first = reading.find(0, at -> period(reading, at));
        int second = reading.find(first + 1, at -> period(reading, at));
        boolean two = first >= 0 && second >= 0 && reading.find(second + 1, at -> period(reading, at)) < 0 && !reading.draft().compared;
        if (!two || cued(reading, first)) {
            return;
        }
        var between = reading.question().words(reading.item(first).to(), reading.item(second).from());
        boolean denied = denied(reading, first, between);
        if (denied || AND.matcher(between).matches()) {
            var date = reading.unlessEmpty(() -> Times.column(reading, first).filter(column -> rows(reading, column).isPresent()));
            date.ifPresent(column -> {
                add(reading, column, first, false);
                add(reading, column, second, denied);
                reading.use(IntStream.rangeClosed(first, second).toArray());
                reading.use(reading.find(0, at -> reading.words(at).equals("both")));
            });
        }
    }

    private static void add(Reading reading, Column column, int at, boolean denied) {
        var period = reading.item(at).as(Sense.Period.class).orElseThrow();
        var during = new Filter.During(column, period.from(), period.until(), "in " + period.words());
        reading.draft().filters.add(Filter.some(rows(reading, column).orElseThrow(), during, denied));
    }

    /// Since, until or not in the first of them: that is another question.
    private static boolean cued(Reading reading, int first) {
        return reading.is(first - 1, Cue.SINCE, Cue.UNTIL, Cue.BETWEEN)
                || reading.findBack(first, at -> Comparison.of(reading.item(at)) != null || reading.is(at, Cue.WITHOUT)) >= 0;
    }

    /// The verb, if it is said again, is that of the first time.
    private static boolean denied(Reading reading, int first, String between) {
        var found = NOT.matcher(between);
        if (!found.matches()) {
            return false;
        }
        var verb = found.group("verb");
        return verb == null || reading.question().tokens().subList(0, reading.item(first).from()).stream()
                .anyMatch(token -> root(token.word()).equals(root(verb)));
    }

    private static String root(String verb) {
        return Words.root(Words.present(Words.stem(verb)));
    }

    /// Rows that belong to those that are asked for, which may have some at either time.
    private static Optional<Table> rows(Reading reading, Column column) {
        var table = reading.world().schema().of(column);
        var base = base(reading);
        boolean own = base == null || !column.date() || reading.world().routes().up(base, table).isPresent();
        return own ? Optional.empty() : Links.below(reading.world(), table, base);
    }

    /// Another condition on rows below would have to hold of the same rows: what is asked then is not clear.
    static void end(Reading reading) {
        var filters = reading.draft().filters;
        var times = filters.stream().filter(TwoTimes::time).toList();
        boolean more = times.size() > 1 && (reading.draft().threshold != null
                || filters.stream().anyMatch(filter -> !times.contains(filter) && beside(reading, filter, times)));
        if (more) {
            reading.release(reading.findAny(reading.size(), at -> reading.item(at).as(Sense.Period.class).isPresent()));
        }
    }

    private static boolean time(Filter filter) {
        return filter instanceof Filter.Counted counted && counted.any() && counted.where().size() == 1
                && counted.where().getFirst() instanceof Filter.During;
    }

    private static boolean beside(Reading reading, Filter filter, List<Filter> times) {
        var table = reading.world().schema().table(filter.table()).orElseThrow();
        var rows = reading.world().schema().table(times.getFirst().table()).orElseThrow();
        boolean said = filter instanceof Filter.Related && !filter.absent() && reading.world().routes().up(rows, table).isPresent();
        return !said && reading.world().routes().up(base(reading), table).isEmpty();
    }

    private static @Nullable Table base(Reading reading) {
        var draft = reading.draft();
        return draft.measure == null ? draft.subject : draft.measure.table();
    }

    private static boolean period(Reading reading, int at) {
        return reading.item(at).as(Sense.Period.class).isPresent();
    }
}
