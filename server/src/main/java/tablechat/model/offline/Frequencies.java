package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// `most common diagnosis`, `which book was borrowed most often`, `busiest day`, `how often was insulin prescribed`.
final class Frequencies {

    private Frequencies() {}

    static boolean read(Reading reading) {
        int cue = reading.find(Cue.COMMON);
        return cue < 0 ? often(reading) : ranked(reading, cue);
    }

    private static boolean ranked(Reading reading, int cue) {
        int after = reading.find(cue + 1, at -> thing(reading, at));
        int entity = after >= 0 ? after : reading.findBack(cue, at -> thing(reading, at));
        if (entity < 0) {
            return People.asked(reading) && who(reading, cue);
        }
        if (kinds(reading, cue, entity)) {
            return true;
        }
        int verb = verb(reading, cue, entity);
        int counted = reading.find(entity + 1, at -> at != verb && reading.tableNamed(at));
        var table = counted >= 0
                ? reading.table(counted)
                : doing(reading, verb, entity).findFirst().or(() -> owner(reading, entity));
        boolean done = table.filter(found -> Ranking.byMeasure(
                        reading, entity, Measure.count(found), true, Ranking.limit(reading, cue, entity)))
                .isPresent();
        reading.use(done ? new int[] {cue, counted, verb} : new int[0]);
        return done;
    }

    /// `most frequent damage`: by the column that says of what kind they are.
    private static boolean kinds(Reading reading, int cue, int entity) {
        var table = reading.table(entity).filter(found -> referring(reading.world().schema(), found).findAny().isEmpty());
        var kind = table.flatMap(found -> found.first(column -> column.text() && !column.key()
                && column.words().getLast().matches("type|kind|category|reason|cause|subject|title")));
        kind.ifPresent(column -> {
            int limit = Ranking.limit(reading, cue, entity);
            Ranking.byMeasure(reading, new Grouping.ByColumn(column), Measure.count(table.orElseThrow()), true, limit);
            reading.use(cue, entity);
        });
        return kind.isPresent();
    }

    /// `who booked most often`: the people nearest to the rows of what they did.
    private static boolean who(Reading reading, int cue) {
        int verb = reading.find(1, at -> at < cue && Deeds.tables(reading, at).findAny().isPresent());
        var table = verb < 0 ? Optional.<Table>empty() : Deeds.tables(reading, verb).findFirst();
        var who = table.flatMap(found -> People.nearest(reading.world(), found));
        who.ifPresent(found -> {
            Ranking.byMeasure(reading, new Grouping.ByEntity(found), Measure.count(table.orElseThrow()), true, 1);
            reading.use(cue, verb, 0);
        });
        return who.isPresent();
    }

    /// `how often was … prescribed`: the rows of what was done.
    private static boolean often(Reading reading) {
        int cue = reading.find(0, at -> reading.is(at, Cue.COUNT) && reading.words(at).equals("how often"));
        int verb = cue < 0 ? -1 : reading.find(cue + 1, at -> Deeds.tables(reading, at).findAny().isPresent());
        if (verb < 0) {
            return false;
        }
        var table = Deeds.tables(reading, verb).findFirst().orElseThrow();
        reading.draft().subject = table;
        reading.draft().measure = Measure.count(table);
        reading.use(cue, verb);
        return true;
    }

    private static boolean thing(Reading reading, int at) {
        return reading.named(at) && Deeds.tables(reading, at).findAny().isEmpty() && !flag(reading, at)
                || reading.free(at) && reading.item(at).as(Unit.class).isPresent();
    }

    /// `late`, which rows say yes or no to.
    private static boolean flag(Reading reading, int at) {
        return reading.table(at).isEmpty() && reading.column(at, null, column -> true).filter(Column::flag).isPresent();
    }

    /// Beside the cue: `prescribed most often`, `most often prescribed`.
    private static int verb(Reading reading, int cue, int entity) {
        return Stream.of(reading.previous(cue), reading.next(cue))
                .filter(at -> at >= 0 && doing(reading, at, entity).findAny().isPresent())
                .findFirst()
                .orElseGet(() -> reading.find(entity + 1, at -> at < cue && flag(reading, at + 1)
                        && doing(reading, at, entity).findAny().isPresent()));
    }

    private static Stream<Table> doing(Reading reading, int verb, int entity) {
        return verb < 0
                ? Stream.empty()
                : Deeds.tables(reading, verb).filter(table -> Groupings.at(reading, entity, table).isPresent()
                        && reading.table(entity).filter(table::equals).isEmpty());
    }

    /// Whose rows carry it: the column's table, the only one that refers to the table, or what happens here by days and months.
    static Optional<Table> owner(Reading reading, int entity) {
        var schema = reading.world().schema();
        if (reading.item(entity).as(Unit.class).isPresent()) {
            return event(reading.world());
        }
        var named = reading.table(entity);
        if (named.isEmpty()) {
            return reading.column(entity, null, column -> true).map(schema::of);
        }
        return onlyReferring(schema, named.get());
    }

    /// Empty where none or several refer to it.
    static Optional<Table> onlyReferring(Schema schema, Table table) {
        return single(referring(schema, table));
    }

    /// Views say nothing more than the tables they are made of.
    static Stream<Table> referring(Schema schema, Table table) {
        var all = referringAll(schema, table).toList();
        var keyed = all.stream().filter(other -> other.columns().stream().anyMatch(Column::primary)).toList();
        return keyed.isEmpty() ? all.stream() : keyed.stream();
    }

    private static Stream<Table> referringAll(Schema schema, Table table) {
        return schema.tables().stream().filter(other -> !other.equals(table) && other.columns().stream()
                .anyMatch(column -> column.references() != null
                        && schema.table(column.references().table()).filter(table::equals).isPresent()));
    }

    /// What people chose, or else the only table whose rows say what happened when.
    private static Optional<Table> event(World world) {
        var events = world.schema().tables().stream().filter(table -> Relations.event(table) && !People.are(table)).toList();
        var sold = Money.line(world.schema()).flatMap(line -> Dates.near(line, world)).map(world.schema()::of);
        return sold.or(() -> single(events.stream().filter(Scales::choices))).or(() -> single(events.stream()));
    }

    /// Where nothing is sold by the piece, what is popular has most rows that say so: the nearest that speak of a choice.
    static Optional<Table> chosen(Reading reading, int entity) {
        var world = reading.world();
        var table = reading.table(entity);
        return world.schema().tables().stream()
                .filter(other -> Scales.choices(other) && table.filter(other::equals).isEmpty())
                .filter(other -> Groupings.at(reading, entity, other).isPresent())
                .min(Comparator.comparingInt(other -> table.map(from -> world.routes().distance(other, from)).orElse(0)))
                .or(() -> owner(reading, entity).filter(other -> Relations.event(other) || Labels.of(other).stream().allMatch(Column::key)
                        || named(reading, entity)));
    }

    /// Not a table but a column of the rows that are counted.
    private static boolean named(Reading reading, int entity) {
        return reading.table(entity).isEmpty();
    }

    private static Optional<Table> single(Stream<Table> tables) {
        var all = tables.limit(2).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
