package tablechat.model.offline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tablechat.model.Model;
import tablechat.model.Prompt;
import tablechat.model.Reply;
import tablechat.model.ToolCall;
import tablechat.protocol.ModelInfo;

/// Answers questions about data by fixed rules, without network or key, through the same tools as any model.
/// It says what it took a question to mean, and that it did not understand rather than something wrong.
public final class OfflineModel implements Model {
    /// Calls beyond these wait for the next round.
    private static final int CALLS_MAX = 8;

    private static final Pattern PIECE = Pattern.compile("\\S+\\s*|\\s+");

    @Override
    public ModelInfo info() {
        return new ModelInfo("offline", "rules", true, null);
    }

    @Override
    public Reply ask(Prompt prompt, Listener listener) throws InterruptedException {
        listener.beforeAsking();
        stopIfInterrupted();
        if (Titles.wanted(prompt)) {
            return say(Titles.of(prompt), listener);
        }
        var step = new Thinking(Turn.of(prompt)).next();
        stopIfInterrupted();
        return switch (step) {
            case Step.Say(var text) -> say(text, listener);
            case Step.Look(var calls)
            when prompt.mustAnswer() || prompt.tools().isEmpty() -> say(Replies.unfinished(), listener);
            case Step.Look(var calls) ->
                new Reply(
                        "",
                        "",
                        calls.stream().limit(CALLS_MAX).map(OfflineModel::call).toList(),
                        Map.of(),
                        null);
        };
    }

    private static ToolCall call(Evidence.Wish wish) {
        return new ToolCall("offline-" + UUID.randomUUID(), wish.tool(), wish.input(), null);
    }

    private static Reply say(String text, Listener listener) throws InterruptedException {
        var pieces = PIECE.matcher(text);
        while (pieces.find()) {
            stopIfInterrupted();
            listener.text(pieces.group());
        }
        return new Reply(text, "", List.of(), Map.of(), null);
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
