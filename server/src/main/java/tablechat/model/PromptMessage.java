package tablechat.model;

import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;

/// One entry of what a model is sent. Each call of an [Assistant] is followed by its [ToolOutput], in the order of the calls.
public sealed interface PromptMessage {

    record User(String text) implements PromptMessage {}

    /// `attributes` is what the provider wants back unchanged, such as thinking signatures (see [Reply]).
    record Assistant(String text, @Nullable String thinking, List<ToolCall> calls, Map<String, Object> attributes)
            implements PromptMessage {}

    record ToolOutput(String call, String tool, String text, boolean failed) implements PromptMessage {}
}
