package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.Optional;

/// What is there or not, after `without` or `with`: rows of another table, a date of what was done, a value, a yes.
final class Absence {
    private final Reading reading;
    private final Draft draft;
    private final int cue;
    private final int noun;
    private final boolean negated;

    /// @param negated it is not there
    Absence(Reading reading, int cue, boolean negated) {
        this.reading = reading;
        this.draft = reading.draft();
        this.cue = cue;
        this.negated = negated;
        this.noun = sold(cue + 1).isPresent() ? cue + 1 : reading.next(cue);
    }

    /// The first of these that the noun is.
    void read() {
        if (negated && unused() || noun < 0 || narrowed()) {
            return;
        }
        boolean done = undone() || rows() || undated() || beyond() || flagged() || empty();
        reading.use(done ? new int[] {cue, noun} : new int[0]);
    }

    /// `never used`: the only table that refers to it has no such row.
    private boolean unused() {
        boolean said = cue + 1 < reading.size() && reading.words(cue + 1).matches("used|needed|assigned|referenced");
        var table = said ? Frequencies.onlyReferring(reading.world().schema(), draft.subject) : Optional.<Table>empty();
        table.ifPresent(found -> {
            draft.filters.add(new Filter.Related(found, true));
            reading.use(cue, cue + 1);
        });
        return table.isPresent();
    }

    /// `with cancelled bookings`, `without injured players`, `no shipped orders`: a yes or no, or a date that says so, of the rows
    /// named behind it; anything else is left to [Values].
    private boolean narrowed() {
        var table = reading.table(noun + 1).filter(found -> !found.equals(draft.subject) && related(found));
        if (table.isEmpty() || reading.tableNamed(noun) || !CountedNoun.adjective(reading, noun)) {
            return false;
        }
        var own = reading.column(noun, draft.subject, column -> column.table().equals(table.get().name()));
        Optional<Filter> said = own.filter(Column::flag).<Filter>map(flag -> new Filter.Flagged(flag, false))
                .or(() -> own.filter(column -> column.date() && column.nullable()).map(date -> new Filter.Empty(date, true)));
        said.ifPresent(condition -> {
            draft.filters.add(Filter.some(table.get(), condition, negated));
            reading.use(cue, noun, noun + 1);
        });
        reading.use(negated || said.isPresent() ? -1 : cue);
        return true;
    }

    private boolean past() {
        return negated && Fit.past(reading.words(noun));
    }

    /// `cars never returned`: a date says when that ended.
    private boolean undone() {
        var date = past() ? Deeds.below(reading, noun).filter(Ends::end) : Optional.<Column>empty();
        return add(date.map(found -> new Filter.Empty(found, false)));
    }

    private boolean rows() {
        var table = reading.tableNamed(noun) ? reading.table(noun) : sold(noun).or(this::done);
        return add(table.filter(found -> !found.equals(draft.subject) && related(found))
                .map(found -> new Filter.Related(found, negated)));
    }

    /// `wines nobody has tasted`: the date of the deed is that of the row.
    private boolean undated() {
        boolean deed = past() && reading.find(noun + 1, reading::tableNamed) < 0;
        var date = deed ? Deeds.below(reading, noun) : Optional.<Column>empty();
        return add(date.map(found -> Deeds.dated(reading, found, true)));
    }

    /// A column of rows of which there may be several, or none.
    private boolean beyond() {
        var column = column().filter(found -> reading.world().routes().up(draft.subject, reading.world().schema().of(found)).isEmpty());
        column.filter(Column::flag).ifPresent(this::recount);
        return add(column.map(found -> found.flag()
                ? new Filter.Flagged(found, negated)
                : new Filter.Related(reading.world().schema().of(found), negated)));
    }

    /// The rows with a yes or no are counted, not those they belong to.
    private void recount(Column flag) {
        if (draft.measure != null && draft.measure.value() == null) {
            draft.subject = reading.world().schema().of(flag);
            draft.measure = Measure.count(draft.subject);
        }
    }

    private boolean flagged() {
        return add(column().filter(found -> found.flag() && found.table().equals(draft.subject.name()))
                .map(found -> new Filter.Flagged(found, negated)));
    }

    private boolean empty() {
        return add(column().filter(found -> negated || draft.measure != null && found.nullable())
                .map(found -> none(found)
                        ? new Filter.Compared(found, negated ? Comparison.EXACTLY : Comparison.OVER, BigDecimal.ZERO)
                        : new Filter.Empty(found, !negated)));
    }

    /// Says of rows that have none that there are 0: `loyalty_card`, `children`.
    private static boolean none(Column column) {
        return column.number() && column.whole() && column.samples().contains("0");
    }

    private Optional<Column> column() {
        return reading.column(noun, draft.subject, any -> true).filter(found -> !Flags.state(reading, noun, found, draft.subject));
    }

    private boolean add(Optional<? extends Filter> filter) {
        filter.ifPresent(draft.filters::add);
        return filter.isPresent();
    }

    /// `have not approved`: the rows that say who approved.
    private Optional<Table> done() {
        return reading.world().relations().verbs(Words.stem(reading.words(noun)))
                .filter(relation -> relation.target().equals(draft.subject))
                .map(Relations.Relation::table)
                .findFirst();
    }

    private Optional<Table> sold(int at) {
        var schema = reading.world().schema();
        if (!reading.free(at)) {
            return Optional.empty();
        }
        if (reading.words(at).matches("ordered|order")) {
            return Trades.deals(schema).or(() -> Money.line(schema));
        }
        boolean sold = reading.is(at, Cue.REVENUE, Cue.SOLD, Cue.UNITS)
                || reading.words(at).matches("sold|bought|purchased|buy|sell");
        return sold ? Money.line(schema) : Optional.empty();
    }

    private boolean related(Table table) {
        return reading.world().routes().any(draft.subject, table).isPresent();
    }
}
