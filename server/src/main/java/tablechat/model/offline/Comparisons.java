package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Conditions with numbers: `over 100`, `cheaper than 20`, `between 5 and 10`, `more than 5 orders`.
final class Comparisons {

    /// For how long something costs that much: another time is another price.
    private static final String TIMES = "minute|hour|day|night|week|month|quarter|year";

    private Comparisons() {}

    static void read(Reading reading) {
        Averages.divided(reading);
        for (int at = 0; at < reading.size(); at++) {
            if (reading.free(at) && !between(reading, at)) {
                var comparison = comparison(reading, at);
                int number = comparison.isEmpty() ? -1 : reading.next(at);
                if (reading.is(number, Sense.Plain.MEAN)) {
                    Averages.read(reading, at, number, comparison.get());
                } else if (number >= 0 && reading.amount(number).isPresent() && !dated(reading, number)) {
                    read(reading, at, number, comparison.get());
                }
            }
        }
    }

    /// Years are left to [Times] where a date is spoken of, and after `not in`.
    private static boolean dated(Reading reading, int number) {
        int cue = reading.previous(number);
        return reading.item(number).as(Sense.Period.class).isPresent()
                && (reading.column(reading.previous(cue), reading.draft().subject, Column::date).isPresent()
                        || reading.is(cue, Cue.DIFFERS) && (reading.words(cue).matches(".* (in|from)") || cue < number - 1));
    }

    private static Optional<Comparison> comparison(Reading reading, int at) {
        var degree = reading.item(at).as(Sense.Degree.class);
        if (degree.isPresent() && compared(reading, at)) {
            boolean high = degree.get().adjective().hints().getFirst().high();
            boolean less = at > 0 && reading.words(at - 1).matches("less|not");
            return Optional.of(high == less ? Comparison.UNDER : Comparison.OVER);
        }
        int number = reading.next(at);
        if (reading.is(at, Cue.SINCE, Cue.UNTIL) && reading.amount(number).isPresent()
                && reading.free(number + 1) && reading.column(number + 1, reading.draft().subject, Column::number).isPresent()) {
            return Optional.ofNullable(Map.of("after", Comparison.OVER, "before", Comparison.UNDER, "since", Comparison.AT_LEAST,
                    "until", Comparison.AT_MOST).get(reading.words(at)));
        }
        return Optional.ofNullable(Comparison.of(reading.item(at)));
    }

    /// `cheaper than`, `more expensive than`.
    private static boolean compared(Reading reading, int at) {
        return at + 1 < reading.size() && reading.words(at + 1).equals("than");
    }

    private static void read(Reading reading, int at, int number, Comparison comparison) {
        var value = reading.amount(number).orElseThrow().value();
        var threshold = new Query.Threshold(comparison, value);
        if (Thresholds.counted(reading, at, number, threshold) || Thresholds.ofGroups(reading, at, number, threshold)) {
            return;
        }
        var column = NumberColumns.of(reading, at, number);
        if (column.isEmpty() && Thresholds.worth(reading, threshold)) {
            reading.use(at, number);
        }
        column.filter(found -> !Thresholds.summed(reading, at, number, found, threshold)).ifPresent(found -> {
            reading.use(reading.is(number + 1, Cue.SHARE) ? number + 1 : -1);
            var factor = found.cents() ? hundred(reading, number + 1) : Spans.factor(reading, number + 1, found);
            reading.draft().filters.add(new Filter.Compared(found, comparison, value.multiply(factor)));
            reading.use(at, number, Spans.said(reading, number + 1, found) || Units.said(reading, number + 1) ? number + 1 : at);
            reading.use(at > 0 && reading.words(at - 1).matches("more|less") ? at - 1 : at);
            each(reading, number, found);
        });
    }

    /// `more than 80 a bottle`: of a price, which is one for each.
    private static void each(Reading reading, int number, Column column) {
        boolean price = Lexicon.alike("price", column.words().getLast());
        int unit = number + 2;
        boolean time = unit < reading.size() && reading.words(unit).matches(TIMES) && !column.words().contains(reading.words(unit));
        if (price && !time && unit < reading.size() && reading.words(number + 1).matches("a|an|per|each") && !reading.plural(unit)
                && reading.table(unit).isEmpty()) {
            reading.use(number + 1, unit);
        }
    }

    /// Of what is kept in cents people speak in whole units, if they do not say otherwise.
    private static BigDecimal hundred(Reading reading, int unit) {
        boolean cents = unit < reading.size() && Words.stem(reading.words(unit)).equals("cent");
        reading.use(cents ? unit : -1);
        return cents ? BigDecimal.ONE : BigDecimal.valueOf(100);
    }

    private static boolean between(Reading reading, int at) {
        int first = reading.is(at, Cue.BETWEEN) ? reading.next(at) : -1;
        int second = first < 0 ? -1 : reading.next(first);
        var low = reading.amount(first);
        var high = reading.amount(second);
        if (low.isEmpty() || high.isEmpty()) {
            return false;
        }
        boolean years = reading.item(first).as(Sense.Period.class).isPresent()
                && reading.item(second).as(Sense.Period.class).isPresent();
        var column =
                NumberColumns.before(reading, at).or(() -> years ? Optional.empty() : NumberColumns.implied(reading));
        column.ifPresent(found -> {
            var factor = found.cents() ? hundred(reading, second + 1) : BigDecimal.ONE;
            var ends = new Filter.Between(found, low.get().value().multiply(factor), high.get().value().multiply(factor));
            reading.draft().filters.add(ends);
            reading.use(at, first, second);
        });
        return column.isPresent();
    }
}
