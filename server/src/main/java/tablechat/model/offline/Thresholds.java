package tablechat.model.offline;

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
        int noun = number + 1;
        var measure = money >= 0
                ? Figures.money(reading, money, Measure.Kind.SUM)
                : often(reading, at, noun).or(() -> named(reading, noun)).map(Measure::count);
        if (measure.isEmpty() || !add(reading, measure.get(), threshold)) {
            return false;
        }
        reading.use(at, number, money >= 0 ? money : noun, often(reading, at, noun).isPresent() ? deed(reading, at) : noun);
        return true;
    }

    /// `rented more than 20 times`: the rows of what was done by them or to them.
    private static Optional<Table> often(Reading reading, int at, int noun) {
        int deed = noun < reading.size() && reading.words(noun).equals("times") ? deed(reading, at) : -1;
        var subject = reading.draft().subject;
        // Where those who did so are counted, a time would be one of another row than the counted ones.
        boolean timed = reading.draft().measure != null
                && reading.find(0, i -> reading.item(i).as(Sense.Period.class).isPresent()
                        && i != noun - 1) >= 0;
        return deed < 0 || timed ? Optional.empty() : Deeds.tables(reading, deed)
                .filter(table -> !table.equals(subject) && reading.world().routes().up(table, subject).isPresent())
                .findFirst();
    }

    private static int deed(Reading reading, int at) {
        return reading.findBack(at, i -> Deeds.tables(reading, i).findAny().isPresent());
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

    /// Also one that was taken for the subject: `countries with more than 5 customers`.
    private static Optional<Table> named(Reading reading, int at) {
        return reading.table(at).filter(table -> reading.free(at) || table.equals(reading.draft().subject));
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
        var routes = reading.world().routes();
        return routes.any(draft.subject, measure.table()).isPresent()
                && routes.up(draft.subject, measure.table()).isEmpty()
                && routes.up(measure.table(), draft.subject).isPresent()
                && draft.filters.add(new Filter.Counted(measure, threshold.comparison(), threshold.number()));
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
        if (!some || !plain || reading.world().routes().up(measure.table(), draft.subject).isEmpty()) {
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
