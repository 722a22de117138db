package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `the three teachers who were hired first`, `which airline was founded first`, `who joined last`.
final class Firsts {
    private static final String JOINED = "joined|started|registered";
    private static final String HERE = "hired?|join(ed)?|start(ed)?|since|regist\\w+|signup";

    private Firsts() {}

    /// @param cue the `first` or `last`, with no table after it
    static boolean read(Reading reading, int cue, boolean last) {
        int verb = verb(reading, cue);
        boolean who = People.asked(reading);
        int entity = who ? 0 : reading.findBack(cue, reading::tableNamed);
        boolean joining = who && reading.findAny(cue, at -> reading.words(at).matches(JOINED)) >= 0;
        var joined = joining && cue == reading.size() - 1 ? joined(reading.world()) : Optional.<Column>empty();
        if (joined.isPresent()) {
            Ranking.byColumn(reading, 0, joined.get(), last, 1);
            reading.use(cue);
            return true;
        }
        var date = verb < 0 || verb == entity ? Optional.<Column>empty() : date(reading, verb, entity, who);
        date.ifPresent(found -> {
            Ranking.byColumn(reading, entity, found, last, entity < 0 ? 1 : Ranking.limit(reading, entity, entity));
            reading.use(cue, verb);
        });
        return date.isPresent();
    }

    /// `the first airline to be founded`, `the last people hired`: the date that the verb at the end names.
    static boolean ofThose(Reading reading, int cue, int entity, boolean last) {
        int verb = reading.previous(reading.size());
        var date = verb <= entity || !Fit.past(reading.words(verb)) && !reading.words(verb - 1).matches("to|who|that")
                ? Optional.<Column>empty()
                : date(reading, verb, entity, false);
        date.ifPresent(found -> {
            Ranking.byColumn(reading, entity, found, last, Ranking.limit(reading, cue, entity));
            reading.use(cue, verb);
        });
        return date.isPresent();
    }

    /// Beside it, at the end of the question: `was founded first`, `was the first founded`, `the first to be founded`.
    private static int verb(Reading reading, int cue) {
        int after = reading.next(cue);
        boolean past = cue > 0 && (Fit.past(reading.words(cue - 1)) || reading.words(cue - 1).matches("made|born|begun"));
        if ((after < 0 || reading.is(after, Cue.BY)) && past && reading.free(cue - 1)) {
            return cue - 1;
        }
        return after < 0 ? reading.previous(cue) : reading.next(after) < 0 ? after : -1;
    }

    /// Named after the verb, of the rows that are asked for; where nobody says which, of the only table that has one.
    private static Optional<Column> date(Reading reading, int verb, int entity, boolean who) {
        var schema = reading.world().schema();
        var table = who ? People.doing(reading, verb) : entity < 0 ? Optional.<Table>empty() : reading.table(entity);
        var tables = table.map(List::of).orElse(entity < 0 || who ? schema.tables() : List.of());
        var all = tables.stream()
                .flatMap(own -> dated(reading, verb, own).stream())
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Optional<Column> dated(Reading reading, int verb, Table table) {
        var named = reading.column(verb, table, column -> (column.date() || column.year()) && column.table().equals(table.name()));
        return named.isPresent() || !reading.silent(verb) ? named : table.first(column -> (column.date() || column.year())
                && column.words().stream().anyMatch(word -> Fit.derived(Words.present(reading.words(verb)), word)));
    }

    /// When people came to be here: of employees rather than of others.
    private static Optional<Column> joined(World world) {
        return People.of(world)
                .flatMap(table -> table.first(column -> column.date() && column.words().stream()
                        .anyMatch(word -> word.matches(HERE))).stream())
                .min(Comparator.comparing(column -> !column.words().getFirst().startsWith("hire")));
    }
}
