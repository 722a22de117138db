package tablechat.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tablechat.model.PromptMessage;
import tablechat.model.ToolCall;
import tablechat.protocol.Call;
import tablechat.protocol.Message;
import tablechat.protocol.Part;
import tablechat.protocol.Result;

/// Stored messages as a model is sent them again: their text, and their calls with shortened outputs. What a model thought
/// in earlier turns is not sent.
final class History {
    private static final int OUTPUT_CHARACTERS_MAX = 500;

    private History() {}

    /// @param source whose privacy decides what is shown of the rows of the user's own queries
    static List<PromptMessage> prompt(List<Message> messages, Source source) throws InterruptedException {
        var prompt = new ArrayList<PromptMessage>();
        for (Message message : messages) {
            switch (message.role()) {
                case USER -> prompt.add(new PromptMessage.User(question(message, source)));
                case ASSISTANT -> addAnswer(message, prompt);
            }
        }
        return prompt;
    }

    private static String question(Message message, Source source) throws InterruptedException {
        var texts = new ArrayList<String>();
        for (Part part : message.parts()) {
            texts.add(switch (part) {
                case Part.Text(String text) -> text;
                case Part.Thinking _ -> "";
                case Part.Tool(Call call) -> ownQuery(call, source);
            });
        }
        texts.removeIf(String::isBlank);
        return String.join("\n\n", texts);
    }

    /// SQL the user ran without asking the model: it is the user's own, so it is no call of the model's.
    private static String ownQuery(Call call, Source source) throws InterruptedException {
        String sql = String.valueOf(call.input().get("sql"));
        return "I ran this SQL myself:\n%s\n\nIt gave:\n%s".formatted(sql, shortened(outcome(call, sql, source)));
    }

    private static String outcome(Call call, String sql, Source source) throws InterruptedException {
        if (call.output() != null) return call.output();
        Result result = call.result();
        if (result != null) return Shown.of(source, sql, result.columns(), result.rows(), result.rowCount()).text();
        return call.error() == null ? "nothing" : "error: " + call.error();
    }

    /// An answer told over several rounds becomes several entries: text and the calls up to the next text, then their outputs.
    private static void addAnswer(Message message, List<PromptMessage> prompt) {
        var text = new StringBuilder();
        var calls = new ArrayList<Call>();
        for (Part part : message.parts()) {
            switch (part) {
                case Part.Text(String piece) -> {
                    if (!calls.isEmpty()) addRound(text, calls, prompt);
                    text.append(piece);
                }
                case Part.Tool(Call call) when call.status() != null && call.output() != null -> calls.add(call);
                case Part.Tool _, Part.Thinking _ -> {}
            }
        }
        addRound(text, calls, prompt);
    }

    private static void addRound(StringBuilder text, List<Call> calls, List<PromptMessage> prompt) {
        if (text.toString().isBlank() && calls.isEmpty()) return;
        List<ToolCall> made = calls.stream()
                .map(call -> new ToolCall(call.id(), call.name(), call.input(), null))
                .toList();
        prompt.add(new PromptMessage.Assistant(text.toString(), null, made, Map.of()));
        for (Call call : calls) prompt.add(output(call));
        text.setLength(0);
        calls.clear();
    }

    private static PromptMessage output(Call call) {
        boolean failed = call.status() != Call.Status.COMPLETE;
        return new PromptMessage.ToolOutput(call.id(), call.name(), shortened(call.output()), failed);
    }

    private static String shortened(String output) {
        return Clip.shortened(output, OUTPUT_CHARACTERS_MAX);
    }
}
