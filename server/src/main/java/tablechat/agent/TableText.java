package tablechat.agent;

import java.util.List;
import java.util.stream.Collectors;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;
import tablechat.protocol.Table.Column;

/// A table as a model reads it.
final class TableText {
    private static final int CELL_CHARACTERS_MAX = 200;
    private static final List<String> HEADER = List.of("column", "type", "nullable", "key", "references", "comment");

    private TableText() {}

    /// With its schema, where that matters.
    static String name(Table table) {
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }

    /// Its name on one line, then a line for each column, as many as fit.
    static String columns(Table table, int bytesMax) {
        String head = head(table);
        List<List<String>> lines = columns(table).stream().map(TableText::line).toList();
        Grid grid = Grid.fit(HEADER, lines, bytesMax - Grid.bytes(head));
        String cut = grid.rows() == lines.size() ? "" : "\n… %d more columns".formatted(lines.size() - grid.rows());
        return head + "\n" + grid.text() + cut;
    }

    /// `table NAME(column TYPE, …)`
    static String compact(Table table) {
        return columns(table).stream()
                .map(column -> flat(column.name() + " " + column.type()).strip())
                .collect(Collectors.joining(", ", "table " + flat(name(table)) + "(", ")"));
    }

    private static String head(Table table) {
        String rows = switch (table.rows()) {
            case null -> "";
            case Long one when one == 1 -> ", 1 row";
            case Long rowCount -> ", " + rowCount + " rows";
        };
        String comment = flat(table.comment());
        return "table %s (%s%s)%s".formatted(flat(name(table)), table.kind(), rows, comment.isBlank() ? "" : ": " + comment);
    }

    private static List<String> line(Column column) {
        var references = column.references();
        return List.of(
                column.name(),
                column.type(),
                column.nullable() ? "yes" : "no",
                column.primaryKey() ? "primary" : "",
                references == null ? "" : references.table() + "." + references.column(),
                column.comment() == null ? "" : column.comment());
    }

    private static List<Column> columns(Table table) {
        return table.columns() == null ? List.of() : table.columns();
    }

    private static String flat(@Nullable String text) {
        return text == null ? "" : Clip.cell(text, CELL_CHARACTERS_MAX);
    }
}
