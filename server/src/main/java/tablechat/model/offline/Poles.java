package tablechat.model.offline;

import java.util.Optional;

/// `most expensive and cheapest product`, `the products with the highest and the lowest price`: the rows at both ends.
final class Poles {
    private Poles() {}

    static boolean read(Reading reading) {
        return degrees(reading) || with(reading);
    }

    private static boolean degrees(Reading reading) {
        int first = reading.find(0, at -> superlative(reading, at));
        int second = first < 0 ? -1 : reading.find(first + 1, at -> superlative(reading, at));
        if (second < 0 || between(reading, first, second)) {
            return false;
        }
        int after = reading.next(second);
        int entity = reading.tableNamed(after) ? after : reading.findBack(first, reading::tableNamed);
        var column = reading.table(entity).flatMap(table -> column(reading, table, first, second));
        column.ifPresent(found -> take(reading, found, first, second, entity, before(reading, first), before(reading, second)));
        return column.isPresent();
    }

    /// Something else than `and the most` stands between.
    private static boolean between(Reading reading, int first, int second) {
        return reading.find(first + 1, at -> at < second && !reading.silent(at) && !reading.is(at, Cue.MOST, Cue.FEWEST)) >= 0;
    }

    private static boolean superlative(Reading reading, int at) {
        var degree = Superlatives.degree(reading, at).map(Sense.Degree::form).orElse(null);
        return degree == Adjective.Form.SUPERLATIVE && reading.item(at).as(Cue.class).isEmpty()
                || degree == Adjective.Form.BASE && before(reading, at) >= 0;
    }

    /// The `most` of `most expensive`.
    private static int before(Reading reading, int at) {
        boolean base = Superlatives.degree(reading, at).filter(degree -> degree.form() == Adjective.Form.BASE).isPresent();
        return base && reading.is(at - 1, Cue.MOST, Cue.FEWEST) ? at - 1 : -1;
    }

    /// The column both speak of, each of another end.
    private static Optional<Column> column(Reading reading, Table table, int first, int second) {
        for (var hint : Superlatives.degree(reading, first).orElseThrow().adjective().hints()) {
            var column = Superlatives.column(table, hint);
            if (column.isPresent()) {
                boolean high = high(reading, first, hint);
                return column.filter(found -> Superlatives.degree(reading, second).orElseThrow().adjective().hints().stream()
                        .filter(other -> Superlatives.column(table, other).filter(found::equals).isPresent())
                        .limit(1)
                        .anyMatch(other -> high(reading, second, other) != high));
            }
        }
        return Optional.empty();
    }

    private static boolean high(Reading reading, int at, Adjective.Hint hint) {
        int before = before(reading, at);
        return hint.high() != (before >= 0 && reading.is(before, Cue.FEWEST));
    }

    private static boolean with(Reading reading) {
        int with = reading.find(1, at -> reading.is(at, Cue.WITH) && reading.tableNamed(reading.previous(at)));
        int first = with < 0 ? -1 : reading.next(with);
        int second = reading.is(first, Cue.MAXIMUM, Cue.MINIMUM) ? reading.next(first) : -1;
        int noun = second >= 0 && Extents.opposite(reading, first, second) ? reading.next(second) : -1;
        int entity = noun < 0 ? -1 : reading.previous(with);
        var column = reading.table(entity).flatMap(table ->
                reading.column(noun, table, found -> found.table().equals(table.name()) && (found.number() || found.date())));
        column.ifPresent(found -> take(reading, found, with, first, second, noun, entity));
        return column.isPresent();
    }

    private static void take(Reading reading, Column column, int... items) {
        reading.draft().subject = reading.world().schema().of(column);
        reading.draft().poles = column;
        reading.draft().compared = false;
        reading.use(items);
    }
}
