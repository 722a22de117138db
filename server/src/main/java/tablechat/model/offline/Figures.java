package tablechat.model.offline;

import java.util.Optional;

/// Reads the words for a figure: `number of orders`, `total price`, `revenue`, `units sold`, `orders`.
final class Figures {

    private Figures() {}

    /// The measure that begins at an item, its items accounted for; empty (and nothing used) when there is none.
    static Optional<Measure> at(Reading reading, int at) {
        if (!reading.free(at)) {
            return Optional.empty();
        }
        var cue = reading.item(at).as(Cue.class).orElse(null);
        return switch (cue) {
            case COUNT -> counted(reading, at);
            case SUM -> over(reading, at, Measure.Kind.SUM);
            case AVERAGE -> over(reading, at, Measure.Kind.AVERAGE);
            case MEDIAN -> over(reading, at, Measure.Kind.MEDIAN);
            case MINIMUM -> over(reading, at, Measure.Kind.MINIMUM);
            case MAXIMUM -> over(reading, at, Measure.Kind.MAXIMUM);
            case REVENUE, SPENT, UNITS, SOLD, UNSOLD -> money(reading, at, Measure.Kind.SUM);
            case null, default -> named(reading, at);
        };
    }

    private static Optional<Measure> counted(Reading reading, int at) {
        int noun = reading.next(at);
        var different = reading.is(noun, Cue.DISTINCT);
        noun = different ? reading.next(noun) : noun;
        var table = reading.free(noun) ? reading.table(noun) : Optional.<Table>empty();
        if (table.isPresent()) {
            reading.use(at, noun, different ? noun - 1 : at);
        }
        return table.map(Measure::count);
    }

    /// A function word, then what it is taken of.
    private static Optional<Measure> over(Reading reading, int at, Measure.Kind kind) {
        int noun = Spending.flagged(reading, reading.next(at)) ? reading.next(reading.next(at)) : reading.next(at);
        if (reading.is(noun, Cue.COUNT) && kind == Measure.Kind.SUM) {
            var counted = counted(reading, noun);
            counted.ifPresent(any -> reading.use(at));
            return counted;
        }
        if (reading.is(noun, Cue.REVENUE, Cue.SPENT, Cue.UNITS)) {
            reading.use(at);
            return money(reading, noun, kind);
        }
        if (reading.is(noun, Cue.COUNT)) {
            int first = reading.next(noun);
            // `number of sick days`: a value may stand between.
            int counted = numeric(reading, first).isPresent() || first < 0 ? first : reading.next(first);
            if (numeric(reading, counted).isPresent()) {
                reading.use(noun);
                noun = counted;
            }
        }
        if (reading.tableNamed(noun) && (kind != Measure.Kind.SUM || Scales.amounts(reading.table(noun).orElseThrow()))) {
            var of = ofTable(reading, at, noun, kind);
            if (of.isPresent()) {
                return of;
            }
        }
        var below = kind == Measure.Kind.SUM ? below(reading, at, noun) : Optional.<Measure>empty();
        if (below.isPresent()) {
            return below;
        }
        if (noun < 0) {
            noun = reading.findBack(at, i -> numeric(reading, i).isPresent());
        }
        int named = noun;
        var column = reading.free(named) ? numeric(reading, named) : Optional.<Column>empty();
        if (column.isPresent()) {
            remark(reading, noun, column.get());
            reading.use(at, noun);
            return column.map(field -> field(reading, kind, field));
        }
        if (kind == Measure.Kind.SUM
                && reading.tableNamed(noun)
                && numeric(reading, at).isEmpty()) {
            reading.use(at, noun);
            return reading.table(noun).map(Measure::count);
        }
        return numeric(reading, at).map(field -> {
            reading.use(at);
            return field(reading, kind, field);
        });
    }

    /// `median order amount`, `highest order`: a number of the table that is named first.
    private static Optional<Measure> ofTable(Reading reading, int at, int noun, Measure.Kind kind) {
        var table = reading.table(noun).orElseThrow();
        int after = reading.next(noun);
        var named = reading.column(after, table, column -> column.number() && column.table().equals(table.name()));
        var column = named.or(() -> kind == Measure.Kind.MEDIAN || Scales.amounts(table) ? Money.own(table) : Optional.empty());
        column.ifPresent(found -> {
            reading.draft().subject = table;
            reading.use(at, noun, named.isPresent() ? after : noun);
        });
        return column.map(found -> field(reading, kind, found));
    }

    /// `total project hours`: a number of the rows that belong to projects.
    private static Optional<Measure> below(Reading reading, int at, int noun) {
        int after = reading.tableNamed(noun) && !reading.plural(noun) && reading.next(noun) == noun + 1 ? noun + 1 : -1;
        var table = after < 0 ? null : reading.table(noun).orElseThrow();
        var schema = reading.world().schema();
        var column = after < 0 || reading.tableNamed(after) ? Optional.<Column>empty() : reading.column(after, table,
                found -> found.number() && !schema.of(found).equals(table)
                        && reading.world().routes().up(schema.of(found), table).isPresent());
        column.ifPresent(found -> reading.use(at, noun, after));
        return column.map(found -> field(reading, Measure.Kind.SUM, found));
    }

    /// A column or table by its name alone.
    private static Optional<Measure> named(Reading reading, int at) {
        var column = numeric(reading, at);
        var table = reading.table(at);
        if (table.isPresent() || column.isPresent()) {
            int after = reading.next(at);
            reading.use(at, reading.is(after, Cue.COUNT) ? after : at);
        }
        return table.map(Measure::count).or(() -> column.map(field -> field(reading, Measure.Kind.SUM, field)));
    }

    static Optional<Measure> money(Reading reading, int at, Measure.Kind kind) {
        if (reading.is(at, Cue.SPENT) && (Spending.ours(reading) || Spending.flagged(reading, at))) {
            return Optional.empty();
        }
        var schema = reading.world().schema();
        var value = reading.is(at, Cue.UNITS, Cue.SOLD, Cue.UNSOLD) ? Money.units(schema) : Money.revenue(reading)
                .or(() -> reading.is(at, Cue.SPENT) ? Money.outgo(schema) : Optional.empty());
        value.ifPresent(any -> reading.use(at));
        return value.map(found -> Measure.of(kind, found, schema));
    }

    static Measure field(Reading reading, Measure.Kind kind, Column column) {
        return new Measure(kind, reading.world().schema().of(column), new Value.Field(column));
    }

    /// Without a table in the question the column may be another's.
    static void remark(Reading reading, int at, Column column) {
        if (reading.draft().subject == null) {
            reading.item(at)
                    .all(Sense.Match.class)
                    .map(Sense.Match::column)
                    .filter(other -> other != null && other.number() && !other.equals(column))
                    .findFirst()
                    .ifPresent(other -> reading.draft()
                            .remarks
                            .add("I took this as " + name(column) + "; there is also " + name(other) + "."));
        }
    }

    private static String name(Column column) {
        return Markdown.code(column.table() + "." + column.name());
    }

    private static Optional<Column> numeric(Reading reading, int at) {
        return reading.column(
                at,
                reading.draft().subject,
                column -> column.number() && !reading.item(at).quoted());
    }
}
