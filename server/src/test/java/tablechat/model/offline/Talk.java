package tablechat.model.offline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tablechat.model.Model;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.model.Reply;
import tablechat.model.Tool;

/// A conversation with the offline model over a real database: the agent's loop at its plainest.
final class Talk {
    private static final int ROUNDS_MAX = 10;
    private static final List<Tool> TOOLS = List.of(
            new Tool("list_tables", "", List.of()),
            new Tool("describe_tables", "", List.of()),
            new Tool("run_query", "", List.of()),
            new Tool("chart", "", List.of()));

    private final PlainTools tools;
    private final String instructions;
    private final List<PromptMessage> messages = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private final List<Map<String, Object>> charts = new ArrayList<>();
    private int calls;

    Talk(Connection connection) {
        this(connection, "You answer questions.\nSQL dialect: SQLite 3.54\nToday's date: 2025-06-15");
    }

    Talk(Connection connection, String instructions) {
        this.tools = new PlainTools(connection);
        this.instructions = instructions;
    }

    /// What the model finally says; what it streams must be the same.
    String ask(String question) throws Exception {
        messages.add(new PromptMessage.User(question));
        queries.clear();
        charts.clear();
        calls = 0;
        var model = new OfflineModel();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            var heard = new Ear();
            var reply = model.ask(new Prompt(instructions, messages, TOOLS, false), heard);
            messages.add(new PromptMessage.Assistant(reply.text(), null, reply.calls(), Map.of()));
            if (reply.calls().isEmpty()) {
                if (!heard.text.toString().equals(reply.text())) {
                    throw new AssertionError("streamed " + heard.text);
                }
                return reply.text();
            }
            run(reply);
        }
        throw new AssertionError("no answer after " + ROUNDS_MAX + " rounds: " + question);
    }

    private void run(Reply reply) {
        for (var call : reply.calls()) {
            var output = tools.run(call.name(), call.input());
            messages.add(new PromptMessage.ToolOutput(call.id(), call.name(), output, output.startsWith("error: ")));
            calls++;
            if (call.name().equals("run_query")) {
                queries.add((String) call.input().get("sql"));
            }
            if (call.name().equals("chart")) {
                charts.add(call.input());
            }
        }
    }

    /// Of the last turn.
    List<String> queries() {
        return List.copyOf(queries);
    }

    /// What was drawn in the last turn.
    List<Map<String, Object>> charts() {
        return List.copyOf(charts);
    }

    int calls() {
        return calls;
    }

    static final class Ear implements Model.Listener {
        final StringBuilder text = new StringBuilder();

        @Override
        public void text(String piece) {
            text.append(piece);
        }

        @Override
        public void thinking(String piece) {
            throw new AssertionError("the rules do not think aloud");
        }
    }

    /// By hand: the path of an SQLite file, then questions, one a line, on standard input.
    public static void main(String[] arguments) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0])) {
            var talk = new Talk(connection);
            for (var line : new String(System.in.readAllBytes()).lines().toList()) {
                if (line.isBlank()) {
                    talk = new Talk(connection);
                    continue;
                }
                System.out.println("» " + line + "\n" + talk.ask(line));
                talk.queries().stream()
                        .filter(sql -> !sql.contains(" as place,"))
                        .forEach(sql -> System.out.println("   [" + sql.replace("\n", " ") + "]"));
                System.out.println();
            }
        }
    }
}
