package tablechat.model.offline;

import java.util.LinkedHashSet;
import java.util.List;

/// Makes a condition of a value that was found in the database.
final class Given {
    private final Reading reading;
    private final Places places;

    Given(Reading reading, Places places) {
        this.reading = reading;
        this.places = places;
    }

    void add(Span span, Column column, List<String> values) {
        about(column);
        int before = reading.findAny(span.from(), at -> !reading.item(at).noise());
        boolean negated = reading.is(before, Cue.DIFFERS)
                || reading.is(before, Cue.WITHOUT) && reading.table(span.to()).isPresent();
        reading.use(negated ? before : -1);
        reading.use(places.neighbours(column, span));
        reading.use(span.items().toArray());
        span.items().forEach(reading::settle);
        var via = Directions.all(reading, span.from(), column);
        var one = new Filter.OneOf(column, values, negated);
        if (negated && told(column, before)) {
            reading.draft().filters.add(Filter.some(reading.world().schema().of(column), one, false));
            return;
        }
        if (via.isEmpty()) {
            merge(one, span);
        } else {
            sided(via, one, span);
        }
    }

    /// `with orders that are not shipped`: there are such rows, though others may be shipped.
    private boolean told(Column column, int not) {
        var draft = reading.draft();
        var table = reading.world().schema().of(column);
        int noun = reading.findAny(not, at -> !reading.silent(at));
        boolean others = draft.subject != null && !table.equals(draft.subject)
                && reading.world().routes().up(draft.subject, table).isEmpty()
                && (draft.measure == null || !draft.measure.table().equals(table));
        return others && reading.table(noun).filter(table::equals).isPresent() && reading.item(not).is(Cue.DIFFERS);
    }

    /// Both sides have to be as they are said, in whatever role; others are all let in.
    private void sided(List<Column> references, Filter.OneOf more, Span span) {
        var filters = reading.draft().filters;
        var merged = new LinkedHashSet<String>();
        boolean opposed = references.size() > 1 && Directions.opposed(reading, span.from());
        boolean any = references.size() > 1 && !opposed || Directions.alternative(reading, span.from());
        filters.removeIf(filter -> any && filter instanceof Filter.Via(var same, var known) && same.equals(references)
                && known.column().equals(more.column()) && known.negated() == more.negated() && merged.addAll(known.values()));
        reading.use(merged.isEmpty() ? -1 : reading.find(Cue.OR));
        boolean between = references.size() > 1 && span.from() > 0 && reading.is(span.from() - 1, Cue.BETWEEN);
        reading.use(between || opposed ? span.from() - 1 : -1);
        merged.addAll(more.values());
        filters.add(new Filter.Via(references, new Filter.OneOf(more.column(), List.copyOf(merged), more.negated())));
    }

    /// Where no table was named, the question is about the rows with this value.
    private void about(Column column) {
        var draft = reading.draft();
        if (draft.subject == null && draft.measure == null && reading.former() == null) {
            var table = reading.world().schema().of(column);
            draft.subject = People.asked(reading) && !People.are(table) ? People.nearest(reading.world(), table).orElse(table) : table;
            int count = reading.find(Cue.COUNT);
            draft.measure = count < 0 ? null : Measure.count(draft.subject);
            reading.use(count);
        }
    }

    /// A row may have several: `recipes with rice and chicken` need both.
    private boolean many(Column column) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        boolean many = base != null && reading.world().routes().up(base, reading.world().schema().of(column)).isEmpty();
        int both = reading.find(0, at -> reading.words(at).equals("both"));
        reading.use(many ? both : -1);
        return many;
    }

    /// `how many men and women`: each for itself.
    private boolean joined(Span span) {
        return span.from() > 0 && reading.words(span.from() - 1).equals("and");
    }

    /// Several values of one column are all let in.
    private void merge(Filter.OneOf more, Span span) {
        if (joined(span) && many(more.column()) && !more.negated()) {
            reading.draft().filters.add(more);
            return;
        }
        var merged = new LinkedHashSet<String>();
        reading.draft()
                .filters
                .removeIf(filter -> filter instanceof Filter.OneOf(var same, var known, var not)
                        && same.equals(more.column())
                        && not == more.negated()
                        && merged.addAll(known));
        merged.addAll(more.values());
        var draft = reading.draft();
        draft.compared |= merged.size() > 1 && !more.negated() && joined(span)
                && draft.measure != null && draft.measure.kind() == Measure.Kind.COUNT;
        reading.use(merged.size() > 1 ? reading.find(Cue.OR) : -1);
        reading.draft().filters.add(new Filter.OneOf(more.column(), List.copyOf(merged), more.negated()));
    }
}
