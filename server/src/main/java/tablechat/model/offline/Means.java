package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// A mean of sums or counts, taken for each row of a table: `average order value`, `average number of orders per
/// customer`.
final class Means {

    private Means() {}

    static void read(Reading reading) {
        int cue = reading.find(Cue.AVERAGE);
        boolean open = cue >= 0 && reading.draft().sorting == null;
        if (open && !OnAverage.read(reading, cue) && !onAverage(reading, cue) && !ofAverage(reading, cue)) {
            meanOf(reading, cue);
        }
    }

    /// `how many lines does the average order have`
    private static boolean ofAverage(Reading reading, int cue) {
        int count = reading.findBack(cue, at -> reading.is(at, Cue.COUNT));
        int noun = count < 0 ? -1 : reading.find(count + 1, at -> at < cue && reading.tableNamed(at));
        int each = noun < 0 ? -1 : reading.next(cue);
        return reading.tableNamed(each)
                && mean(reading, reading.table(noun).map(Measure::count), reading.table(each).orElseThrow(), count, noun, each, cue);
    }

    /// `how many lines does an order have on average`
    private static boolean onAverage(Reading reading, int cue) {
        int count = reading.findBack(cue, at -> reading.is(at, Cue.COUNT));
        int noun = count < 0 ? -1 : reading.find(count + 1, reading::tableNamed);
        int each = noun < 0 ? -1 : reading.find(noun + 1, reading::tableNamed);
        return each >= 0
                && each < cue
                && mean(
                        reading,
                        reading.table(noun).map(Measure::count),
                        reading.table(each).orElseThrow(),
                        count,
                        noun,
                        each,
                        cue);
    }

    private static boolean meanOf(Reading reading, int cue) {
        int noun = reading.next(cue);
        if (reading.is(noun, Cue.COUNT, Cue.REVENUE, Cue.SPENT) || reading.is(noun, Cue.SUM) && summed(reading, noun)) {
            int by = reading.find(noun + 1, at -> reading.is(at, Cue.BY));
            int each = by < 0 ? oneOf(reading, noun) : reading.next(by);
            if (by >= 0 && single(reading, by) && !reading.tableNamed(each)) {
                return each(reading, Figures.at(reading, noun).filter(Means::adds), each, cue, by, each);
            }
            var table = reading.tableNamed(each) ? reading.table(each) : Optional.<Table>empty();
            return table.isPresent()
                    && (mean(reading, Figures.at(reading, noun), table.get(), cue, by, each)
                            || lines(reading, noun, table.get(), cue, by, each));
        }
        var table = reading.table(noun);
        if (marked(reading, cue, noun) || table.isPresent() && counted(reading, cue, noun, table.get())) {
            return true;
        }
        if (table.isEmpty()
                || reading.column(reading.next(noun), table.get(), Column::number)
                                .isPresent()
                        && reading.free(noun)) {
            return ofColumn(reading, cue, noun, table);
        }
        return ofColumn(reading, cue, noun, table) || mean(reading, revenue(reading.world().schema()), table.get(), cue, noun);
    }

    /// `in a category`
    private static int oneOf(Reading reading, int figure) {
        return reading.find(figure + 2, at -> reading.tableNamed(at) && !reading.plural(at) && reading.words(at - 1).matches("an?"));
    }

    /// A name follows, of what is added up.
    private static boolean summed(Reading reading, int sum) {
        return reading.named(reading.next(sum)) || reading.is(reading.next(sum), Cue.REVENUE, Cue.COUNT);
    }

    /// Of one each, and not of one line after the other.
    static boolean single(Reading reading, int by) {
        return reading.words(by).matches("per|.*\\b(each|every)");
    }

    static boolean adds(Measure measure) {
        return measure.kind() == Measure.Kind.COUNT || measure.kind() == Measure.Kind.SUM;
    }

    /// For each row of a table, month, or value of a column.
    static boolean each(Reading reading, Optional<Measure> measure, int each, int... items) {
        if (measure.isEmpty() || !reading.free(each)) {
            return false;
        }
        if (reading.tableNamed(each)) {
            return mean(reading, measure, reading.table(each).orElseThrow(), items);
        }
        var by = Groupings.at(reading, each, measure.get().table());
        by.ifPresent(found -> {
            reading.draft().measure = measure.get();
            reading.draft().meanOf = found;
            reading.draft().subject = measure.get().table();
            if (found instanceof Grouping.ByColumn(var column) && column.nullable()) {
                reading.draft().filters.add(new Filter.Empty(column, true));
            }
            reading.use(items);
        });
        return by.isPresent();
    }

    private static Optional<Measure> revenue(Schema schema) {
        return Money.revenue(schema)
                .map(value -> Measure.of(Measure.Kind.SUM, value, schema));
    }

    /// `how many members has each crew`, where rows between the two say who belongs to what: those are counted.
    private static Optional<Measure> linked(Reading reading, Optional<Measure> measure, Table each) {
        var world = reading.world();
        var links = measure.filter(found -> found.kind() == Measure.Kind.COUNT && !found.table().equals(each))
                .map(found -> world.schema().tables().stream()
                        .filter(table -> table.refersTo(found.table()) && table.refersTo(each))
                        .filter(table -> table.columns().stream().filter(column -> column.references() != null).count() == 2
                                && table.columns().stream().noneMatch(column -> column.number() || column.date()))
                        .toList())
                .orElse(List.of());
        var link = links.size() == 1 ? Optional.of(links.getFirst()) : Optional.<Table>empty();
        link.ifPresent(found -> reading.draft().remarks.add("I counted the " + found.many() + "."));
        return link.map(Measure::count);
    }

    /// `average rating per event`, where ratings are rows.
    private static boolean marked(Reading reading, int cue, int noun) {
        var mark = reading.tableNamed(noun) ? reading.table(noun).flatMap(Scales::mark) : Optional.<Column>empty();
        mark.ifPresent(column -> {
            reading.draft().measure = Figures.field(reading, Measure.Kind.AVERAGE, column);
            reading.draft().subject = reading.draft().measure.table();
            reading.use(cue, noun);
        });
        return mark.isPresent();
    }

    /// `average orders per customer`: how many each has.
    private static boolean counted(Reading reading, int cue, int noun, Table table) {
        int by = reading.next(noun);
        int each = reading.is(by, Cue.BY) ? reading.next(by) : -1;
        if (each >= 0 && reading.plural(noun) && single(reading, by) && reading.item(each).as(Unit.class).isPresent()) {
            return each(reading, Optional.of(Measure.count(table)), each, cue, noun, by, each);
        }
        return each >= 0
                && reading.plural(noun)
                && reading.tableNamed(each)
                && !reading.table(each).orElseThrow().equals(table)
                && mean(reading, Optional.of(Measure.count(table)), reading.table(each).orElseThrow(), cue, noun, by, each);
    }

    /// `items per order`: what stands on both sides of the lines is counted by its lines.
    private static boolean lines(Reading reading, int count, Table each, int... items) {
        var world = reading.world();
        int noun = reading.findAny(reading.size(), at -> at > count && at < items[1] && reading.table(at).isPresent());
        var counted = reading.table(noun);
        var line = Money.line(world.schema())
                .filter(found -> counted.isPresent()
                        && world.routes().up(found, counted.get()).isPresent()
                        && mean(reading, Optional.of(Measure.count(found)), each, items));
        line.ifPresent(found -> reading.draft().remarks.add("I counted the " + found.many() + "."));
        return line.isPresent();
    }

    private static boolean ofColumn(Reading reading, int cue, int noun, Optional<Table> table) {
        var own = table.filter(found -> reading.next(noun) < 0 || !reading.named(reading.next(noun)))
                .flatMap(Money::own);
        own.ifPresent(column -> {
            reading.draft().subject = table.orElseThrow();
            reading.draft().measure = Figures.field(reading, Measure.Kind.AVERAGE, column);
            reading.use(cue, noun);
        });
        return own.isPresent();
    }

    private static boolean mean(Reading reading, Optional<Measure> measure, Table each, int... items) {
        var joined = measure.filter(
                found -> reading.world().routes().up(found.table(), each).isPresent()).or(() -> linked(reading, measure, each));
        joined.ifPresent(found -> {
            reading.draft().measure = found;
            reading.draft().meanOf = new Grouping.ByEntity(each);
            reading.draft().subject = found.table();
            reading.use(items);
        });
        return joined.isPresent();
    }
}
