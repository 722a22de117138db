package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// Which date a time in the question speaks of, when it names none.
final class Dates {
    private static final Set<String> PERSONAL = Set.of("birth", "born", "geb", "geburtsdatum", "death", "died");
    private static final Set<String> LATER =
            Set.of("updated", "modified", "changed", "deleted", "due", "expire", "expiry", "shipped", "end", "until");

    private Dates() {}

    /// The one that says when a row came to be.
    static Optional<Column> of(Table table) {
        return table.columns().stream()
                .filter(Column::date)
                .filter(column -> column.words().stream().noneMatch(PERSONAL::contains))
                .min(Comparator.comparing(column -> column.words().stream().anyMatch(LATER::contains)));
    }

    /// Its own, or that of the nearest table, first of those above.
    static Optional<Column> near(Table table, World world) {
        return of(table)
                .or(() -> world.schema().tables().stream()
                        .filter(other -> of(other).isPresent()
                                && world.routes().up(table, other).isPresent())
                        .min(Comparator.comparingInt(other ->
                                world.routes().up(table, other).orElseThrow().size()))
                        .flatMap(Dates::of))
                .or(() -> world.schema().tables().stream()
                        .filter(other -> of(other).isPresent()
                                && world.routes().any(table, other).isPresent())
                        .min(Comparator.comparingInt(other -> world.routes().distance(table, other)))
                        .flatMap(Dates::of));
    }
}
