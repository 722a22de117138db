package tablechat.model.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What references and link tables say of those they lead to: `issued_by` makes an officer the one who issued, `movie_actor`
/// makes a person an actor, one who acted.
final class Relations {
    private static final Set<String> SMALL = Set.of("by", "fk", "id", "ref", "no", "nr", "number", "key", "code", "the", "of");

    /// More columns of its own make a table more than a link; so does one that measures something.
    private static final int OTHERS_MAX = 3;

    private static final Set<String> ON_STAGE = Set.of("actor", "actress", "cast", "performer", "acting");
    private static final Set<String> PLAYING = Set.of("appear", "appeared", "play", "played", "star", "starred", "act", "acted");

    /// The rows of a link called so are no people: `class_bookings`.
    private static final String DEED = ".*(ing|tion|ment|ance)|loan|order|sale|visit|trip|assignment|entry|record|log|history";

    /// @param words of the role
    /// @param table where the reference stands
    /// @param link the role is the name of that table, not of the reference
    record Relation(List<String> words, Table table, Column reference, Table target, boolean link) {

        /// `actors`
        boolean noun(List<String> stems) {
            return !(link && words.getLast().matches(DEED)) && Fit.alike(stems, words);
        }

        /// `acted`, `act`
        boolean verb(String stem) {
            return words.stream().anyMatch(word -> Fit.derived(Words.present(stem), word)
                    || ON_STAGE.contains(word) && PLAYING.contains(stem));
        }
    }

    private final List<Relation> all;

    Relations(Schema schema) {
        this.all = schema.tables().stream().flatMap(table -> of(table, schema)).toList();
    }

    Stream<Relation> all() {
        return all.stream();
    }

    /// Of whom a noun speaks.
    Stream<Relation> nouns(List<String> stems) {
        return all.stream().filter(relation -> relation.noun(stems));
    }

    /// Of what was done, as it is or as `did … do` has it.
    Stream<Relation> verbs(String stem) {
        return stem.length() < 3 ? Stream.empty() : all.stream().filter(relation -> relation.verb(stem));
    }

    private static Stream<Relation> of(Table table, Schema schema) {
        var references = table.columns().stream()
                .filter(column -> column.references() != null && !column.references().table().equals(table.name()))
                .filter(column -> schema.table(column.references().table()).isPresent())
                .toList();
        var found = new ArrayList<Relation>();
        var open = new ArrayList<Column>();
        var rest = new ArrayList<>(table.words());
        for (var column : references) {
            var target = schema.table(column.references().table()).orElseThrow();
            var role = Roles.of(column, schema).stream().filter(word -> !SMALL.contains(word)).toList();
            if (!role.isEmpty() && !role.equals(target.words())) {
                found.add(new Relation(role, table, column, target, false));
            }
            if (target.words().stream().anyMatch(table.words()::contains)) {
                rest.removeAll(target.words());
            } else {
                open.add(column);
            }
        }
        if (link(table, references) && open.size() == 1 && !rest.isEmpty()) {
            var target = schema.table(open.getFirst().references().table()).orElseThrow();
            found.add(new Relation(List.copyOf(rest), table, open.getFirst(), target, true));
        }
        return found.stream();
    }

    /// Says that something happened: when, and to what or whom.
    static boolean event(Table table) {
        return table.columns().stream().anyMatch(column -> column.references() != null) && Dates.of(table).isPresent();
    }

    /// Has little to say but what belongs to what.
    static boolean link(Table table, List<Column> references) {
        var others = table.columns().stream().filter(column -> !column.primary() && !references.contains(column)).toList();
        var targets = new HashSet<String>();
        references.forEach(column -> targets.add(column.references().table()));
        return references.size() == 2 && targets.size() == 2 && others.size() <= OTHERS_MAX
                && others.stream().noneMatch(Column::number) && Labels.of(table).stream().allMatch(Column::key);
    }
}
