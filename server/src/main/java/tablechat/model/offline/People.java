package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The people of this database, and which of them `who` means.
final class People {
    private static final Set<String> KINDS =
            Set.of("customer", "user", "employee", "person", "member", "patient", "student", "passenger", "guest", "teacher", "player",
                    "driver", "agent", "author", "artist", "supplier", "contact", "subscriber", "borrower", "tenant", "volunteer",
                    "keeper", "trainer", "farmer", "realtor", "seller", "renter", "buyer", "worker", "engineer", "developer", "resident",
                    "voter",
                    "participant", "candidate", "applicant", "cook", "lawyer", "pilot", "captain", "host", "speaker", "reviewer",
                    "rider", "runner", "musician", "singer", "instructor", "tutor", "researcher", "scientist", "manager",
                    "officer", "doctor", "actor", "director", "citizen", "owner", "client", "donor", "coach", "referee", "nurse", "judge",
                    "crew");
    /// Of whom a table of employees may consist.
    private static final Set<String> WORKERS = Set.of("driver", "guide", "curator", "technician", "mechanic", "inspector", "operator",
            "dispatcher", "clerk", "cashier", "salesperson", "handler", "planner", "editor", "trainer", "instructor", "engineer");
    private static final String DOER = ".{2,}([^m]er|or|ist|ian|ant)|by";

    private People() {}

    static boolean asked(Reading reading) {
        return reading.size() > 0 && reading.words(0).matches("who( .*)?");
    }

    static boolean works(String role) {
        return WORKERS.contains(role);
    }

    static Stream<Table> of(World world) {
        return world.schema().tables().stream().filter(People::are);
    }

    static boolean are(Table table) {
        var noun = table.words().getLast();
        return KINDS.stream().anyMatch(word -> Lexicon.alike(word, noun)) || Labels.of(table).size() == 2;
    }

    /// Those to whom each of the counted rows belongs.
    static Optional<Table> nearest(World world, Table counted) {
        return of(world)
                .filter(table -> world.routes().up(counted, table).isPresent())
                .min(Comparator.comparingInt(table -> world.routes().distance(counted, table)));
    }

    /// As [#nearest], else the only table each row refers to that is called after what somebody does: `tasters`.
    static Optional<Table> doing(World world, Table counted) {
        var doers = counted.columns().stream()
                .filter(column -> column.references() != null)
                .flatMap(column -> world.schema().table(column.references().table()).stream())
                .filter(table -> table.words().getLast().matches(DOER))
                .distinct()
                .toList();
        return nearest(world, counted).or(() -> doers.size() == 1 ? Optional.of(doers.getFirst()) : Optional.empty());
    }

    /// A column that names them, where they have no table: `reviewer`.
    static Optional<Column> named(Table counted) {
        return counted.first(column -> column.text()
                && (column.words().getLast().matches(DOER)
                        || column.words().size() == 2 && column.words().getLast().equals("name") && column.words().getFirst().matches(DOER)
                        || KINDS.stream().anyMatch(kind -> Lexicon.alike(kind, column.words().getLast()))));
    }

    /// The verb after `who`, also one that mostly means nothing; -1 if there is none before `until`.
    static int verb(Reading reading, int until) {
        int known = reading.find(1, at -> at < until
                && reading.world().relations().verbs(Words.stem(reading.words(at))).findAny().isPresent());
        return known >= 0
                ? known
                : reading.find(1, at -> at < until && !reading.silent(at) && reading.item(at).as(Cue.class).isEmpty());
    }

    /// Whom a verb speaks of: `who designed`, `who was hired`, `who attended`.
    static Optional<Table> doing(Reading reading, int verb) {
        if (verb < 0) {
            return Optional.empty();
        }
        var world = reading.world();
        var said = List.of(Words.stem(reading.words(verb)));
        return world.relations().verbs(said.getFirst()).map(Relations.Relation::target).findFirst()
                .or(() -> reading.item(verb).all(Sense.Match.class)
                        .map(Sense.Match::table)
                        .flatMap(table -> are(table) ? Stream.of(table) : nearest(world, table).stream())
                        .findFirst());
    }
}
