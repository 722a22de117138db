package tablechat.model.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/// The ways from table to table along the references.
final class Routes {
    private static final int HOPS_MAX = 5;

    /// From a column to the one it refers to (`up`: at most one row there for each here), or back.
    ///
    /// @param rest the other parts of a key of several columns
    record Hop(Column from, Column to, boolean up, List<Hop> rest) {
        Hop(Column from, Column to, boolean up) {
            this(from, to, up, List.of());
        }

        /// All pairs of columns that have to be equal.
        Stream<Hop> parts() {
            return Stream.concat(Stream.of(this), rest.stream());
        }
    }

    private final Map<String, List<Hop>> hops = new HashMap<>();
    private final Set<Column> preferred = new HashSet<>();
    /// References of which there are several to the same table, and this is not the one that is spoken of.
    private final Set<Column> doubtful = new HashSet<>();
    /// Tables with a reference of which a noun or a verb of the question speaks.
    private final Set<String> spoken = new HashSet<>();

    Routes(Schema schema) {
        this(schema, List.of(), new Relations(schema));
    }

    /// @param stems of the question: where a table refers twice to another, it may say which of the two is meant
    Routes(Schema schema, List<String> stems, Relations relations) {
        stems.stream()
                .flatMap(stem -> Stream.concat(relations.nouns(List.of(stem)), relations.verbs(stem)))
                .forEach(relation -> {
                    spoken.add(relation.table().name());
                    preferred.add(relation.reference());
                });
        for (var table : schema.tables()) {
            for (var column : table.columns()) {
                var reference = column.references();
                var target = reference == null
                        ? Optional.<Column>empty()
                        : schema.table(reference.table()).flatMap(other -> other.column(reference.column()));
                target.filter(to -> !to.table().equals(column.table())).ifPresent(to -> add(column, to, schema));
            }
        }
        hops.values().stream()
                .flatMap(List::stream)
                .filter(hop -> hop.up() && preferred(hop, schema, stems))
                .forEach(hop -> preferred.add(hop.from()));
        hops.values().stream()
                .flatMap(List::stream)
                .filter(hop -> hop.up() && !preferred.contains(hop.from()))
                .filter(hop -> !Roles.rivals(schema.of(hop.from()), schema.of(hop.to()), schema).isEmpty())
                .forEach(hop -> doubtful.add(hop.from()));
        hops.values().forEach(list -> list.sort(Comparator.comparing((Hop hop) -> !hop.up())
                .thenComparing(hop -> !spoken.contains(hop.to().table()))
                .thenComparing(hop -> !Scales.choices(schema.of(hop.to())))
                .thenComparing(hop -> !preferred.contains(hop.up() ? hop.from() : hop.to()))));
    }

    /// The question says which of these references is meant.
    boolean said(List<Column> rivals) {
        return rivals.stream().anyMatch(preferred::contains);
    }

    /// A word of the question speaks of this link table: `directed`, of `movie_director`.
    boolean spoken(Table table) {
        return spoken.contains(table.name());
    }

    /// The word says in which role a table is meant, as `destination` does.
    boolean role(String stem, Schema schema) {
        return preferred.stream().anyMatch(column -> Roles.of(column, schema).stream().anyMatch(word -> Lexicon.alike(word, stem)));
    }

    private static boolean preferred(Hop hop, Schema schema, List<String> stems) {
        var rivals = Roles.rivals(schema.of(hop.from()), schema.of(hop.to()), schema);
        return Roles.named(stems, rivals, schema).filter(hop.from()::equals).isPresent();
    }

    /// The shortest way on which each row here meets at most one there.
    Optional<List<Hop>> up(Table from, Table to) {
        return shortest(from, to, true);
    }

    /// The shortest way of all.
    Optional<List<Hop>> any(Table from, Table to) {
        return shortest(from, to, false);
    }

    /// Many for tables that nothing joins.
    int distance(Table from, Table to) {
        return any(from, to).map(List::size).orElse(HOPS_MAX + 1);
    }

    private void add(Column column, Column target, Schema schema) {
        var whole = Keys.whole(schema.of(column), schema.of(target));
        if (!whole.isEmpty() && !whole.getFirst().equals(column) && whole.contains(column)) {
            return;
        }
        var rest = whole.stream().skip(1).filter(part -> whole.contains(column)).toList();
        var up = rest.stream().map(part -> new Hop(part, Keys.target(part, schema), true)).toList();
        var down = up.stream().map(hop -> new Hop(hop.to(), hop.from(), false)).toList();
        hops.computeIfAbsent(column.table(), any -> new ArrayList<>()).add(new Hop(column, target, true, up));
        hops.computeIfAbsent(target.table(), any -> new ArrayList<>()).add(new Hop(target, column, false, down));
    }

    private Optional<List<Hop>> shortest(Table from, Table to, boolean upOnly) {
        var ways = new HashMap<String, List<Hop>>();
        var next = new PriorityQueue<Way>();
        next.add(new Way(from.name(), List.of(), 0, 0));
        int found = 0;
        while (!next.isEmpty() && !ways.containsKey(to.name())) {
            var way = next.poll();
            if (ways.putIfAbsent(way.end, way.hops) == null && way.hops.size() < HOPS_MAX) {
                for (var hop : hops.getOrDefault(way.end, List.of())) {
                    if ((hop.up() || !upOnly) && !ways.containsKey(hop.to().table())) {
                        next.add(way.on(hop, doubtful.contains(hop.up() ? hop.from() : hop.to()), ++found));
                    }
                }
            }
        }
        return Optional.ofNullable(ways.get(to.name()));
    }

    /// @param order in which it was found, among ways of the same length
    private record Way(String end, List<Hop> hops, int length, int order) implements Comparable<Way> {
        private static final int HOP = 2;

        /// What has only something above in common is less near than what a row in between joins. One that is only a guess counts as
        /// longer than one of as many hops that is clear.
        Way on(Hop hop, boolean doubtful, int order) {
            var longer = Stream.concat(hops.stream(), Stream.of(hop)).toList();
            boolean siblings = !hop.up() && !hops.isEmpty() && hops.getLast().up();
            return new Way(hop.to().table(), longer, length + HOP + (doubtful ? 1 : 0) + (siblings ? 1 : 0), order);
        }

        @Override
        public int compareTo(Way other) {
            return length == other.length ? Integer.compare(order, other.order) : Integer.compare(length, other.length);
        }
    }
}
