package tablechat.model;

import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// A whole answer: its text and thinking (each may be empty) are what the listener heard, joined.
/// `attributes` go back to the same model with the next prompt (values are JSON trees).
public record Reply(
        String text, String thinking, List<ToolCall> calls, Map<String, Object> attributes, @Nullable Usage usage) {}
