package tablechat.model.offline;

import java.util.Optional;
import tablechat.protocol.Nullable;

/// `rank countries by revenue`, `list agents by number of customers`, `products ordered by units sold`: all of them, by a figure.
final class Ranks {

    private Ranks() {}

    static boolean read(Reading reading) {
        int rank = reading.find(0, at -> asks(reading, at) && !reading.named(at));
        if (reading.find(Cue.TOP, Cue.BOTTOM, Cue.MOST, Cue.FEWEST) >= 0) {
            reading.use(rank);
            return false;
        }
        int by = reading.find(rank + 1, at -> reading.is(at, Cue.BY, Cue.SORT) && reading.words(at).endsWith("by"));
        int entity = entity(reading, rank >= 0 ? reading.next(rank) : by < 0 ? -1 : reading.previous(by));
        int figure = by < 0 ? -1 : reading.next(by);
        if (entity < 0 || figure < 0 || !begins(reading, entity)) {
            return false;
        }
        // What is `ordered by customers` is bought by them.
        boolean asked = rank >= 0 || reading.is(by, Cue.SORT) && !reading.words(by).startsWith("order");
        var column = reading.table(entity).flatMap(table -> own(reading, figure, table));
        boolean done = column.isPresent()
                ? rank >= 0 && byColumn(reading, entity, column.get(), figure)
                // What stands between is said of them, and not of the rows the figure is taken of.
                : reading.next(entity) == by && (cue(reading, figure) || asked && reading.tableNamed(figure))
                        && byMeasure(reading, entity, figure);
        reading.use(done ? new int[] {by, rank} : new int[0]);
        return done;
    }

    /// `rank the …`
    static boolean asks(Reading reading, int at) {
        return reading.is(at, Cue.SORT) && reading.words(at).matches("rank( \\w+)?|ranking of") && !reading.words(at).endsWith("by");
    }

    private static int entity(Reading reading, int at) {
        boolean named = at >= 0 && (reading.named(at) || reading.item(at).as(Unit.class).isPresent());
        return named ? at : -1;
    }

    /// Nothing stands before that says what of them is wanted.
    private static boolean begins(Reading reading, int entity) {
        return reading.findBack(entity, at -> !reading.silent(at) && !reading.is(at, Cue.LIST, Cue.WHICH, Cue.SORT)
                && !(at == entity - 1 && Ranking.number(reading, at) != null)) < 0;
    }

    private static boolean cue(Reading reading, int at) {
        return reading.is(at, Cue.COUNT, Cue.SUM, Cue.AVERAGE, Cue.MAXIMUM, Cue.MINIMUM, Cue.REVENUE, Cue.SPENT, Cue.UNITS);
    }

    private static Optional<Column> own(Reading reading, int figure, Table table) {
        return reading.column(figure, table, column -> column.table().equals(table.name()) && (column.number() || column.date()));
    }

    private static boolean byColumn(Reading reading, int entity, Column column, int figure) {
        var limit = limit(reading, entity);
        Ranking.byColumn(reading, entity, column, true, 1);
        reading.draft().limit = limit;
        reading.use(figure);
        return true;
    }

    /// @return false (and nothing done) when there is no such figure of each
    private static boolean byMeasure(Reading reading, int entity, int figure) {
        var draft = reading.draft();
        draft.subject = reading.table(entity).orElse(null);
        var measure = Figures.at(reading, figure);
        draft.subject = null;
        var limit = measure.isPresent() ? limit(reading, entity) : null;
        boolean done = measure.isPresent() && Ranking.byMeasure(reading, entity, measure.get(), true, 1);
        if (done) {
            draft.limit = limit;
            draft.everyone = true;
        }
        return done;
    }

    private static @Nullable Integer limit(Reading reading, int entity) {
        int before = reading.previous(entity);
        var number = Ranking.number(reading, before);
        reading.use(number == null ? -1 : before);
        reading.draft().limitSaid |= number != null;
        return number;
    }
}
