package tablechat.model.offline;

import java.util.Optional;

/// `orders per customer on average`, `how much does a customer spend on average`: a mean of what is counted or added up for each.
final class OnAverage {
    private OnAverage() {}

    /// @param cue says that a mean is meant; `on average` stands at the end or the beginning
    static boolean read(Reading reading, int cue) {
        return reading.words(cue).endsWith("on average") && (per(reading, cue) || spent(reading, cue));
    }

    private static boolean per(Reading reading, int cue) {
        int by = reading.find(1, at -> reading.is(at, Cue.BY) && Means.single(reading, at));
        int each = by < 0 ? -1 : reading.next(by);
        int figure = reading.find(0, at -> at < by && at != cue && !reading.silent(at) && !reading.is(at, Cue.WHICH, Cue.LIST));
        boolean ends = cue < figure || reading.next(each) == cue || reading.previous(by) == cue;
        if (figure < 0 || each < 0 || !ends) {
            return false;
        }
        return Means.each(reading, Figures.at(reading, figure).filter(Means::adds), each, cue, by, each);
    }

    private static boolean spent(Reading reading, int cue) {
        int much = reading.find(Cue.HOW_MUCH);
        int each = much < 0 ? -1 : reading.find(much + 1, reading::tableNamed);
        int money = each < 0 ? -1 : reading.find(each + 1, at -> reading.is(at, Cue.SPENT));
        var measure = money < 0 || reading.plural(each) ? Optional.<Measure>empty() : Figures.money(reading, money, Measure.Kind.SUM);
        return Means.each(reading, measure, each, cue, much, each, money);
    }
}
