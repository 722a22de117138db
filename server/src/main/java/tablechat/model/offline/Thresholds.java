package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Conditions on figures: `more than 5 orders`, `spent over 1000`, `countries with more than 10 customers`.
final class Thresholds {

    private Thresholds() {}

    /// @param at the comparison; `number` is what it compares with
    /// @return false (and nothing done) when it is not about a figure
    static boolean counted(Reading reading, int at, int number, Query.Threshold threshold) {
        if (reading.draft().subject == null) {
            return false;
        }
        int money = reading.findBack(at, i -> reading.is(i, Cue.SPENT, Cue.REVENUE));
        var times = Often.table(reading, at, number);
        var noun = times.isEmpty() ? CountedNoun.of(reading, number) : Optional.<CountedNoun>empty();
        var measure = money >= 0
                ? Figures.money(reading, money, Measure.Kind.SUM)
                : times.map(Measure::count)
                        .or(() -> noun.map(found -> Deeds.counted(reading, Measure.count(found.table()))));
        if (measure.isEmpty() || !add(reading, measure.get(), threshold)) {
            return false;
        }
        reading.use(at, number, money >= 0 ? money : -1);
        times.filter(found -> money < 0).ifPresent(found -> Often.use(reading, at, number));
        noun.filter(found -> money < 0).ifPresent(found -> counted(reading, at, found));
        return true;
    }

    /// A noun that is the value of a column is left to [Values].
    private static void counted(Reading reading, int at, CountedNoun noun) {
        if (noun.flag() != null) {
            reading.draft().filters.add(new Filter.Flagged(noun.flag(), false));
        }
        reading.use(noun.flag() != null || reading.table(noun.at()).isPresent() ? noun.at() : -1);
        reading.use(reading.is(reading.previous(at), Cue.WITH) ? reading.previous(at) : -1);
    }

    /// What was said of the rows that are counted is a condition on them, not on those they are counted for.
    static void end(Reading reading) {
        var filters = reading.draft().filters;
        var counts = filters.stream().filter(Filter.Counted.class::isInstance).map(Filter.Counted.class::cast).toList();
        var claimed = new ArrayList<Filter>();
        for (var counted : counts) {
            var where = filters.stream().filter(filter -> theirs(reading, filter, counted)).toList();
            var more = where.stream().filter(filter -> !(filter instanceof Filter.Related)).toList();
            filters.set(filters.indexOf(counted), counted.with(more));
            claimed.addAll(where);
        }
        filters.removeAll(claimed);
        var measure = reading.draft().threshold == null ? null : reading.draft().measure;
        filters.removeIf(filter -> measure != null && filter.equals(new Filter.Related(measure.table(), false)));
    }

    private static boolean theirs(Reading reading, Filter filter, Filter.Counted counted) {
        var world = reading.world();
        var draft = reading.draft();
        var table = world.schema().table(filter.table()).orElseThrow();
        var subject = draft.measure == null ? draft.subject : draft.measure.table();
        boolean absent = filter instanceof Filter.Related && filter.absent();
        return !(filter instanceof Filter.Counted) && !absent && world.routes().up(subject, table).isEmpty()
                && world.routes().up(counted.base(), table).isPresent();
    }

    /// `orders per country, only those with more than 100`: a bare number at the end, after what is grouped by, is one of the figure.
    static boolean ofGroups(Reading reading, int at, int number, Query.Threshold threshold) {
        var draft = reading.draft();
        boolean grouped = draft.measure != null && !draft.groups.isEmpty() && draft.threshold == null;
        if (!grouped || number < reading.size() - 1 || IntStream.range(0, at).noneMatch(i -> reading.item(i).is(Cue.BY))) {
            return false;
        }
        draft.threshold = threshold;
        reading.use(at, number);
        return true;
    }

    /// `guests who booked more than 10 beds`: in all that each did, not in one of it.
    ///
    /// @return false (and nothing done) when it is about single rows
    static boolean summed(Reading reading, int at, int number, Column column, Query.Threshold threshold) {
        var subject = reading.draft().subject;
        var table = reading.world().schema().of(column);
        boolean did = at > 0 && subject != null && !table.equals(subject)
                && (Fit.past(reading.words(at - 1)) || reading.words(at - 1).matches("bought|sold"))
                && reading.world().routes().up(table, subject).isPresent() && Scales.whole(column) == Measure.Kind.SUM;
        if (did && add(reading, Figures.field(reading, Measure.Kind.SUM, column), threshold)) {
            reading.use(at, number);
        }
        return did;
    }

    /// What an order is worth stands on its lines.
    static boolean worth(Reading reading, Query.Threshold threshold) {
        var schema = reading.world().schema();
        var subject = reading.draft().subject;
        var measure = reading.draft().measure;
        if (subject == null || measure != null && !measure.equals(Measure.count(subject))) {
            return false;
        }
        var noun = subject.words().getLast();
        return (Lexicon.alike("order", noun) || Lexicon.alike("invoice", noun))
                && Money.revenue(schema)
                        .map(value -> Measure.of(Measure.Kind.SUM, value, schema))
                        .filter(revenue -> add(reading, revenue, threshold))
                        .isPresent();
    }

    private static boolean add(Reading reading, Measure measure, Query.Threshold threshold) {
        var draft = reading.draft();
        if (draft.measure != null && !draft.groups.isEmpty() && draft.measure.equals(measure)) {
            draft.threshold = threshold;
            return true;
        }
        if (measure.table().equals(draft.subject)) {
            return grouped(reading, measure, threshold);
        }
        if (told(reading, measure, threshold)) {
            return true;
        }
        var base = reading.world().routes().up(draft.subject, measure.table()).isPresent()
                ? Optional.<Table>empty()
                : base(reading, measure);
        base.ifPresent(found ->
                draft.filters.add(new Filter.Counted(measure, found, List.of(), threshold.comparison(), threshold.number())));
        return base.isPresent();
    }

    /// Where the rows lie that are counted for each of the subject's.
    private static Optional<Table> base(Reading reading, Measure measure) {
        return Links.below(reading.world(), measure.table(), reading.draft().subject)
                .filter(found -> found.equals(measure.table()) || measure.kind() == Measure.Kind.COUNT);
    }

    /// `artists with more than 10 albums` are listed with the number of their albums.
    private static boolean told(Reading reading, Measure measure, Query.Threshold threshold) {
        var draft = reading.draft();
        boolean some = threshold.number().signum() > 0
                && switch (threshold.comparison()) {
                    case OVER, AT_LEAST, EXACTLY -> true;
                    case UNDER, AT_MOST, DIFFERS -> false;
                };
        boolean plain = draft.measure == null && draft.groups.isEmpty() && draft.sorting == null && draft.columns.isEmpty()
                && draft.each == null && !draft.share && reading.former() == null;
        if (!some || !plain || base(reading, measure).isEmpty()) {
            return false;
        }
        draft.groups.add(new Grouping.ByEntity(draft.subject));
        draft.measure = measure;
        draft.threshold = threshold;
        return true;
    }

    /// By the first thing in the question that the rows can be grouped by.
    private static boolean grouped(Reading reading, Measure measure, Query.Threshold threshold) {
        int each = reading.find(
                0, at -> reading.named(at) && grouping(reading, at, measure).isPresent());
        if (each < 0) {
            return false;
        }
        var draft = reading.draft();
        draft.groups.clear();
        draft.groups.add(grouping(reading, each, measure).orElseThrow());
        draft.measure = measure;
        draft.threshold = threshold;
        reading.use(each);
        return true;
    }

    private static Optional<Grouping> grouping(Reading reading, int at, Measure measure) {
        return Groupings.at(reading, at, measure.table());
    }
}
