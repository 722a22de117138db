package tablechat.agent;

import java.util.ArrayList;
import java.util.List;
import tablechat.database.DatabaseFailure;
import tablechat.database.Found;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.model.Tool.Kind;
import tablechat.model.Tool.Parameter;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// Names the tables and views: all, those whose name is like something, or those that a search finds.
final class ListTables implements AgentTool {
    private static final int TABLES = 100;
    private static final int TABLES_MAX = 500;
    private static final int FIRST_LINE_BYTES_MAX = 80;
    private static final List<String> HEADER = List.of("table", "kind", "rows", "comment");
    private static final List<String> FOUND_HEADER = List.of("table", "kind", "rows", "comment", "columns found");

    private static final Tool SPEC = new Tool(
            "list_tables",
            "Lists tables and views by name, with their numbers of rows where they are known. Where there are many, search.",
            List.of(
                    new Parameter("search", Kind.STRING, "Words to find in names of tables and columns and in comments, in any order;"
                            + " the likeliest tables come first, with the columns that were meant.", false),
                    new Parameter("like", Kind.STRING, "A part of the name; % and _ as in SQL LIKE.", false),
                    new Parameter("limit", Kind.INTEGER, "How many at most, from 1 to 500; 100 if left out.", false)));

    @Override
    public Tool spec() {
        return SPEC;
    }

    @Override
    public Output run(Arguments arguments, Source source, @Nullable Rows newest) throws InterruptedException, DatabaseFailure {
        int limit = arguments.whole("limit", 1, TABLES_MAX, TABLES);
        String search = arguments.optionalText("search");
        if (search != null && !search.isBlank()) return found(source.search(search), limit);
        List<Table> tables = source.tables(arguments.optionalText("like"));
        return listed(HEADER, tables.stream().limit(limit).map(ListTables::line).toList(), tables.size());
    }

    private static Output found(List<Found> found, int limit) {
        return listed(FOUND_HEADER, found.stream().limit(limit).map(ListTables::line).toList(), found.size());
    }

    private static Output listed(List<String> header, List<List<String>> lines, int all) {
        Grid grid = Grid.fit(header, lines, Output.TEXT_BYTES_MAX - FIRST_LINE_BYTES_MAX);
        String count = all == 1 ? "1 table" : all + " tables";
        String cut = grid.rows() == all ? "" : ", the first %d follow".formatted(grid.rows());
        return Output.complete(count + cut + "\n" + grid.text());
    }

    private static List<String> line(Found found) {
        var line = new ArrayList<>(line(found.table()));
        line.add(String.join(", ", found.columns()));
        return line;
    }

    private static List<String> line(Table table) {
        return List.of(
                TableText.name(table),
                table.kind(),
                table.rows() == null ? "" : table.rows().toString(),
                table.comment() == null ? "" : table.comment());
    }
}
