package tablechat.model.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tablechat.model.PromptMessage;

/// What the tools have said in this turn. Asking for something not yet known remembers it as the next call.
final class Evidence {
    static final String LIST = "list_tables";
    static final String DESCRIBE = "describe_tables";
    static final String QUERY = "run_query";
    static final String CHART = "chart";

    record Wish(String tool, Map<String, Object> input) {}

    /// A tool's answer: text, or a failure in words.
    record Said(String text, boolean failed) {
        Grid grid() {
            return failed ? Grid.EMPTY : Grid.of(text);
        }
    }

    private final Map<Wish, Said> known = new HashMap<>();
    private final List<Wish> wishes = new ArrayList<>();

    /// @param turn the messages after the user's
    static Evidence of(List<PromptMessage> turn) {
        var evidence = new Evidence();
        var calls = new HashMap<String, Wish>();
        for (var message : turn) {
            switch (message) {
                case PromptMessage.User ignored -> calls.clear();
                case PromptMessage.Assistant(var text, var thinking, var made, var attributes) ->
                    made.forEach(call -> calls.put(call.id(), new Wish(call.name(), call.input())));
                case PromptMessage.ToolOutput(var call, var tool, var text, var failed) -> {
                    var bad = failed || text.startsWith("error: ") || text.startsWith("refused: ");
                    var wish = calls.get(call);
                    if (wish != null) {
                        evidence.known.put(wish, new Said(text, bad));
                    }
                }
            }
        }
        return evidence;
    }

    Optional<Said> tables() {
        return known(new Wish(LIST, Map.of()));
    }

    /// The tables that names, columns or comments with these words speak for, the likeliest first.
    Optional<Said> found(String words) {
        return known(new Wish(LIST, Map.of("search", words)));
    }

    Optional<Said> described(List<String> names) {
        return known(new Wish(DESCRIBE, Map.of("names", names)));
    }

    Optional<Said> query(String sql) {
        return known(new Wish(QUERY, Map.of("sql", sql)));
    }

    Optional<Said> chart(Map<String, Object> input) {
        return known(new Wish(CHART, input));
    }

    List<Wish> wishes() {
        return List.copyOf(wishes);
    }

    /// Some tool has been used in this turn.
    boolean any() {
        return !known.isEmpty();
    }

    private Optional<Said> known(Wish wish) {
        var said = Optional.ofNullable(known.get(wish));
        if (said.isEmpty() && !wishes.contains(wish)) {
            wishes.add(wish);
        }
        return said;
    }
}
