package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A number of the rows that belong to each, added up though nobody says so: `which branch sold the most units`, `top 3 dishes by
/// portions`, `who tipped the most`.
final class Sums {
    /// Who lost or gave back the most is not who has the most.
    private static final String LOSSES = "(return|refund|lose|loose|wast|spill|reject|cancel|miss|skip|break|damag|destroy|declin|fail|"
            + "avoid|lack|won|win|beat|tied|drew|conced|ow|hat|dislik|sav|withdr|wrote|throw|threw|drop|reduc|steal|stole|complain|want|"
            + "need|request|plan|recommend|"
            + "lost|broke).*";

    /// Who does so to the most is not who has the most.
    private static final String CHANGES = "(fir|dismiss|expel|promot|transfer|delay|clos|suspend|remov|delet|block|ban|leav|left|quit|"
            + "resign|kill|solv|approv|review|rat|lik|follow|invit|inspect|check|visit|mention|return).*";

    private Sums() {}

    /// The number an item names in rows that belong to those of a table, if the word is its whole name and it can be added up.
    static Optional<Measure> below(Reading reading, int at, Table table) {
        return matches(reading, at)
                .filter(match -> !match.table().equals(table) && Relations.event(match.table()))
                .filter(match -> reading.world().routes().up(match.table(), table).isPresent())
                .filter(match -> Scales.whole(match.column()) == Measure.Kind.SUM)
                .min(Comparator.comparingInt(match -> reading.world().routes().distance(match.table(), table)))
                .map(match -> Figures.field(reading, Measure.Kind.SUM, match.column()));
    }

    /// Says so where a number of the table itself is called the same.
    static void remark(Reading reading, int at, Column own) {
        below(reading, at, reading.world().schema().of(own))
                .flatMap(other -> other.value() instanceof Value.Field(var column) ? Optional.of(column) : Optional.empty())
                .ifPresent(other -> reading.draft().remarks.add("I took this as " + name(own) + "; there is also " + name(other) + "."));
    }

    /// What an item names wholly in rows that belong to those of a table, where it is only a part of the name of the table's own number.
    static Optional<Measure> rather(Reading reading, int at, Optional<Column> own) {
        return own.filter(column -> matches(reading, at).noneMatch(match -> column.equals(match.column())))
                .flatMap(column -> below(reading, at, reading.world().schema().of(column)));
    }

    /// `sold the most units`: what there is most of stands after it, who has it before.
    static boolean sold(Reading reading, int cue, int figure) {
        int named = reading.findBack(cue, reading::tableNamed);
        int entity = named >= 0 ? named : reading.findBack(cue, reading::named);
        var table = reading.table(entity).or(() -> reading.column(entity, null, Column::text).map(reading.world().schema()::of));
        var measure = table.isEmpty() || reading.tableNamed(figure) || !reading.words(cue).matches("(sold|sells?) the (most|least)")
                ? Optional.<Measure>empty()
                : below(reading, figure, table.get());
        boolean done = measure.filter(found -> Ranking.byMeasure(
                        reading, entity, found, reading.is(cue, Cue.SOLD), Ranking.limit(reading, cue, entity)))
                .isPresent();
        reading.use(done ? new int[] {cue, figure} : new int[0]);
        return done;
    }

    /// `who tipped the most`, `which guest tipped the most`: a number that is called after what they did.
    static boolean done(Reading reading, int cue, int entity, boolean most) {
        int verb = reading.previous(cue);
        var columns = verb < 1 || verb == entity ? List.<Column>of() : given(reading, verb);
        if (columns.size() != 1) {
            return false;
        }
        var measure = Figures.field(reading, Measure.Kind.SUM, columns.getFirst());
        boolean done = entity < 0
                ? who(reading, measure, most)
                : Ranking.byMeasure(reading, entity, measure, most, Ranking.limit(reading, cue, entity));
        reading.use(done ? new int[] {cue, verb} : new int[0]);
        return done;
    }

    /// Of those to whom the rows belong, where that are the only people as near.
    private static boolean who(Reading reading, Measure measure, boolean most) {
        var routes = reading.world().routes();
        var nearest = People.nearest(reading.world(), measure.table());
        boolean only = nearest.filter(one -> People.of(reading.world())
                        .filter(other -> routes.up(measure.table(), other).isPresent())
                        .filter(other -> routes.distance(measure.table(), other) == routes.distance(measure.table(), one))
                        .count() == 1)
                .isPresent();
        if (only) {
            Ranking.byMeasure(reading, new Grouping.ByEntity(nearest.orElseThrow()), measure, most, 1);
            reading.use(0);
        }
        return only;
    }

    /// `were sold`, of a number in rows that say what happened, whether sold or not is not told, and that nothing else belongs to.
    static boolean sale(Reading reading, Column column) {
        var schema = reading.world().schema();
        var table = schema.of(column);
        return Relations.event(table) && table.first(other -> other.words().contains("sold")).isEmpty()
                && Frequencies.referring(schema, table).findAny().isEmpty()
                && column.words().stream().noneMatch(word -> word.matches("stock|capacity|available|left|remaining|max|maximum|limit"));
    }

    /// `how much flour did we use`: the one number of the rows that say what went into what.
    static void used(Reading reading) {
        var draft = reading.draft();
        int cue = reading.find(Cue.HOW_MUCH);
        boolean asked = cue >= 0 && draft.measure == null && draft.groups.isEmpty() && draft.sorting == null
                && Words.lower(reading.question().text()).matches("(?s).*\\b(use|used|consume|consumed)\\b.*");
        var things = draft.filters.stream()
                .flatMap(filter -> filter instanceof Filter.OneOf one
                        ? Stream.of(reading.world().schema().of(one.column()))
                        : Stream.empty())
                .distinct()
                .toList();
        if (!asked || things.size() != 1) {
            return;
        }
        var rows = Frequencies.referring(reading.world().schema(), things.getFirst()).toList();
        var numbers = rows.stream().flatMap(table -> table.columns().stream()).filter(Column::number).toList();
        if (rows.size() == 1 && numbers.size() == 1 && Scales.whole(numbers.getFirst()) == Measure.Kind.SUM) {
            draft.measure = Figures.field(reading, Measure.Kind.SUM, numbers.getFirst());
            draft.subject = draft.measure.table();
            draft.columns.clear();
            reading.use(cue);
        }
    }

    /// `tipped`: tip, or tip_amount.
    private static List<Column> given(Reading reading, int verb) {
        var root = Words.root(Words.present(Words.stem(reading.words(verb))));
        return reading.world().schema().tables().stream()
                .filter(Relations::event)
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.number() && !column.year() && Scales.whole(column) == Measure.Kind.SUM)
                .filter(column -> Words.root(column.words().getFirst()).equals(root)
                        && (column.words().size() == 1 || column.words().size() == 2 && column.words().getLast().equals("amount")))
                .toList();
    }

    /// `drank`, before `the most pints`: a verb that nothing in the database speaks of says only that they belong to each.
    static void passed(Reading reading, int cue, Measure measure) {
        int verb = cue - 1;
        boolean said = verb > 0 && reading.free(verb) && reading.item(verb).unknown() && !reading.item(verb).quoted()
                && !capital(reading, verb) && reading.words(verb).matches("\\p{L}{2,}") && !reading.words(verb).matches(LOSSES);
        var draft = reading.draft();
        boolean own = measure.kind() == Measure.Kind.COUNT && draft.groups.size() == 1
                && draft.groups.getFirst() instanceof Grouping.ByColumn(var column)
                && column.text() && column.table().equals(measure.table().name());
        boolean linked = measure.kind() == Measure.Kind.COUNT && draft.groups.size() == 1
                && draft.groups.getFirst() instanceof Grouping.ByEntity(var each) && !reading.words(Math.max(verb, 0)).matches(CHANGES)
                && reading.item(Math.max(verb, 0)).senses().isEmpty() && Links.one(reading.world(), measure.table(), each);
        if (said && (own || linked || measure.kind() == Measure.Kind.SUM && measure.value() instanceof Value.Field)) {
            draft.remarks.add("I passed over “" + reading.words(verb) + "”: nothing here is called so.");
            reading.use(verb);
        }
    }

    private static boolean capital(Reading reading, int at) {
        return reading.question().tokens().get(reading.item(at).from()).capital();
    }

    private static Stream<Sense.Match> matches(Reading reading, int at) {
        return reading.free(at)
                ? reading.item(at).all(Sense.Match.class).filter(match ->
                        match.score() >= Fit.LOOSE && match.column() != null && match.column().number() && !match.column().year())
                : Stream.empty();
    }

    private static String name(Column column) {
        return Markdown.code(column.table() + "." + column.name());
    }
}
