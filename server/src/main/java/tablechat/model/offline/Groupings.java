package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// What a word after `by` or `which` stands for, seen from the table whose rows are counted.
final class Groupings {
    private static final double NAME_SCORE_MIN = 0.9;

    private Groupings() {}

    static Optional<Grouping> at(Reading reading, int at, Table base) {
        if (!reading.free(at)) {
            return Optional.empty();
        }
        var item = reading.item(at);
        var unit = item.as(Unit.class);
        var exact = item.all(Sense.Match.class)
                .anyMatch(match ->
                        match.score() >= NAME_SCORE_MIN && match.table().equals(base));
        if (unit.isPresent() && !exact) {
            // Of a year only its decade is known.
            var year = Dates.of(base).isEmpty() && unit.get() == Unit.DECADE ? base.first(Column::year) : Optional.<Column>empty();
            return year.or(() -> Dates.near(base, reading.world())).map(column -> new Grouping.ByTime(column, unit.get()));
        }
        var own = reading.column(at, base, column -> column.table().equals(base.name()) && column.references() == null)
                .filter(column -> best(reading, at, column) >= Math.max(NAME_SCORE_MIN, table(reading, at, base)));
        if (own.isPresent()) {
            return own.map(column -> byColumn(reading, column));
        }
        var referred = referred(reading, at, base);
        if (referred.isPresent()) {
            return referred;
        }
        var table = reading.table(at).filter(other -> !other.equals(base) && joined(reading, base, other));
        return table.<Grouping>map(Grouping.ByEntity::new)
                .or(() -> reading.column(at, base, column -> column.references() == null)
                        .map(column -> byColumn(reading, column)))
                .or(() -> reading.table(at).filter(base::equals).map(Grouping.ByEntity::new));
    }

    /// `destination`, which refers to airports: by these, where the way to them leads by that reference.
    private static Optional<Grouping> referred(Reading reading, int at, Table base) {
        var schema = reading.world().schema();
        return reading.column(at, base, column -> column.table().equals(base.name()) && column.references() != null)
                .filter(column -> best(reading, at, column) > table(reading, at, base))
                .map(column -> schema.table(column.references().table())
                        .filter(target -> !target.equals(base))
                        .filter(target -> reading.world().routes().up(base, target)
                                .filter(way -> way.size() == 1 && way.getFirst().from().equals(column)).isPresent())
                        .<Grouping>map(Grouping.ByEntity::new)
                        .orElseGet(() -> new Grouping.ByColumn(column)));
    }

    /// Says so where another column of that name is as near: the country of the invoice, not of the customer.
    static void remark(Reading reading, int at, Table base, Grouping taken) {
        if (taken instanceof Grouping.ByEntity && referred(reading, at, base).filter(taken::equals).isPresent()) {
            reading.column(at, base, column -> column.table().equals(base.name()) && column.references() != null)
                    .ifPresent(column -> reading.draft().remarks.add("I went by " + name(column) + "."));
        }
        if (!(taken instanceof Grouping.ByColumn(var column)) || !column.text() || column.table().equals(base.name())) {
            return;
        }
        var routes = reading.world().routes();
        var schema = reading.world().schema();
        int far = routes.distance(base, schema.of(column));
        reading.item(at).all(Sense.Match.class)
                .filter(match -> match.column() != null && match.column().text() && !match.table().equals(schema.of(column)))
                .filter(match -> match.column().words().getLast().equals(column.words().getLast()))
                .filter(match -> routes.up(base, match.table()).isPresent() && routes.distance(base, match.table()) <= far)
                .findFirst()
                .ifPresent(match -> reading.draft().remarks.add("I took “" + reading.words(at) + "” as " + name(column)
                        + "; there is also " + name(match.column()) + "."));
    }

    private static String name(Column column) {
        return Markdown.code(column.table() + "." + column.name());
    }

    /// `by customer name` is by customer: namesakes are not thrown together.
    private static Grouping byColumn(Reading reading, Column column) {
        var table = reading.world().schema().of(column);
        boolean name = column.words().getLast().matches("name|title");
        return name && Labels.of(table).equals(List.of(column)) && table.key().isPresent()
                ? new Grouping.ByEntity(table)
                : new Grouping.ByColumn(column);
    }

    private static boolean joined(Reading reading, Table one, Table other) {
        return reading.world().routes().any(one, other).isPresent();
    }

    /// How well the item names another table.
    private static double table(Reading reading, int at, Table base) {
        return reading.item(at).all(Sense.Match.class)
                .filter(match -> match.column() == null && !match.table().equals(base) && joined(reading, base, match.table()))
                .mapToDouble(Sense.Match::score)
                .max()
                .orElse(0);
    }

    private static double best(Reading reading, int at, Column column) {
        return reading.item(at)
                .all(Sense.Match.class)
                .filter(match -> column.equals(match.column()))
                .mapToDouble(Sense.Match::score)
                .max()
                .orElse(0);
    }
}
