package tablechat.model.offline;

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
        return reading.named(at) && Deeds.tables(reading, at).findAny().isEmpty()
                || reading.free(at) && reading.item(at).as(Unit.class).isPresent();
    }

    /// Beside the cue: `prescribed most often`, `most often prescribed`.
    private static int verb(Reading reading, int cue, int entity) {
        return Stream.of(reading.previous(cue), reading.next(cue))
                .filter(at -> at >= 0 && doing(reading, at, entity).findAny().isPresent())
                .findFirst()
                .orElse(-1);
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
        var referring = referring(schema, named.get()).toList();
        return referring.size() == 1 ? Optional.of(referring.getFirst()) : Optional.empty();
    }

    static Stream<Table> referring(Schema schema, Table table) {
        return schema.tables().stream().filter(other -> !other.equals(table) && other.columns().stream()
                .anyMatch(column -> column.references() != null
                        && schema.table(column.references().table()).filter(table::equals).isPresent()));
    }

    /// Sales where something is sold, else the only table whose rows belong to others and say when they came to be.
    private static Optional<Table> event(World world) {
        var sold = Money.line(world.schema()).flatMap(line -> Dates.near(line, world)).map(world.schema()::of);
        var dated = world.schema().tables().stream()
                .filter(table -> table.columns().stream().anyMatch(column -> column.references() != null))
                .filter(table -> Dates.of(table).isPresent() && !People.are(table))
                .toList();
        return sold.or(() -> dated.size() == 1 ? Optional.of(dated.getFirst()) : Optional.empty());
    }
}
