package tablechat.model.offline;

import java.util.Optional;
import tablechat.protocol.Nullable;

/// `by category`, `per year`, `for each customer`, `monthly`.
final class Groups {

    private Groups() {}

    static void read(Reading reading) {
        int by = reading.find(
                0,
                at -> reading.is(at, Cue.BY)
                        && !Earnings.lasting(reading, at)
                        && grouping(reading, reading.next(at)).isPresent());
        int noun = by < 0 ? adverb(reading) : reading.next(by);
        if (noun < 0) {
            return;
        }
        var draft = reading.draft();
        if (by >= 0 && all(reading, by)) {
            reading.use(by);
            return;
        }
        if (draft.measure == null && numeric(reading, noun) != null) {
            draft.sorting = new Query.Sorting(numeric(reading, noun), false);
            reading.use(by, noun);
            return;
        }
        boolean mean = draft.measure != null && draft.measure.kind() == Measure.Kind.AVERAGE;
        if (mean && (priced(reading, by, noun, draft.measure) || own(reading, noun, draft.measure.table()))) {
            reading.use(by, noun);
            read(reading);
            return;
        }
        group(reading, by, noun);
    }

    private static void group(Reading reading, int by, int noun) {
        var draft = reading.draft();
        draft.measure = draft.measure == null ? Measure.count(draft.subject) : draft.measure;
        draft.columns.clear();
        draft.groups.clear();
        var taken = grouping(reading, noun).orElseThrow();
        Groupings.remark(reading, noun, draft.measure.table(), taken);
        draft.groups.add(taken);
        draft.everyone = by >= 0 && reading.words(by).matches(".*(each|every)");
        int last = Dating.parts(reading, noun, draft.measure.table()).isPresent() ? noun + 1 : noun;
        reading.use(by, noun, last);
        second(reading, last);
    }

    /// Once more when a value has told what rows are meant: `no-shows per doctor`.
    static void again(Reading reading) {
        var draft = reading.draft();
        boolean open = draft.subject != null && draft.groups.isEmpty() && draft.sorting == null && draft.each == null
                && draft.meanOf == null && !draft.share && reading.former() == null;
        if (open && (draft.measure == null || draft.measure.kind() == Measure.Kind.COUNT)) {
            read(reading);
        }
    }

    /// `list every department` wants all of them, one by one.
    private static boolean all(Reading reading, int by) {
        var draft = reading.draft();
        boolean begins = reading.findAny(by, at -> !reading.is(at, Cue.LIST) && !reading.item(at).noise()) < 0;
        return draft.measure == null && begins && reading.words(by).matches("each|every");
    }

    /// `average quantity per order line` is the mean of all lines.
    private static boolean own(Reading reading, int noun, Table table) {
        boolean each = grouping(reading, noun)
                .filter(found -> found.equals(new Grouping.ByEntity(table))
                        || found instanceof Grouping.ByColumn(var column) && column.primary() && column.table().equals(table.name()))
                .isPresent();
        return each && reading.table(noun).filter(table::equals).isPresent();
    }

    /// `average price per bottle`, where `bottles` says how many there were.
    private static boolean priced(Reading reading, int by, int noun, Measure measure) {
        boolean price = measure.value() instanceof Value.Field(var column) && Lexicon.alike("price", column.words().getLast());
        return price && by >= 0 && reading.words(by).equals("per") && !reading.plural(noun)
                && grouping(reading, noun).filter(found -> found instanceof Grouping.ByColumn(var count) && count.number() && !count.year())
                        .isPresent();
    }

    private static void second(Reading reading, int noun) {
        int and = noun + 1;
        int other = and + 1;
        boolean more = and < reading.size() && (reading.words(and).equals("and") || reading.is(and, Cue.BY));
        if (more && reading.free(other)) {
            grouping(reading, other)
                    .filter(second -> reading.draft().groups.size() < 2)
                    .ifPresent(second -> {
                        reading.draft().groups.add(second);
                        reading.use(and, other);
                    });
        }
    }

    private static int adverb(Reading reading) {
        return reading.find(
                0,
                at -> reading.words(at).matches("yearly|annual|annually|quarterly|monthly|weekly|daily")
                        && grouping(reading, at).isPresent());
    }

    private static Optional<Grouping> grouping(Reading reading, int at) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        return base == null || draft.sorting != null && reading.former() == null
                ? Optional.empty()
                : Dating.parts(reading, at, base).or(() -> Groupings.at(reading, at, base));
    }

    private static @Nullable Column numeric(Reading reading, int at) {
        return reading.item(at).as(Unit.class).isPresent() || reading.table(at).isPresent()
                ? null
                : reading.column(at, reading.draft().subject, column -> column.number() && !column.year())
                        .orElse(null);
    }
}
