package tablechat.model;

import java.util.Map;
import tablechat.protocol.Nullable;

/// A call as the model made it. The id is never empty; `problem` says in words why the model's arguments could not be read
/// (`input` is then empty).
public record ToolCall(String id, String name, Map<String, Object> input, @Nullable String problem) {}
