package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Questions that can be asked of this very schema and will be understood.
final class Examples {
    private static final int EXAMPLES = 3;

    private Examples() {}

    /// @param said the tables the user spoke of, which come first
    static List<String> of(Schema schema, List<Table> said) {
        var tables = schema.tables().stream()
                .filter(table -> !table.columns().isEmpty())
                .sorted(Comparator.comparing((Table table) -> !said.contains(table)).thenComparingInt(Examples::dullness))
                .toList();
        var counts = tables.stream().map(table -> "How many " + table.many() + " are there?");
        return Stream.of(
                        tables.stream()
                                .map(table -> "How many " + table.many() + " are there?")
                                .limit(1),
                        tables.stream().flatMap(Examples::top).limit(1),
                        tables.stream().flatMap(table -> grouped(table, schema)).limit(1),
                        counts.skip(1))
                .flatMap(stream -> stream)
                .limit(EXAMPLES)
                .toList();
    }

    /// Tables that only join others make dull examples.
    private static int dullness(Table table) {
        return Labels.of(table).stream().allMatch(Column::key)
                ? 2
                : table.columns().stream().anyMatch(Column::number) ? 0 : 1;
    }

    private static Stream<String> top(Table table) {
        return table.columns().stream()
                .filter(Column::number)
                .map(column -> "Top 5 " + table.many() + " by " + String.join(" ", Words.parts(column.name())))
                .limit(1);
    }

    private static Stream<String> grouped(Table table, Schema schema) {
        return table.columns().stream()
                .filter(column -> column.references() != null
                        && !column.references().table().equals(table.name()))
                .flatMap(column -> schema.table(column.references().table()).stream())
                .map(other -> "Number of " + table.many() + " by " + other.one())
                .limit(1);
    }
}
