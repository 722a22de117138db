package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of several references to the same table a value speaks of: `from Oslo` is another airport of a flight than `to Paris`.
final class Directions {

    private Directions() {}

    /// @param at where the value begins
    static Optional<Column> of(Reading reading, int at, Column column) {
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
        var moved = said.isPresent() ? said : Roles.moving(reading.words(verb), rivals, schema);
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
                        .map(Filter.Via::reference)
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
