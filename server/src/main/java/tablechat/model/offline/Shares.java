package tablechat.model.offline;

import java.util.List;
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
        int pivot = reading.findAny(reading.size(), at -> at > 0 && reading.words(at).matches("that|which|who"));
        if (pivot > 0 && draft.groups.isEmpty()) {
            var before = draft.filters.stream().filter(filter -> said(reading, filter, pivot)).toList();
            draft.whole.addAll(before.size() < draft.filters.size() ? before : List.of());
        }
    }

    /// `of critical alerts`, before `that were acknowledged`: it narrows the whole.
    private static boolean said(Reading reading, Filter filter, int pivot) {
        return switch (filter) {
            case Filter.OneOf(var column, var values, var negated) ->
                reading.findAny(pivot, at -> values.stream().anyMatch(value -> like(reading.words(at), Words.lower(value)))) >= 0;
            case Filter.Flagged(var column, var negated) -> reading.findAny(pivot, at -> reading.item(at).all(Sense.Match.class)
                    .anyMatch(match -> column.equals(match.column()))) >= 0;
            default -> false;
        };
    }

    private static boolean like(String said, String value) {
        return value.equals(said) || value.equals(Words.stem(said)) || value.startsWith(said + " ") || value.endsWith(" " + said);
    }
}
