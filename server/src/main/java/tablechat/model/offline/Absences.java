package tablechat.model.offline;

import java.util.Optional;

/// `without an email`, `where company is empty`, `customers without orders`, `customers who have orders`.
final class Absences {

    private Absences() {}

    static void read(Reading reading) {
        int without = reading.find(Cue.WITHOUT);
        if (without >= 0) {
            absent(reading, without, true);
        }
        int state = reading.find(Cue.MISSING, Cue.PRESENT);
        int column = state < 0 ? -1 : reading.previous(state);
        reading.column(column, reading.draft().subject, any -> true)
                .filter(found -> reading.free(column))
                .ifPresent(found -> {
                    reading.draft().filters.add(new Filter.Empty(found, reading.is(state, Cue.PRESENT)));
                    reading.use(state, column);
                });
        int with = reading.find(
                0, at -> reading.is(at, Cue.WITH) && reading.free(reading.next(at)) && !listed(reading, at));
        if (with >= 0) {
            absent(reading, with, false);
        }
    }

    /// `products with their category` asks to see it.
    private static boolean listed(Reading reading, int at) {
        return reading.words(at).contains("their") || reading.draft().subject == null;
    }

    private static void absent(Reading reading, int cue, boolean negated) {
        if (negated && unused(reading, cue)) {
            return;
        }
        int noun = sold(reading, cue + 1).isPresent() ? cue + 1 : reading.next(cue);
        var draft = reading.draft();
        if (noun < 0 || draft.subject == null) {
            return;
        }
        var undone = negated && Fit.past(reading.words(noun)) ? Deeds.below(reading, noun).filter(Ends::end) : Optional.<Column>empty();
        if (undone.isPresent()) {
            draft.filters.add(new Filter.Empty(undone.get(), false));
            reading.use(cue, noun);
            return;
        }
        var table = reading.tableNamed(noun) ? reading.table(noun) : sold(reading, noun).or(() -> done(reading, noun));
        if (table.isPresent() && !table.get().equals(draft.subject) && related(reading, table.get())) {
            draft.filters.add(new Filter.Related(table.get(), negated));
            reading.use(cue, noun);
            return;
        }
        boolean deed = negated && Fit.past(reading.words(noun)) && reading.find(noun + 1, reading::tableNamed) < 0;
        var open = deed ? Deeds.below(reading, noun) : Optional.<Column>empty();
        if (open.isPresent()) {
            draft.filters.add(new Filter.Empty(open.get(), false));
            reading.use(cue, noun);
            return;
        }
        var column = reading.column(noun, draft.subject, any -> true);
        var beyond = column.map(reading.world().schema()::of)
                .filter(other ->
                        reading.world().routes().up(draft.subject, other).isEmpty());
        if (beyond.isPresent()) {
            boolean flag = column.filter(Column::flag).isPresent();
            draft.filters.add(flag ? new Filter.Flagged(column.get(), negated) : new Filter.Related(beyond.get(), negated));
            if (flag && draft.measure != null && draft.measure.value() == null) {
                draft.subject = beyond.get();
                draft.measure = Measure.count(beyond.get());
            }
            reading.use(cue, noun);
            return;
        }
        if (column.filter(Column::flag).filter(flag -> flag.table().equals(draft.subject.name())).isPresent()) {
            draft.filters.add(new Filter.Flagged(column.get(), negated));
            reading.use(cue, noun);
            return;
        }
        if (column.isPresent()
                && (negated || draft.measure != null && column.get().nullable())) {
            draft.filters.add(new Filter.Empty(column.get(), !negated));
            reading.use(cue, noun);
        }
    }

    /// `never used`: the only table that refers to it has no such row.
    private static boolean unused(Reading reading, int cue) {
        var subject = reading.draft().subject;
        boolean said = cue + 1 < reading.size() && reading.words(cue + 1).matches("used|needed|assigned|referenced");
        var referring = said && subject != null
                ? Frequencies.referring(reading.world().schema(), subject).toList()
                : java.util.List.<Table>of();
        if (referring.size() != 1) {
            return false;
        }
        reading.draft().filters.add(new Filter.Related(referring.getFirst(), true));
        reading.use(cue, cue + 1);
        return true;
    }

    /// `have not approved`: the rows that say who approved.
    private static Optional<Table> done(Reading reading, int at) {
        return reading.world().relations().verbs(Words.stem(reading.words(at)))
                .filter(relation -> relation.target().equals(reading.draft().subject))
                .map(Relations.Relation::table)
                .findFirst();
    }

    private static Optional<Table> sold(Reading reading, int at) {
        if (reading.free(at) && reading.words(at).matches("ordered|order")) {
            return Trades.deals(reading.world().schema()).or(() -> Money.line(reading.world().schema()));
        }
        return !reading.free(at)
                ? Optional.empty()
                : reading.is(at, Cue.REVENUE, Cue.SOLD, Cue.UNITS)
                                || reading.words(at).matches("sold|bought|purchased|buy|sell")
                        ? Money.line(reading.world().schema())
                        : Optional.empty();
    }

    private static boolean related(Reading reading, Table table) {
        return reading.world().routes().any(reading.draft().subject, table).isPresent();
    }
}
