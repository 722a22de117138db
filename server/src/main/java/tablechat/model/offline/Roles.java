package tablechat.model.offline;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a reference says beyond whom it refers to: `OriginAirportId` is the airport in the role of the origin.
final class Roles {
    private static final Set<String> ENDS = Set.of("id", "no", "number", "nr", "key", "code", "fk");
    private static final Set<String> FROM =
            Set.of("from", "origin", "source", "departure", "start", "sender", "pickup", "begin", "seller", "orig");
    private static final Set<String> TO =
            Set.of("to", "destination", "dest", "target", "arrival", "end", "receiver", "recipient", "dropoff", "buyer");

    private static final String ARRIVE = "arriv(e|es|ed|ing)|land(s|ed|ing)?|going|goes|go|fly|flies|flying|flown";
    private static final String LEAVE = "depart(s|ed|ing)?|leav(e|es|ing)|left|start(s|ed|ing)?|coming|come|comes";

    private static final String SIDE = "home|away|visitor|visiting|local|white|black|red|blue|1|2|a|b|one|two|first|second";

    private Roles() {}

    static boolean moves(String verb) {
        return verb.matches(ARRIVE + "|" + LEAVE);
    }

    /// The words of the role; none where the column says no more than the table it refers to.
    static List<String> of(Column column, Schema schema) {
        var words = Names.split(column.name());
        int last = ENDS.contains(words.getLast()) ? words.size() - 1 : words.size();
        int first = words.size() > 1 && Set.of("fk", "id", "ref").contains(words.getFirst()) ? 1 : 0;
        var bare = words.subList(first, Math.max(first, last));
        var target = schema.table(column.references().table()).map(Table::words).orElse(List.of());
        int at = target.isEmpty() ? -1 : Collections.indexOfSubList(bare, target);
        var role = at < 0 ? before(column.name(), column.references().column()) : List.<String>of();
        return !role.isEmpty() ? role : at < 0 ? bare : at == 0 ? bare.subList(target.size(), bare.size()) : bare.subList(0, at);
    }

    /// `pickup`, of `pickup_br_id` that refers to a `br_id`; nothing where the key's name has only one word, or its column's no more.
    static List<String> before(String reference, String key) {
        var words = Words.parts(reference);
        var end = Words.parts(key);
        int first = words.size() - end.size();
        return end.size() > 1 && first > 0 && words.subList(first, words.size()).equals(end)
                ? Names.split(String.join("_", words.subList(0, first)))
                : List.of();
    }

    /// The references of a table to another, where there are several.
    static List<Column> rivals(Table from, Table to, Schema schema) {
        var all = from.columns().stream()
                .filter(column -> column.references() != null
                        && schema.table(column.references().table()).filter(to::equals).isPresent())
                .toList();
        return all.size() > 1 && Keys.whole(from, to).isEmpty() ? all : List.of();
    }

    /// `games per team`, at home or away: each row belongs to two of them, and the question does not say which of both is meant.
    static boolean halved(List<Grouping> groups, Measure measure, World world) {
        return groups.stream().anyMatch(group -> {
            var rivals = group instanceof Grouping.ByEntity(var entity)
                    ? rivals(measure.table(), entity, world.schema())
                    : List.<Column>of();
            return !rivals.isEmpty() && !world.routes().said(rivals)
                    && rivals.stream().allMatch(column -> of(column, world.schema()).stream().anyMatch(word -> word.matches(SIDE)));
        });
    }

    /// The one a preposition speaks of: `from Oslo`, `to Paris`.
    static Optional<Column> after(String preposition, List<Column> rivals, Schema schema) {
        var wanted = switch (preposition) {
            case "from" -> FROM;
            case "to" -> TO;
            default -> Set.<String>of();
        };
        return rivals.stream()
                .filter(column -> of(column, schema).stream().anyMatch(wanted::contains))
                .findFirst();
    }

    /// The one a verb speaks of: `arrive in Oslo`, `leaving Paris`.
    static Optional<Column> moving(String verb, List<Column> rivals, Schema schema) {
        if (verb.matches(ARRIVE)) {
            return after("to", rivals, schema);
        }
        return verb.matches(LEAVE)
                ? after("from", rivals, schema)
                : Optional.empty();
    }

    /// `assigned tickets`: which of the references of the rows is meant. The ways to an agent go by it; where none is spoken of, it is set.
    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            int here = at;
            participle(reading, at).ifPresent(column -> {
                var target = reading.world().schema().table(column.references().table());
                if (reading.findAny(reading.size(), i -> i != here && reading.table(i).equals(target)) < 0) {
                    reading.draft().filters.add(new Filter.Empty(column, true));
                }
                reading.use(here);
            });
        }
    }

    /// The reference that a participle before the rows speaks of, where there are several to the same table.
    private static Optional<Column> participle(Reading reading, int at) {
        var stem = Words.stem(reading.words(at));
        var rows = Fit.past(stem) && reading.item(at).as(Sense.Kind.class).isEmpty() ? reading.table(at + 1) : Optional.<Table>empty();
        var schema = reading.world().schema();
        return rows.flatMap(from -> schema.tables().stream()
                .filter(target -> !target.equals(from))
                .flatMap(target -> rivals(from, target, schema).stream())
                .filter(column -> of(column, schema).stream().limit(1).anyMatch(stem::equals))
                .findFirst());
    }

    /// `home games`: in what role others belong to the rows that are named next; it is accounted for.
    static boolean before(Reading reading, int at) {
        var rows = reading.tableNamed(at + 1) ? reading.table(at + 1) : Optional.<Table>empty();
        var schema = reading.world().schema();
        boolean role = rows.isPresent() && reading.table(at).stream()
                .flatMap(target -> rivals(rows.get(), target, schema).stream())
                .anyMatch(column -> of(column, schema).equals(List.of(Words.stem(reading.words(at)))));
        reading.use(role ? at : -1);
        return role;
    }

    /// The one the verb does not speak of: `lent to Oslo` is not lent by it.
    static Optional<Column> other(String verb, List<Column> rivals, Schema schema) {
        var doer = rivals.stream()
                .filter(column -> of(column, schema).stream().anyMatch(word -> Fit.derived(Words.present(Words.stem(verb)), word)))
                .findFirst();
        return rivals.size() != 2 ? Optional.empty()
                : doer.map(found -> rivals.getFirst().equals(found) ? rivals.getLast() : rivals.getFirst());
    }

    /// The one whose role is named in the question.
    static Optional<Column> named(List<String> stems, List<Column> rivals, Schema schema) {
        return rivals.stream()
                .filter(column -> {
                    var role = of(column, schema);
                    return !role.isEmpty() && stems.stream().anyMatch(stem -> Lexicon.alike(stem, role.getFirst()));
                })
                .findFirst();
    }
}
