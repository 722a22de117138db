package tablechat.agent;

import java.util.List;
import tablechat.database.DatabaseFailure;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.model.Tool.Kind;
import tablechat.model.Tool.Parameter;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// Names the tables and views.
final class ListTables implements AgentTool {
    private static final int TABLES = 100;
    private static final int TABLES_MAX = 500;
    private static final int FIRST_LINE_BYTES_MAX = 80;
    private static final List<String> HEADER = List.of("table", "kind", "rows", "comment");

    private static final Tool SPEC = new Tool(
            "list_tables",
            "Lists tables and views by name, with their numbers of rows where they are known.",
            List.of(
                    new Parameter("like", Kind.STRING, "A part of the name; % and _ as in SQL LIKE.", false),
                    new Parameter("limit", Kind.INTEGER, "How many at most, from 1 to 500; 100 if left out.", false)));

    @Override
    public Tool spec() {
        return SPEC;
    }

    @Override
    public Output run(Arguments arguments, Source source, @Nullable Rows newest) throws InterruptedException, DatabaseFailure {
        int limit = arguments.whole("limit", 1, TABLES_MAX, TABLES);
        List<Table> tables = source.tables(arguments.optionalText("like"));
        List<List<String>> lines = tables.stream().limit(limit).map(ListTables::line).toList();
        Grid grid = Grid.fit(HEADER, lines, Output.TEXT_BYTES_MAX - FIRST_LINE_BYTES_MAX);
        String count = tables.size() == 1 ? "1 table" : tables.size() + " tables";
        String cut = grid.rows() == tables.size() ? "" : ", the first %d follow".formatted(grid.rows());
        return Output.complete(count + cut + "\n" + grid.text());
    }

    private static List<String> line(Table table) {
        return List.of(
                TableText.name(table),
                table.kind(),
                table.rows() == null ? "" : table.rows().toString(),
                table.comment() == null ? "" : table.comment());
    }
}
