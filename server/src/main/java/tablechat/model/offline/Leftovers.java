package tablechat.model.offline;

import java.util.List;
import java.util.stream.IntStream;

/// The words of the question that no rule has accounted for. A figure given in spite of them might be a wrong one.
final class Leftovers {
    /// Says nothing of itself, but something of what it stands beside: there has to be a condition that it belongs to.
    private static final String BESIDE = "still|already|yet";
    private static final String VERBS = "bought|purchased|took|went|handled|served";
    private static final String PARTICLE = "out|off|away|back|up|down|over";

    private Leftovers() {}

    /// Those that nothing in the database explains; if all can be explained, those that it is not clear what to do with.
    static List<String> of(Reading reading) {
        boolean unknown = unknown(reading);
        return all(reading)
                .filter(at -> !unknown || reading.item(at).unknown())
                .filter(at -> !numbering(reading, at))
                .mapToObj(at -> reading.question().typed(reading.item(at).from(), reading.item(at).to()))
                .distinct()
                .toList();
    }

    /// `ten`, of `the ten longest`: it is the other word that was not understood.
    private static boolean numbering(Reading reading, int at) {
        return reading.amount(at).isPresent() && reading.free(at + 1) && left(reading, at + 1)
                && reading.item(at + 1).as(Sense.Degree.class).isPresent();
    }

    /// Some of them name nothing at all.
    static boolean unknown(Reading reading) {
        return all(reading).anyMatch(at -> reading.item(at).unknown());
    }

    private static IntStream all(Reading reading) {
        return IntStream.range(0, reading.size()).filter(at -> left(reading, at));
    }

    private static boolean left(Reading reading, int at) {
        return reading.free(at) && (!reading.item(at).noise() || adverb(reading, at) || particle(reading, at) || idle(reading, at)
                || Echoes.grouping(reading, at) || running(reading, at)
                || Purchases.unanswered(reading, at) || living(reading, at) || foreign(reading, at));
    }

    /// `running total`: each with all before it, which is no sum of each.
    static boolean running(Reading reading, int at) {
        return reading.words(at).equals("running") && at + 1 < reading.size()
                && reading.words(at + 1).matches("(total|sum|count|number|average|balance)( .*)?");
    }

    /// `how many people went`: a verb that says something, of which the query knows nothing; `stock value`, which is no list of stocks.
    private static boolean idle(Reading reading, int at) {
        var draft = reading.draft();
        boolean bare = draft.filters.isEmpty() && draft.groups.isEmpty() && draft.sorting == null && draft.meanOf == null;
        return reading.words(at).matches(VERBS) && bare && draft.measure != null && Verbs.used(reading).size() < 2
                || at == reading.size() - 1 && at > 0 && reading.words(at).matches("value|worth") && draft.measure == null;
    }

    /// `living artists` says of whom only the living are meant.
    private static boolean living(Reading reading, int at) {
        return reading.words(at).equals("living") && at + 1 < reading.size() && reading.table(at + 1).isPresent();
    }

    /// `in dollars`, of what is kept in euros: no figure of it is one in that unit.
    private static boolean foreign(Reading reading, int at) {
        var measure = reading.draft().measure;
        return measure != null && measure.value() instanceof Value.Field(var column) && Units.said(reading, at)
                && !Units.agree(reading, at, column);
    }

    private static boolean adverb(Reading reading, int at) {
        return reading.words(at).matches(BESIDE) && reading.draft().filters.isEmpty();
    }

    /// `are out`, at the end: no verb before it takes it in.
    private static boolean particle(Reading reading, int at) {
        return at == reading.size() - 1 && at > 0 && reading.words(at).matches(PARTICLE)
                && reading.words(at - 1).matches("is|are|was|were|be|been|" + BESIDE);
    }
}
