package tablechat.model.offline;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// `compare orders in 2023 and 2024`, `more orders in 2023 or 2024?`, `premium versus basic members`: a line for each side.
final class Contrasts {
    private static final String MORE = "more|higher|larger|bigger|greater|better";
    private static final String LESS = "less|fewer|lower|smaller|worse";

    private Contrasts() {}

    /// Before all else: `vs` may stand between what is compared.
    static void begin(Reading reading) {
        int cue = reading.find(Cue.COMPARE);
        boolean or = reading.find(Cue.OR) >= 0 && (said(reading, MORE) || said(reading, LESS));
        reading.draft().compared = cue >= 0 || or;
        reading.use(cue);
    }

    static void end(Reading reading) {
        var draft = reading.draft();
        if (!draft.compared || draft.subject == null || !draft.groups.isEmpty()) {
            refuse(reading);
            return;
        }
        var sides = draft.filters.stream().flatMap(filter -> sides(filter, reading).stream()).findFirst();
        if (sides.isEmpty()) {
            refuse(reading);
        }
        sides.ifPresent(found -> {
            reading.use(reading.find(Cue.BETWEEN));
            draft.measure = draft.measure == null ? Measure.count(draft.subject) : draft.measure;
            draft.columns.clear();
            draft.distinct = false;
            draft.groups.add(found);
            draft.sorting = new Query.Sorting(null, !said(reading, LESS));
            reading.use(reading.find(Cue.OR));
            for (int at = 0; at < reading.size(); at++) {
                reading.use(reading.free(at) && reading.words(at).matches(MORE + "|" + LESS) ? at : -1);
            }
        });
    }

    /// A difference needs two sides, or the two ends of a number.
    private static void refuse(Reading reading) {
        int cue = reading.findAny(reading.size(), at -> reading.item(at).is(Cue.COMPARE) && reading.words(at).startsWith("difference"));
        if (cue >= 0 && reading.draft().groups.isEmpty() && !reading.draft().extent) {
            reading.release(cue);
        }
    }

    /// What a condition tells apart: several values, or several years, quarters or months.
    private static Optional<Grouping> sides(Filter filter, Reading reading) {
        return switch (filter) {
            case Filter.OneOf(var column, var values, var negated) when values.size() > 1 && !negated ->
                Optional.of(new Grouping.ByColumn(column));
            case Filter.During(var column, var from, var until, var words) when from != null && until != null ->
                unit(reading).map(unit -> new Grouping.ByTime(column, unit));
            case Filter.Between(var column, var low, var high) when column.year() -> Optional.of(new Grouping.ByColumn(column));
            default -> Optional.empty();
        };
    }

    /// As long as the first time in the question.
    private static Optional<Unit> unit(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            var period = reading.item(at).as(Sense.Period.class);
            if (period.isPresent()) {
                long days = period.get().from().until(period.get().until(), ChronoUnit.DAYS);
                return Optional.of(days > 300 ? Unit.YEAR : days > 80 ? Unit.QUARTER : days > 20 ? Unit.MONTH : Unit.DAY);
            }
        }
        return Optional.empty();
    }

    private static boolean said(Reading reading, String words) {
        return reading.question().tokens().stream().anyMatch(token -> token.word().matches(words));
    }
}
