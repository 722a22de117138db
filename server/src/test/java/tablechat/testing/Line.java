package tablechat.testing;

import java.util.Map;
import tablechat.model.ToolCall;
import tablechat.protocol.Usage;

/// What a [ScriptedModel] does next within one reply.
public sealed interface Line {

    record Text(String piece) implements Line {}

    record Thinking(String piece) implements Line {}

    record Calls(ToolCall call) implements Line {}

    record Attribute(String name, Object value) implements Line {}

    record Counts(Usage usage) implements Line {}

    record Waits(Hold hold) implements Line {}

    /// As a model fails.
    record Fails(String sentence) implements Line {}

    /// As a bug shows.
    record Breaks(RuntimeException bug) implements Line {}

    static Line text(String piece) {
        return new Text(piece);
    }

    static Line thinking(String piece) {
        return new Thinking(piece);
    }

    static Line call(String id, String tool, Map<String, Object> input) {
        return new Calls(new ToolCall(id, tool, input, null));
    }

    static Line brokenCall(String id, String tool, String problem) {
        return new Calls(new ToolCall(id, tool, Map.of(), problem));
    }

    static Line attribute(String name, Object value) {
        return new Attribute(name, value);
    }

    static Line usage(long inputTokens, long outputTokens) {
        return new Counts(new Usage(inputTokens, outputTokens));
    }

    static Line hold(Hold hold) {
        return new Waits(hold);
    }

    static Line failure(String sentence) {
        return new Fails(sentence);
    }

    static Line bug(RuntimeException bug) {
        return new Breaks(bug);
    }
}
