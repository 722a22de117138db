package tablechat.model.offline;

import java.util.List;
import java.util.stream.Collectors;

/// The answers that are not about rows: tables, columns, failures, and what was not understood.
final class Replies {
    private static final int TABLES_NAMED_MAX = 50;
    private static final int COLUMNS_NAMED_MAX = 60;
    /// Of the result of SQL that the user typed.
    private static final int SQL_COLUMNS_SHOWN = 8;

    private static final String CHINESE = "离线模型只懂英语；要用中文提问，请设置 `ANTHROPIC_API_KEY`、`OPENAI_API_KEY` 或 `GEMINI_API_KEY`，"
            + "或运行 Ollama，然后重新启动。\n\n";

    private Replies() {}

    static String tables(Grid tables) {
        if (tables.rows().isEmpty()) {
            return "This database has no tables.";
        }
        var names = tables.rows().stream()
                .limit(TABLES_NAMED_MAX)
                .map(row -> Markdown.code(row.getFirst()) + rows(tables, row))
                .collect(Collectors.joining("\n- "));
        var more = tables.total() - Math.min(tables.rows().size(), TABLES_NAMED_MAX);
        var count = tables.total() == 1 ? "is **1** table" : "are **" + tables.total() + "** tables";
        return "There " + count + " in this database:\n\n- " + names + (more > 0 ? "\n\n… and " + more + " more." : "");
    }

    private static String rows(Grid tables, List<String> row) {
        int at = tables.header().indexOf("rows");
        return at < 0 || row.get(at).isBlank() ? "" : " (" + row.get(at) + " rows)";
    }

    static String columns(Table table) {
        var lines = table.columns().stream()
                .limit(COLUMNS_NAMED_MAX)
                .map(column -> "- " + Markdown.code(column.name()) + " " + column.type()
                        + (column.primary() ? ", primary key" : "") + reference(column))
                .collect(Collectors.joining("\n"));
        return "The table " + Markdown.code(table.name()) + " has **"
                + table.columns().size() + "** columns:\n\n" + lines;
    }

    private static String reference(Column column) {
        var to = column.references();
        return to == null ? "" : ", refers to " + Markdown.code(to.table() + "." + to.column());
    }

    static String hello(Grid tables, Schema schema) {
        return "I answer questions about this database, which has " + tables.total()
                + (tables.total() == 1 ? " table" : " tables")
                + ". I work offline by fixed rules, without a language model." + examples(schema, List.of());
    }

    static String write(Schema schema) {
        return "I only read data; I cannot change, add or delete anything." + examples(schema, List.of());
    }

    /// @param unknown nothing in the database is called so; else it is only not clear what to do with the words
    /// @param said the tables that the question names
    static String unclear(List<String> words, boolean unknown, Schema schema, List<Table> said) {
        var quoted = words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
        var why = words.isEmpty()
                ? "I did not understand what is asked."
                : unknown
                        ? "I did not understand " + quoted + ": I found no table, column or value of that name, so I give no figure"
                                + " rather than a wrong one."
                        : "I did not understand what to do with " + quoted + " here, so I give no figure rather than a wrong one.";
        boolean chinese = words.stream().anyMatch(word -> word.codePoints().anyMatch(Character::isIdeographic));
        return (chinese ? CHINESE : "") + why + examples(schema, said)
                + "\n\n"
                + "I work offline by fixed rules. For free questions set `ANTHROPIC_API_KEY`, `OPENAI_API_KEY` or `GEMINI_API_KEY` in the"
                + " environment or in `tablechat.yaml` in the data folder, or run Ollama, and start again.";
    }

    /// A refusal comes from ourselves, all other failures from the database.
    static String failed(String error, String sql) {
        boolean refused = error.strip().startsWith("refused: ");
        return (refused ? "The query was not run: " : "The database did not run the query. It says: ") + sentence(error)
                + " The query was:\n\n```sql\n" + sql
                + "\n```\n\nAsk in other words, look at the names with “describe …”, or type the corrected SQL itself.";
    }

    static String unreachable(String error) {
        return "I could not look at the database. It says: " + sentence(error) + " Check the connection and ask again.";
    }

    static String sql(Grid grid) {
        var rows = "Your SQL gave **" + grid.count() + "** " + (grid.total() == 1 ? "row" : "rows");
        var kept = grid.exact() ? "" : " (the first " + Numbers.prose(Long.toString(grid.total())) + " rows were kept)";
        return grid.rows().isEmpty()
                ? rows + "."
                : rows + kept + ":\n\n" + Rows.of(grid, Rows.all(grid), SQL_COLUMNS_SHOWN);
    }

    static String nothingAsked(Grid tables) {
        return "No query has been run in this conversation yet. " + tables(tables);
    }

    static String unfinished() {
        return "I could not finish looking into this: no further calls are possible in this turn. Ask again, perhaps"
                + " in fewer words.";
    }

    private static String examples(Schema schema, List<Table> said) {
        var examples = Examples.of(schema, said);
        return examples.isEmpty()
                ? " There are no tables to ask about yet."
                : "\n\nYou can ask, for example:\n\n"
                        + examples.stream().map(one -> "- " + one).collect(Collectors.joining("\n"));
    }

    private static String sentence(String error) {
        var bare = error.strip().replaceFirst("^(error|refused): ", "");
        return bare.endsWith(".") || bare.endsWith("?") || bare.endsWith("!") ? bare : bare + ".";
    }
}
