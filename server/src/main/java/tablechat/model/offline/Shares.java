package tablechat.model.offline;

import java.util.Optional;

/// `what share of orders are shipped`, `percentage of members by type`, `share of revenue by category`.
final class Shares {

    private Shares() {}

    /// Before all else: what remains is the question for the part.
    static void begin(Reading reading) {
        int cue = reading.find(0, at -> reading.is(at, Cue.SHARE) && reading.amount(at - 1).isEmpty());
        if (cue >= 0) {
            reading.draft().share = true;
            reading.use(cue);
            amount(reading, reading.next(cue));
            reading.use(reading.find(cue + 1, at -> reading.words(at).equals("paid") && at + 1 < reading.size()
                    && reading.words(at + 1).matches("by|with|in|via|using")));
        }
    }

    /// `share of amount by customer`
    private static void amount(Reading reading, int noun) {
        var column = reading.tableNamed(noun) ? Optional.<Column>empty() : reading.column(noun, null, Column::number);
        column.filter(found -> reading.free(noun)).ifPresent(found -> {
            reading.draft().measure = Figures.field(reading, Measure.Kind.SUM, found);
            reading.draft().subject = reading.draft().measure.table();
            reading.use(noun);
        });
    }

    static void end(Reading reading) {
        var draft = reading.draft();
        if (!draft.share || draft.subject == null) {
            return;
        }
        draft.measure = draft.measure == null ? Measure.count(draft.subject) : draft.measure;
        draft.columns.clear();
        draft.distinct = false;
    }
}
