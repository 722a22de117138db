package tablechat.model.offline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.protocol.Nullable;

/// What the prompt says, as far as the rules need it.
///
/// @param earlier the user's former questions, oldest first
/// @param charts there is a tool that draws them, and room to call it
/// @param lastSql the query that ended the turn before, if there was one
record Turn(
        String question,
        List<String> earlier,
        @Nullable String lastSql,
        Evidence evidence,
        Dialect dialect,
        LocalDate today,
        boolean charts) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-([01]\\d|2[0-8])");

    static Turn of(Prompt prompt) {
        var messages = prompt.messages();
        int last = messages.size() - 1;
        while (last >= 0 && !(messages.get(last) instanceof PromptMessage.User)) {
            last--;
        }
        var users = new ArrayList<String>();
        String sql = null;
        for (var message : messages.subList(0, last + 1)) {
            switch (message) {
                case PromptMessage.User(var text) -> users.add(text);
                case PromptMessage.Assistant(var text, var thinking, var calls, var attributes) -> {
                    for (var call : calls) {
                        sql = call.name().equals(Evidence.QUERY) && call.input().get("sql") instanceof String found && !Probe.is(found)
                                ? found
                                : sql;
                    }
                }
                case PromptMessage.ToolOutput output -> {}
            }
        }
        var question = users.isEmpty() ? "" : users.removeLast();
        var evidence = Evidence.of(messages.subList(last + 1, messages.size()));
        return new Turn(
                question,
                List.copyOf(users),
                sql,
                evidence,
                Dialect.of(prompt.instructions()),
                today(prompt.instructions()),
                !prompt.mustAnswer() && prompt.tools().stream().anyMatch(tool -> tool.name().equals(Evidence.CHART)));
    }

    private static LocalDate today(String instructions) {
        var found = DATE.matcher(instructions);
        return found.find() ? LocalDate.parse(found.group()) : LocalDate.now();
    }
}
