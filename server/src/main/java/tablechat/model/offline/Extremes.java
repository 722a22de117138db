package tablechat.model.offline;

import java.util.Optional;

/// `the product with the highest price`, `which category has the lowest average price`, `highest price products`.
final class Extremes {

    private Extremes() {}

    static boolean read(Reading reading) {
        int cue = reading.find(0, at -> reading.is(at, Cue.MAXIMUM, Cue.MINIMUM) || degree(reading, at) || best(reading, at));
        int figure = cue < 0 ? -1 : reading.next(cue);
        if (figure >= 0 && People.asked(reading) && who(reading, cue, figure)) {
            return true;
        }
        int entity = figure < 0 ? -1 : entity(reading, cue, figure);
        if (entity < 0) {
            return false;
        }
        return ranked(reading, cue, entity, figure);
    }

    private static boolean high(Reading reading, int cue) {
        return reading.is(cue, Cue.MAXIMUM, Cue.TOP)
                || reading.item(cue)
                        .as(Sense.Degree.class)
                        .filter(degree -> degree.adjective().hints().getFirst().high() && !reading.is(cue, Cue.MINIMUM))
                        .isPresent();
    }

    /// By a column of its own, else by a figure of what belongs to it.
    private static boolean ranked(Reading reading, int cue, int entity, int figure) {
        boolean most = high(reading, cue);
        int limit = Ranking.limit(reading, cue, entity);
        var own = reading.table(entity)
                .flatMap(table -> reading.column(
                        figure,
                        table,
                        column -> column.table().equals(table.name()) && (column.number() || column.date())));
        if (own.isPresent()) {
            Ranking.byColumn(reading, entity, own.get(), most, limit);
            reading.use(cue, figure);
            return true;
        }
        var mark = mark(reading, figure).map(column -> Figures.field(reading, Measure.Kind.AVERAGE, column));
        reading.use(mark.isPresent() ? figure : -1);
        boolean whole = reading.item(figure).is(Cue.SUM) || reading.item(figure).is(Cue.REVENUE);
        var measure = mark.or(() -> Figures.at(reading, figure).map(found -> whole ? found : extreme(found, most)));
        boolean done = measure.isPresent() && Ranking.byMeasure(reading, entity, measure.get(), most, limit);
        reading.use(done ? cue : -1);
        return done;
    }

    /// `who gives the highest scores`: those who gave them, by the mean.
    private static boolean judging(Reading reading, int cue, int figure) {
        var mark = mark(reading, figure).or(() -> reading.column(figure, null, Scales::judged));
        var who = mark.flatMap(column -> People.doing(reading.world(), reading.world().schema().of(column)));
        who.ifPresent(people -> {
            var mean = Figures.field(reading, Measure.Kind.AVERAGE, mark.orElseThrow());
            Ranking.byMeasure(reading, new Grouping.ByEntity(people), mean, reading.is(cue, Cue.MAXIMUM, Cue.TOP), 1);
            reading.use(cue, figure, 0, reading.find(Cue.AVERAGE));
        });
        return who.isPresent();
    }

    /// `who has the highest salary`
    private static boolean who(Reading reading, int cue, int figure) {
        var column = reading.column(
                figure, null, found -> (found.number() || found.date()) && People.are(reading.world().schema().of(found)));
        column.ifPresent(found -> {
            Ranking.byColumn(reading, 0, found, reading.is(cue, Cue.MAXIMUM), 1);
            reading.use(cue, figure);
        });
        return column.isPresent() || reading.find(1, at -> reading.words(at).matches("gives?|gave")) >= 0 && judging(reading, cue, figure);
    }

    /// `has the best satisfaction`
    private static boolean best(Reading reading, int at) {
        int noun = reading.is(at, Cue.TOP, Cue.BOTTOM) ? reading.next(at) : -1;
        return noun >= 0 && (mark(reading, noun).isPresent()
                || !reading.tableNamed(noun) && reading.column(noun, null, Scales::judged).isPresent());
    }

    private static Optional<Column> mark(Reading reading, int noun) {
        return reading.tableNamed(noun) ? reading.table(noun).flatMap(Scales::mark) : Optional.empty();
    }

    /// `the longest total duration`
    private static boolean degree(Reading reading, int at) {
        return reading.item(at)
                        .as(Sense.Degree.class)
                        .filter(degree -> degree.form() == Adjective.Form.SUPERLATIVE)
                        .isPresent()
                && reading.is(reading.next(at), Cue.SUM, Cue.AVERAGE, Cue.COUNT);
    }

    /// A bare column of other rows is meant at its extreme, not added up.
    private static Measure extreme(Measure measure, boolean most) {
        if (measure.value() instanceof Value.Field(var column) && measure.kind() == Measure.Kind.SUM && Scales.judged(column)) {
            return new Measure(Measure.Kind.AVERAGE, measure.table(), measure.value());
        }
        return measure.kind() == Measure.Kind.SUM && measure.value() instanceof Value.Field
                ? new Measure(most ? Measure.Kind.MAXIMUM : Measure.Kind.MINIMUM, measure.table(), measure.value())
                : measure;
    }

    private static int entity(Reading reading, int cue, int figure) {
        int with = reading.findBack(cue, at -> reading.is(at, Cue.WITH));
        int before = reading.findBack(
                with, at -> reading.named(at) || reading.item(at).as(Unit.class).isPresent());
        if (with >= 0 && before >= 0) {
            return before;
        }
        return reading.tableNamed(figure + 1) ? figure + 1 : -1;
    }
}
