package tablechat.model.offline;

import java.util.List;

/// `best customers`, `top 3 scorers`, `the worst films`: nobody says by what.
final class Bests {
    private static final List<Adjective.Hint> MARKS =
            List.of(new Adjective.Hint("rating", true), new Adjective.Hint("score", true), new Adjective.Hint("star", true));

    private Bests() {}

    /// @param entity what is ranked
    static boolean read(Reading reading, int cue, int entity, boolean best) {
        var done = time(reading, cue, entity, best)
                || doers(reading, cue, entity, best)
                || marked(reading, cue, entity, best)
                || worth(reading, cue, entity, best)
                || reading.words(cue).matches("top|leading|bottom") && judged(reading, cue, entity, best);
        reading.use(done ? cue : -1);
        return done;
    }

    /// `our best month`: by what was earned in it.
    private static boolean time(Reading reading, int cue, int entity, boolean best) {
        var schema = reading.world().schema();
        return reading.item(entity).as(Unit.class).isPresent() && reading.draft().subject == null
                && Money.revenue(schema)
                        .map(value -> Measure.of(Measure.Kind.SUM, value, schema))
                        .filter(measure -> Ranking.byMeasure(reading, entity, measure, best, Ranking.limit(reading, cue, entity)))
                        .isPresent();
    }

    /// `top 3 scorers`, where nothing is called so: by how often they did what the word says.
    static boolean doing(Reading reading, int cue, boolean best) {
        int noun = reading.find(cue + 1, at -> reading.item(at).unknown() && reading.words(at).matches(".{2,}[eo]rs?"));
        if (noun < 0) {
            return false;
        }
        var verb = Words.stem(reading.words(noun)).replaceFirst("[eo]r$", "");
        var world = reading.world();
        return world.schema().tables().stream()
                .filter(table -> Fit.derived(verb, table.words().getLast()) || Fit.derived(verb + "e", table.words().getLast()))
                .limit(1)
                .flatMap(table -> People.nearest(world, table).stream().map(who -> {
                    int limit = Ranking.limit(reading, cue, noun);
                    Ranking.byMeasure(reading, new Grouping.ByEntity(who), Measure.count(table), best, limit);
                    reading.use(cue, noun);
                    return true;
                }))
                .findFirst()
                .orElse(false);
    }

    /// By how often they did what they are called after.
    private static boolean doers(Reading reading, int cue, int entity, boolean best) {
        var noun = List.of(Words.stem(reading.words(entity)));
        return reading.world().relations().nouns(noun)
                .filter(relation -> reading.table(entity).filter(relation.target()::equals).isPresent())
                .limit(1)
                .anyMatch(relation -> Ranking.byMeasure(
                        reading, entity, Measure.count(relation.table()), best, Ranking.limit(reading, cue, entity)));
    }

    private static boolean marked(Reading reading, int cue, int entity, boolean best) {
        return reading.words(cue).matches("best|worst") && judged(reading, cue, entity, best);
    }

    private static boolean judged(Reading reading, int cue, int entity, boolean best) {
        return reading.tableNamed(entity) && MARKS.stream().anyMatch(hint -> Superlatives.ranked(reading, cue, entity, hint, best));
    }

    private static boolean worth(Reading reading, int cue, int entity, boolean best) {
        var schema = reading.world().schema();
        var table = reading.tableNamed(entity) ? reading.table(entity) : java.util.Optional.<Table>empty();
        var measure = Money.revenue(schema)
                .map(value -> Measure.of(Measure.Kind.SUM, value, schema))
                .filter(found -> table.filter(who -> !who.equals(found.table())
                        && reading.world().routes().up(found.table(), who).isPresent()).isPresent());
        return measure.filter(found -> Ranking.byMeasure(reading, entity, found, best, Ranking.limit(reading, cue, entity))).isPresent();
    }
}
