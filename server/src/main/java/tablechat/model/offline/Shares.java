package tablechat.model.offline;

/// `what share of orders are shipped`, `percentage of members by type`, `share of revenue by category`.
final class Shares {

    private Shares() {}

    /// Before all else: what remains is the question for the part.
    static void begin(Reading reading) {
        int cue = reading.find(Cue.SHARE);
        if (cue >= 0) {
            reading.draft().share = true;
            reading.use(cue);
        }
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
