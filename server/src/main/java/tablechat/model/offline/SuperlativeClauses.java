package tablechat.model.offline;

import java.util.Optional;

/// Superlatives that do not stand with what is ranked: `which city has the most expensive listings`, `which recipe takes the longest to
/// cook`, `longest resolution time`.
final class SuperlativeClauses {
    /// When several are spoken of.
    private static final int SEVERAL = 10;

    private SuperlativeClauses() {}

    /// `largest 3 apartments by rent`: by the number of theirs that is named at the end, whatever largest may be of them.
    static boolean named(Reading reading, int at, int entity) {
        int by = reading.find(entity + 1, i -> reading.is(i, Cue.BY) && reading.words(i).equals("by"));
        int noun = by < 0 ? -1 : reading.next(by);
        boolean size = reading.words(at).matches("largest|biggest|greatest|highest|smallest|lowest") && at < entity;
        if (!size || noun < 0 || reading.next(noun) >= 0) {
            return false;
        }
        var table = reading.table(entity).orElseThrow();
        var column = reading.column(noun, table, one -> one.table().equals(table.name()) && one.number() && !one.year());
        column.ifPresent(found -> {
            boolean high = !reading.words(at).matches("smallest|lowest");
            Ranking.byColumn(reading, entity, found, high, Ranking.limit(reading, at, entity));
            reading.use(at, by, noun);
        });
        return column.isPresent();
    }

    /// `which city has the most expensive listings`: by their mean.
    static boolean owners(Reading reading, int at, int entity) {
        int which = reading.findBack(at, i -> reading.is(i, Cue.WHICH));
        int owner = which < 0 ? -1 : reading.next(which);
        boolean has = owner >= 0 && owner + 1 < reading.size() && reading.words(owner + 1).matches("has|have") && owner < at;
        if (!has || owner == entity || entity < at || !reading.plural(entity)) {
            return false;
        }
        boolean base = Superlatives.degree(reading, at).orElseThrow().form() == Adjective.Form.BASE;
        var table = reading.table(entity).orElseThrow();
        var hints = Superlatives.degree(reading, at).orElseThrow().adjective().hints();
        boolean done = hints.stream().anyMatch(hint -> Superlatives.column(table, hint)
                .filter(Column::number)
                .map(column -> Figures.field(reading, Measure.Kind.AVERAGE, column))
                .filter(measure -> Ranking.byMeasure(reading, owner, measure, hint.high(), reading.plural(owner) ? SEVERAL : 1))
                .isPresent());
        reading.use(done ? new int[] {at, base ? at - 1 : at, entity, reading.find(Cue.AVERAGE)} : new int[0]);
        return done;
    }

    /// `which recipe takes the longest to cook`: by the column named after the verb.
    static boolean doing(Reading reading, int at) {
        int verb = at + 2 < reading.size() && reading.words(at + 1).equals("to") ? at + 2 : -1;
        int entity = verb < 0 ? -1 : reading.findBack(at, reading::tableNamed);
        var table = entity < 0 ? null : reading.table(entity).orElseThrow();
        var column = table == null || !reading.free(verb)
                ? Optional.<Column>empty()
                : reading.column(verb, table, found -> found.number() && found.table().equals(table.name()));
        column.ifPresent(found -> {
            boolean high = Superlatives.degree(reading, at).orElseThrow().adjective().hints().getFirst().high();
            Ranking.byColumn(reading, entity, found, high, Ranking.limit(reading, at, entity));
            reading.use(at, verb);
        });
        return column.isPresent();
    }

    /// `which of those is the longest?`: of the rows of the question before.
    static boolean former(Reading reading, int at) {
        var former = reading.former();
        if (former == null || former.subject == null || !former.groups.isEmpty()) {
            return false;
        }
        var degree = Superlatives.degree(reading, at).orElseThrow();
        for (var hint : degree.adjective().hints()) {
            var column = Superlatives.column(former.subject, hint);
            if (column.isPresent()) {
                boolean several = reading.question().tokens().stream().anyMatch(token -> token.word().equals("are"));
                Ranking.byColumn(reading, -1, column.get(), hint.high(), several ? SEVERAL : 1);
                reading.draft().measure = null;
                reading.use(at, reading.is(at - 1, Cue.MOST) ? at - 1 : at);
                return true;
            }
        }
        return false;
    }

    /// The oldest year is the lowest, though the oldest age is the highest.
    private static boolean high(Adjective adjective, Column column) {
        var hints = adjective.hints();
        return hints.stream()
                .filter(hint -> column.year() && hint.concept().equals("year"))
                .findFirst()
                .orElse(hints.getFirst())
                .high();
    }

    /// `when is the earliest check-in`: the row with it.
    private static boolean date(Reading reading, int at, int noun) {
        var column = noun < 0 || reading.find(noun + 1, reading::tableNamed) >= 0 ? Optional.<Column>empty()
                : reading.column(noun, null, Column::date);
        var hint = Superlatives.degree(reading, at).orElseThrow().adjective().hints().stream()
                .filter(found -> found.concept().equals("date")).findFirst();
        boolean done = column.isPresent() && hint.isPresent();
        if (done) {
            Ranking.byColumn(reading, noun, column.get(), hint.get().high(), 1);
            reading.use(at);
        }
        return done;
    }

    /// `longest resolution time`: the extreme of a column.
    static boolean column(Reading reading, int at) {
        int next = reading.next(at);
        // `cheapest business fare`: a value may stand between.
        boolean value = next >= 0 && !reading.named(next) && reading.item(next).unknown() && reading.next(next) == next + 1
                && reading.column(next + 1, null, Column::number).isPresent();
        int noun = value ? next + 1 : next;
        var column = noun < 0 ? Optional.<Column>empty() : reading.column(noun, null, Column::number);
        if (column.isEmpty()) {
            return date(reading, at, noun);
        }
        column.ifPresent(found -> {
            boolean high = high(Superlatives.degree(reading, at).orElseThrow().adjective(), found);
            reading.draft().measure = Figures.field(reading, high ? Measure.Kind.MAXIMUM : Measure.Kind.MINIMUM, found);
            reading.draft().subject = reading.draft().measure.table();
            reading.use(at, noun, reading.is(at - 1, Cue.MOST) ? at - 1 : at);
        });
        return column.isPresent();
    }
}
