package tablechat.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tablechat.model.Model;
import tablechat.model.ModelFailure;
import tablechat.model.Prompt;
import tablechat.model.Reply;
import tablechat.model.ToolCall;
import tablechat.protocol.ModelInfo;
import tablechat.protocol.Usage;

/// A model that replies as scripted, one script a question, in order, and remembers the prompts it was given.
/// Questions for a title are apart: they take nothing of the script, and are answered emptily unless [#titles] says otherwise.
public final class ScriptedModel implements Model {
    private final ModelInfo info;
    private final Queue<List<Line>> replies = new ConcurrentLinkedQueue<>();
    private final Queue<List<Line>> titles = new ConcurrentLinkedQueue<>();
    private final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    private final List<Prompt> titlePrompts = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    public ScriptedModel() {
        this("script");
    }

    /// @param name tells several of them apart: `scripted/NAME`
    public ScriptedModel(String name) {
        this(new ModelInfo("scripted", name, false, null));
    }

    private ScriptedModel(ModelInfo info) {
        this.info = info;
    }

    /// One that says of itself what the offline model does: that it needs no network, and understands English only.
    public static ScriptedModel offline() {
        return new ScriptedModel(new ModelInfo("offline", "rules", true, null));
    }

    /// One reply, step by step. The others are short forms of it.
    public ScriptedModel replies(Line... steps) {
        replies.add(List.of(steps));
        return this;
    }

    /// A reply of text alone, in these pieces; without any it is an empty one.
    public ScriptedModel answers(String... pieces) {
        return replies(Stream.of(pieces).map(Line::text).toArray(Line[]::new));
    }

    /// A reply that is one call, with an id of its own.
    public ScriptedModel calls(String tool, Map<String, Object> input) {
        return replies(Line.call("call-" + calls.incrementAndGet(), tool, input));
    }

    public ScriptedModel fails(String sentence) {
        return replies(Line.failure(sentence));
    }

    /// A reply that waits before its first piece, and answers so when released.
    public Hold waits(String... pieces) {
        var hold = new Hold();
        replies(Stream.concat(Stream.of(Line.hold(hold)), Stream.of(pieces).map(Line::text)).toArray(Line[]::new));
        return hold;
    }

    /// The reply to the next question for a title.
    public ScriptedModel titles(Line... steps) {
        titles.add(List.of(steps));
        return this;
    }

    /// All but those for titles, in order.
    public List<Prompt> prompts() {
        return prompts;
    }

    public List<Prompt> titlePrompts() {
        return titlePrompts;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public Reply ask(Prompt prompt, Listener listener) throws ModelFailure, InterruptedException {
        listener.beforeAsking();
        boolean title = prompt.instructions().startsWith("Write a title");
        (title ? titlePrompts : prompts).add(prompt);
        List<Line> steps = (title ? titles : replies).poll();
        if (steps == null && !title) throw new IllegalStateException("the script has no reply to question " + prompts.size());
        var reply = new Growing();
        for (Line step : steps == null ? List.<Line>of() : steps) {
            if (Thread.interrupted()) throw new InterruptedException("stopped before " + step);
            play(step, reply, listener);
        }
        return reply.whole();
    }

    private static void play(Line step, Growing reply, Listener listener) throws ModelFailure, InterruptedException {
        switch (step) {
            case Line.Text(String piece) -> tell(piece, reply.text, listener::text);
            case Line.Thinking(String piece) -> tell(piece, reply.thinking, listener::thinking);
            case Line.Calls(ToolCall call) -> reply.calls.add(call);
            case Line.Attribute(String name, Object value) -> reply.attributes.put(name, value);
            case Line.Counts(Usage usage) -> reply.usage = usage;
            case Line.Waits(Hold hold) -> hold.pass();
            case Line.Fails(String sentence) -> throw new ModelFailure(sentence);
            case Line.Breaks(RuntimeException bug) -> throw bug;
        }
    }

    private static void tell(String piece, StringBuilder sofar, Consumer<String> listener) {
        sofar.append(piece);
        listener.accept(piece);
    }

    private static final class Growing {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder thinking = new StringBuilder();
        private final List<ToolCall> calls = new ArrayList<>();
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private Usage usage;

        private Reply whole() {
            return new Reply(text.toString(), thinking.toString(), List.copyOf(calls), Map.copyOf(attributes), usage);
        }
    }
}
