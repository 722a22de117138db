package tablechat.model.offline;

import java.util.Optional;

/// What was done or is done most: `most borrowed book`, `which customer ships the most`, `which part costs the most`.
final class Doings {
    private static final String CHOSEN = "visited|chosen|selected|requested|mentioned|seen|travelled|traveled|booked|frequented|picked|"
            + "reported";

    private Doings() {}

    /// With a verb before the most.
    static boolean of(Reading reading, int cue, int entity, boolean most) {
        return entity >= 0 && costing(reading, cue, entity, most) || done(reading, cue, entity, most);
    }

    /// `most borrowed book`, `the least booked flights`: by the rows of what was done to them.
    static boolean before(Reading reading, int cue, boolean most) {
        int verb = reading.next(cue);
        int entity = verb < 0 ? -1 : reading.next(verb);
        if (entity < 0 || !reading.named(entity)) {
            return false;
        }
        var table = Deeds.tables(reading, verb)
                .filter(found -> reading.table(entity).filter(found::equals).isEmpty())
                .filter(found -> Ranking.byMeasure(reading, entity, Measure.count(found), most, Ranking.limit(reading, cue, entity)))
                .findFirst();
        var chosen = table.or(() -> chosen(reading, verb, entity).filter(found ->
                Ranking.byMeasure(reading, entity, Measure.count(found), most, Ranking.limit(reading, cue, entity))));
        reading.use(chosen.isPresent() ? new int[] {cue, verb} : new int[0]);
        return chosen.isPresent();
    }

    /// `most visited city`, where no rows are called visits: those that hold cities.
    private static Optional<Table> chosen(Reading reading, int verb, int entity) {
        return reading.item(verb).unknown() && reading.words(verb).matches(CHOSEN) && reading.table(entity).isEmpty()
                ? Frequencies.owner(reading, entity).filter(Relations::event)
                : Optional.empty();
    }

    /// `which customer ships the most`: by the rows of what was done.
    private static boolean done(Reading reading, int cue, int entity, boolean most) {
        int verb = entity < 0 ? -1 : reading.find(entity + 1, at -> at < cue && Deeds.tables(reading, at).findAny().isPresent());
        var table = verb < 0 || measured(reading, verb) ? Optional.<Table>empty() : Deeds.tables(reading, verb)
                .filter(found -> Ranking.byMeasure(reading, entity, Measure.count(found), most, Ranking.limit(reading, cue, entity)))
                .findFirst();
        reading.use(table.isPresent() ? new int[] {cue, verb} : new int[0]);
        return table.isPresent();
    }

    /// `earns`, `costs`: speaks of a number, so that rows are not to be counted.
    private static boolean measured(Reading reading, int verb) {
        return reading.item(verb).all(Sense.Match.class).limit(1).anyMatch(match -> match.column() != null && match.column().number());
    }

    /// `which part costs the most`, `which pilot earns the most`: by the number that is named after the verb.
    private static boolean costing(Reading reading, int cue, int entity, boolean most) {
        int verb = reading.previous(cue);
        var table = reading.table(entity).filter(found -> verb > entity && reading.next(cue) < 0);
        var column = table.flatMap(own -> reading.column(verb, own, found -> found.number() && found.table().equals(own.name())));
        column.ifPresent(found -> {
            Ranking.byColumn(reading, entity, found, most, Ranking.limit(reading, cue, entity));
            reading.use(cue, verb);
        });
        return column.isPresent();
    }
}
