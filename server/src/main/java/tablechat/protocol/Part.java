package tablechat.protocol;

/// A piece of a message, in the order it came. On the wire `type` is the record's name: `text`, `thinking`, `tool`.
public sealed interface Part {

    record Text(String text) implements Part {}

    record Thinking(String text) implements Part {}

    record Tool(Call call) implements Part {}
}
