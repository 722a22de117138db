package tablechat.model.offline;

import java.util.Optional;

/// Finds the table a question is about, and whether its rows, or different values of a column, are to be counted.
final class Subjects {

    private static final String ROWS = "rows?|records?|entry|entries|lines?|results?|samples?";

    /// `rows from the table orders`
    private static final int ROWS_REACH = 4;

    private Subjects() {}

    static void read(Reading reading) {
        var draft = reading.draft();
        if (reading.former() == null && (draft.sorting != null || draft.meanOf != null)) {
            return;
        }
        if (draft.subject == null && draft.measure == null && People.asked(reading)) {
            int verb = People.verb(reading, reading.size());
            var schema = reading.world().schema();
            draft.subject = Fit.past(reading.words(Math.max(verb, 0))) ? People.doing(reading, verb).orElse(null)
                    : Earnings.column(reading, verb).map(schema::of).orElse(null);
        }
        if (draft.subject != null && reading.former() == null) {
            return;
        }
        relist(reading);
        int count = reading.find(Cue.COUNT);
        if (count < 0 || !counted(reading, count)) {
            mentioned(reading);
        }
    }

    private static boolean counted(Reading reading, int cue) {
        int first = reading.find(cue + 1, reading::named);
        if (reading.is(cue - 1, Cue.MAXIMUM, Cue.MINIMUM, Cue.AVERAGE)
                && reading.column(first, null, Column::number).isPresent()) {
            return false;
        }
        int noun = reading.tableNamed(first + 1) && !doing(reading, first) ? first + 1 : first;
        if (noun < 0 || after(reading, noun, cue)) {
            return recount(reading, cue);
        }
        int different = reading.find(cue + 1, at -> reading.is(at, Cue.DISTINCT));
        var table = reading.table(noun);
        if (table.isPresent()) {
            reading.draft().subject = table.get();
            reading.draft().measure = sold(reading, cue).orElseGet(() -> Measure.count(table.get()));
            reading.draft().columns.clear();
        } else if (!differing(reading, noun)) {
            return false;
        }
        reading.use(cue, noun, different < noun ? different : -1);
        return true;
    }

    /// `how many members borrowed …`: not the rows of what they did.
    private static boolean doing(Reading reading, int noun) {
        return reading.tableNamed(noun) && reading.plural(noun)
                && Fit.past(Words.stem(reading.words(noun + 1).replaceFirst(" (in|out|up|off|on)$", "")));
    }

    /// `how many products were sold` asks for pieces, not for kinds.
    private static Optional<Measure> sold(Reading reading, int cue) {
        int sold = reading.find(cue + 1, at -> reading.is(at, Cue.UNITS));
        var measure = sold < 0 ? Optional.<Measure>empty() : Figures.money(reading, sold, Measure.Kind.SUM);
        measure.ifPresent(found -> reading.draft().remarks.add("I took this as the number of pieces sold."));
        return measure;
    }

    /// The question goes on from one about rows: now they are counted.
    private static boolean recount(Reading reading, int cue) {
        var draft = reading.draft();
        if (reading.former() == null || draft.subject == null) {
            return false;
        }
        draft.measure = Measure.count(draft.subject);
        reading.use(cue);
        return true;
    }

    /// `list them`, after they were counted.
    private static void relist(Reading reading) {
        var draft = reading.draft();
        boolean them = reading.question().tokens().stream().anyMatch(token -> token.word().matches("them|those|these|they"));
        boolean counted = reading.former() != null && draft.measure != null && draft.measure.kind() == Measure.Kind.COUNT
                && draft.groups.isEmpty();
        if (counted && them && reading.find(Cue.LIST, Cue.WHICH) >= 0) {
            draft.measure = null;
        }
    }

    private static boolean after(Reading reading, int noun, int cue) {
        int by = reading.find(cue + 1, at -> reading.is(at, Cue.BY));
        return by >= 0 && by < noun;
    }

    private static boolean differing(Reading reading, int noun) {
        int other = reading.find(noun + 1, reading::tableNamed);
        var near = other < 0 ? null : reading.table(other).orElse(null);
        var column = reading.column(noun, near, Subjects::tally).or(() -> reading.column(noun, near, found -> true));
        if (column.filter(Column::flag).isPresent()) {
            var table = reading.world().schema().of(column.get());
            reading.draft().subject = table;
            reading.draft().measure = Measure.count(table);
            reading.draft().filters.add(new Filter.Flagged(column.get(), false));
            return true;
        }
        if (column.filter(found -> weak(reading, noun, found)).isPresent()) {
            return false;
        }
        column.ifPresent(found -> {
            var draft = reading.draft();
            var kind = !found.number() ? Measure.Kind.DISTINCT : average(reading, noun) ? Measure.Kind.AVERAGE : Measure.Kind.SUM;
            draft.subject = reading.world().schema().of(found);
            draft.measure = new Measure(kind, draft.subject, new Value.Field(found));
            draft.columns.clear();
            reading.use(near != null && near.equals(draft.subject) ? other : -1);
            boolean sold = kind == Measure.Kind.SUM && Sums.sale(reading, found);
            reading.use(sold ? reading.find(noun + 1, at -> reading.is(at, Cue.UNITS)) : -1);
        });
        return column.isPresent();
    }

    /// `visitor_count`, rather than the `visitor_name` of a booking.
    private static boolean tally(Column column) {
        return column.number() && column.words().size() > 1 && column.words().getLast().equals("count");
    }

    /// `how many actors` is not the sum of `stars`, nor `how many properties` the number of their types.
    private static boolean weak(Reading reading, int noun, Column column) {
        boolean verb = column.date() && !reading.plural(noun);
        return verb || reading.item(noun).all(Sense.Match.class)
                .filter(match -> column.equals(match.column()))
                .noneMatch(match -> match.score() > Fit.BEGINNING);
    }

    /// `how many bedrooms does the average house have`
    private static boolean average(Reading reading, int noun) {
        int cue = reading.find(noun + 1, at -> reading.is(at, Cue.AVERAGE));
        reading.use(cue);
        return cue >= 0;
    }

    private static void mentioned(Reading reading) {
        int at = reading.find(
                0,
                i -> reading.tableNamed(i) && !Roles.before(reading, i) && !Listings.of(reading, i)
                        && (!reading.is(i - 1, Cue.BY) || every(reading, i - 1))
                        && (!reading.is(reading.previous(i), Cue.BY, Cue.WITHOUT) || every(reading, reading.previous(i))));
        if (at < 0) {
            return;
        }
        var draft = reading.draft();
        var table = reading.table(at).orElseThrow();
        var former = draft.subject;
        if (former != null && !former.equals(table)) {
            draft.columns.clear();
            draft.sorting = draft.measure == null ? null : draft.sorting;
            draft.measure = draft.measure == null || draft.measure.value() != null ? null : Measure.count(table);
        }
        draft.subject = table;
        limit(reading, at);
        reading.use(at);
    }

    /// `every department`, at the beginning.
    private static boolean every(Reading reading, int at) {
        return reading.words(at).matches("each|every")
                && reading.findAny(at, i -> !reading.is(i, Cue.LIST) && !reading.item(i).noise()) < 0;
    }

    /// `show 5 rows of orders`, `show 5 records from customers`
    private static void rows(Reading reading, int table) {
        int noun = reading.findAny(table, at -> reading.words(at).matches(ROWS));
        var number = Ranking.number(reading, noun - 1);
        if (number != null && table - noun <= ROWS_REACH && (noun < 2 || Comparison.of(reading.item(noun - 2)) == null)) {
            reading.draft().limit = number;
            reading.use(noun - 1);
            reading.use(reading.words(noun + 1).equals("from") ? noun + 1 : noun);
        }
    }

    /// `show 5 orders`; a number after the table is a key: `order 42`.
    private static void limit(Reading reading, int at) {
        var number = Ranking.number(reading, reading.previous(at));
        boolean compared = at > 1 && Comparison.of(reading.item(at - 2)) != null;
        if (number != null && !compared && reading.draft().measure == null && reading.previous(at) == at - 1) {
            reading.draft().limit = number;
            reading.use(at - 1);
        } else if (reading.draft().measure == null) {
            rows(reading, at);
        }
    }
}
