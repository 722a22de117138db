package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of several references to the same table a value speaks of: `from Oslo` is another airport of a flight than `to Paris`.
final class Directions {

    private Directions() {}

    /// @param at where the value begins
    /// @return none where the nearest one does, several where any of them may be meant
    static List<Column> all(Reading reading, int at, Column column) {
        var before = alternative(reading, at) ? former(reading.draft(), column) : List.<Column>of();
        return !before.isEmpty() ? before : of(reading, at, column).map(List::of).orElseGet(() -> any(reading, at, column));
    }

    /// `from Oslo or Paris`
    static boolean alternative(Reading reading, int at) {
        return at > 0 && reading.words(at - 1).equals("or");
    }

    private static List<Column> former(Draft draft, Column column) {
        return draft.filters.reversed().stream()
                .flatMap(filter -> filter instanceof Filter.Via(var references, var there) && there.column().equals(column)
                        ? Stream.of(references)
                        : Stream.empty())
                .findFirst()
                .orElse(List.of());
    }

    /// `games of Arsenal`, at home or away: nothing says which of the references is meant, and the way leads over them.
    private static List<Column> any(Reading reading, int at, Column column) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        var world = reading.world();
        var target = world.schema().of(column);
        var rivals = base == null ? List.<Column>of() : rivals(reading, base, target);
        int noun = reading.findAny(at, i -> reading.table(i).isPresent());
        boolean named = !rivals.isEmpty() && reading.table(noun).filter(world.schema().of(rivals.getFirst())::equals).isPresent();
        boolean over = !rivals.isEmpty() && world.routes().any(base, target).orElse(List.of()).stream()
                .anyMatch(hop -> rivals.contains(hop.up() ? hop.from() : hop.to()));
        return (over || named) && !world.routes().said(rivals) ? rivals : List.of();
    }

    /// A second value of another side: `between Oslo and Paris`, `Arsenal against Leeds`.
    static boolean opposed(Reading reading, int at) {
        var before = at == 0 ? "" : reading.words(at - 1);
        return before.matches("against|vs|versus|v|with|play|plays|played|face|faces|faced")
                || before.equals("and") && reading.findAny(at, i -> reading.item(i).is(Cue.BETWEEN)) >= 0;
    }

    private static Optional<Column> of(Reading reading, int at, Column column) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        var schema = reading.world().schema();
        var rivals = base == null ? List.<Column>of() : rivals(reading, base, schema.of(column));
        if (rivals.isEmpty() || at == 0) {
            return Optional.empty();
        }
        var former = former(reading, column);
        if (former.isPresent()) {
            return former;
        }
        int verb = Math.max(0, reading.words(at - 1).matches("in|at|from|to|on") ? at - 2 : at - 1);
        var said = Roles.after(reading.words(at - 1), rivals, schema);
        var moved = said.or(() -> Roles.moving(reading.words(verb), rivals, schema))
                .or(() -> reading.words(at - 1).matches("to|from") ? Roles.other(reading.words(verb), rivals, schema) : Optional.empty());
        reading.use(moved.isPresent() && Roles.moves(reading.words(verb)) ? verb : -1);
        return moved;
    }

    /// `what about Paris?` means the same airport of a flight as the question before.
    private static Optional<Column> former(Reading reading, Column column) {
        var draft = reading.former();
        return draft == null
                ? Optional.empty()
                : draft.filters.stream()
                        .filter(Filter.Via.class::isInstance)
                        .map(Filter.Via.class::cast)
                        .filter(via -> via.there().column().equals(column))
                        .filter(via -> via.references().size() == 1)
                        .map(via -> via.references().getFirst())
                        .findFirst();
    }

    /// Of the nearest table that refers to it more than once.
    private static List<Column> rivals(Reading reading, Table base, Table target) {
        var world = reading.world();
        return world.schema().tables().stream()
                .filter(table -> world.routes().any(base, table).isPresent())
                .sorted(Comparator.comparingInt(table -> world.routes().distance(base, table)))
                .map(table -> Roles.rivals(table, target, world.schema()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
