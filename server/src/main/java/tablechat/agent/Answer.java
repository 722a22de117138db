package tablechat.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tablechat.json.Json;
import tablechat.model.Model;
import tablechat.model.ModelFailure;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.model.Reply;
import tablechat.model.ToolCall;
import tablechat.protocol.Call;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// One answer while it is being written: what the model was sent and has said so far. Used once, by one thread.
final class Answer {
    private static final int ROUNDS_MAX = 10;
    private static final int CALLS_PER_ROUND_MAX = 8;

    /// Those past it are left out of the conversation altogether.
    private static final int CALLS_SHOWN_MAX = 2 * CALLS_PER_ROUND_MAX;

    private final Model model;
    private final Toolbox toolbox;
    private final String instructions;
    private final List<PromptMessage> messages;
    private final Ear ear;
    private final CallIds ids;
    private Usage usage = new Usage(0, 0);

    Answer(Model model, Toolbox toolbox, String instructions, List<PromptMessage> history, Ear ear) {
        this.model = model;
        this.toolbox = toolbox;
        this.instructions = instructions;
        this.messages = new ArrayList<>(history);
        this.ear = ear;
        ids = new CallIds(history);
    }

    void write() throws ModelFailure, InterruptedException {
        for (int round = 1; round <= ROUNDS_MAX; round++) {
            Reply reply = ask(false);
            if (!reply.calls().isEmpty()) run(reply);
            else if (reply.text().isBlank()) break;
            else return;
        }
        if (ask(true).text().isBlank()) {
            throw new ModelFailure("The model gave no answer. Try again, or ask in other words.");
        }
    }

    private Reply ask(boolean mustAnswer) throws ModelFailure, InterruptedException {
        mayGoOn();
        var prompt = new Prompt(instructions, messages, toolbox.specs(), mustAnswer);
        try {
            Reply reply = model.ask(prompt, ear);
            count(reply.usage());
            return reply;
        } finally {
            // Where the ear itself ended the question, that is the reason, however the model took it.
            ear.check();
        }
    }

    private void count(@Nullable Usage ofReply) {
        if (ofReply == null) return;
        usage = usage.plus(ofReply);
        ear.listener().usage(usage);
    }

    private void run(Reply reply) throws ModelFailure, InterruptedException {
        List<ToolCall> calls = reply.calls().stream().limit(CALLS_SHOWN_MAX).map(ids::unique).toList();
        messages.add(new PromptMessage.Assistant(reply.text(), reply.thinking(), calls, reply.attributes()));
        for (int i = 0; i < calls.size(); i++) messages.add(run(calls.get(i), i < CALLS_PER_ROUND_MAX));
    }

    private PromptMessage run(ToolCall call, boolean admitted) throws ModelFailure, InterruptedException {
        ear.allowance().admits(call.id() + call.name() + Json.write(call.input()));
        mayGoOn();
        Call started = Call.started(call.id(), call.name(), call.input());
        ear.listener().toolStarted(started);
        long start = System.nanoTime();
        Output output = Output.BUG;
        try {
            output = admitted ? toolbox.run(call) : tooMany();
            return output.reply(call);
        } catch (InterruptedException stopped) {
            output = Output.STOPPED;
            throw stopped;
        } finally {
            long durationMs = Duration.ofNanos(System.nanoTime() - start).toMillis();
            ear.listener().toolFinished(output.finish(started, durationMs), output.rows());
        }
    }

    private static Output tooMany() {
        return Output.failed("Not run: at most %d calls at once. Call it again if still needed.".formatted(CALLS_PER_ROUND_MAX));
    }

    private void mayGoOn() throws ModelFailure, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException("stopped between two steps");
        ear.allowance().check();
    }
}
