package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// Conditions with a mean: `more than average`, `above the average price`, `longer than the average track`, `a higher price than
/// average`, `more than the average of their category`.
final class Averages {
    private static final String MORE = "more|higher|larger|greater|bigger";
    private static final String LESS = "less|lower|smaller|fewer";
    private static final String THEIRS = "their|its|his|her|same";

    private Averages() {}

    /// Before all that gives figures: a mean after a comparison is none that is asked for.
    static void begin(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            boolean than = reading.words(at).equals("than");
            int mean = than || compares(reading, at) ? reading.next(at) : -1;
            int of = mean < 0 ? -1 : reading.next(mean);
            if (reading.is(mean, Cue.AVERAGE) && reading.words(mean).matches("average|avg|mean") && !figure(reading, of)) {
                reading.mean(mean, List.of(Sense.Plain.MEAN));
                total(reading, of);
            }
        }
    }

    private static boolean compares(Reading reading, int at) {
        return reading.is(at, Cue.OVER, Cue.UNDER, Cue.AT_LEAST, Cue.AT_MOST);
    }

    /// `than the average number of orders` is no mean of rows.
    private static boolean figure(Reading reading, int at) {
        return reading.is(at, Cue.COUNT, Cue.SUM, Cue.REVENUE, Cue.SPENT, Cue.UNITS)
                && reading.item(at).all(Sense.Match.class).noneMatch(match -> match.column() != null && match.column().number());
    }

    /// `above the average total`, which is a column.
    private static void total(Reading reading, int at) {
        if (reading.is(at, Cue.SUM)) {
            reading.mean(at, reading.item(at).all(Sense.Match.class).<Sense>map(match -> match).toList());
        }
    }

    /// @param at what compares with the mean
    static void read(Reading reading, int at, int mean, Comparison comparison) {
        if (add(reading, NumberColumns.of(reading, at, mean), mean, comparison)) {
            reading.use(at, mean);
            reading.use(at > 0 && reading.words(at - 1).matches("more|less") ? at - 1 : at);
        }
    }

    /// `more stock than average`: what is compared stands between.
    static void divided(Reading reading) {
        int mean = reading.find(Sense.Plain.MEAN);
        if (mean < 0) {
            return;
        }
        int than = reading.findAny(mean, at -> reading.words(at).equals("than"));
        int noun = than > 1 && reading.next(than) == mean ? than - 1 : -1;
        boolean said = reading.free(noun) && reading.words(noun - 1).matches(MORE + "|" + LESS);
        var column = said ? reading.column(noun, reading.draft().subject, Column::number) : Optional.<Column>empty();
        if (add(reading, column, mean, said && reading.words(noun - 1).matches(MORE) ? Comparison.OVER : Comparison.UNDER)) {
            reading.use(mean, noun, noun - 1);
        }
    }

    /// Of a number of the rows that are asked for: one of other rows has no mean for each.
    private static boolean add(Reading reading, Optional<Column> column, int mean, Comparison comparison) {
        var subject = reading.draft().subject;
        var own = column.filter(found -> found.number() && !found.year() && subject != null && found.table().equals(subject.name()));
        int whose = reading.find(mean + 1, at -> reading.words(at - 1).matches(THEIRS));
        var within = whose < 0 ? Optional.<Column>empty() : within(reading, whose, subject);
        if (own.isEmpty() || whose >= 0 && within.isEmpty()) {
            return false;
        }
        reading.draft().filters.add(new Filter.BesideMean(subject, own.get(), comparison, within.orElse(null)));
        boolean row = reading.free(mean + 1) && !reading.plural(mean + 1)
                && reading.table(mean + 1).filter(subject::equals).isPresent();
        reading.use(whose, row ? mean + 1 : -1);
        return true;
    }

    /// What all rows of one mean have in common: a column of theirs, or the row they refer to.
    private static Optional<Column> within(Reading reading, int at, @Nullable Table subject) {
        var above = reading.table(at).filter(table -> subject != null && !table.equals(subject));
        return above.isPresent()
                ? subject.first(column -> column.references() != null && column.references().table().equals(above.get().name()))
                : reading.column(at, subject, column -> subject != null && column.table().equals(subject.name()) && !column.number());
    }
}
