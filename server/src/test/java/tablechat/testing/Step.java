package tablechat.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// What a [StubProvider] does next while it answers.
public sealed interface Step {

    record Text(String text) implements Step {}

    record Thinking(String text) implements Step {}

    /// What Anthropic signs a thought with; others do not know it.
    record Signature(String text) implements Step {}

    /// A tool call, its arguments in two pieces. An empty id is left out.
    record Call(String id, String name, String arguments) implements Step {}

    record Usage(int input, int output) implements Step {}

    /// Says why the answer ends, but not that the stream does.
    record Finish() implements Step {}

    /// [Finish] and the stream's terminator.
    record End() implements Step {}

    /// An error inside the stream.
    record Error(String type, String message) implements Step {}

    /// These very characters.
    record Raw(String text) implements Step {}

    record Wait(Duration time) implements Step {}

    /// The text again and again, until that is so.
    record Until(BooleanSupplier over, String text) implements Step {}

    /// Nothing more, and the connection stays open until the client leaves.
    record Stall() implements Step {}

    /// The connection is dropped.
    record Cut() implements Step {}

    /// The connection is dropped as a machine drops it that lost all memory of it.
    record Reset() implements Step {}
}
