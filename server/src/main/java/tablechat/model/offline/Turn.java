package tablechat.model.offline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern TODAY = Pattern.compile("(?m)^Today's date: (\\S+)$");

    static Turn of(Prompt prompt) {
        List<PromptMessage> messages = prompt.messages();
        int asked = messages.size() - 1;
        while (asked >= 0 && !(messages.get(asked) instanceof PromptMessage.User)) asked--;
        List<PromptMessage> before = messages.subList(0, asked + 1);
        var questions = new ArrayList<String>();
        for (PromptMessage message : before) if (message instanceof PromptMessage.User(String text)) questions.add(text);
        String question = questions.isEmpty() ? "" : questions.removeLast();
        return new Turn(
                question,
                List.copyOf(questions),
                lastQuery(before),
                Evidence.of(messages.subList(asked + 1, messages.size())),
                Dialect.of(prompt.instructions()),
                today(prompt.instructions()),
                !prompt.mustAnswer() && prompt.tools().stream().anyMatch(tool -> tool.name().equals(Evidence.CHART)));
    }

    private static @Nullable String lastQuery(List<PromptMessage> messages) {
        return messages.stream()
                .flatMap(message -> message instanceof PromptMessage.Assistant answer ? answer.calls().stream() : Stream.of())
                .filter(call -> call.name().equals(Evidence.QUERY))
                .flatMap(call -> call.input().get("sql") instanceof String sql && !Probe.is(sql) ? Stream.of(sql) : Stream.of())
                .reduce(null, (_, later) -> later);
    }

    /// As the instructions have it: a connection's name or a comment may hold other dates.
    private static LocalDate today(String instructions) {
        Matcher said = TODAY.matcher(instructions);
        return said.find() ? LocalDate.parse(said.group(1)) : LocalDate.now();
    }
}
