package tablechat.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import tablechat.model.Model;
import tablechat.model.ModelFailure;
import tablechat.protocol.Message;

/// Answers user messages about one database with one model. Any thread may ask; each answer is written on the thread that asked.
public final class Agent {
    public static final Duration TIME_MAX = Allowance.TIME_MAX;

    private final Model model;
    private final Source source;
    private final Clock clock;

    /// @param clock tells the model the date in its zone, and when an answer takes too long
    public Agent(Model model, Source source, Clock clock) {
        this.model = model;
        this.source = source;
        this.clock = clock;
    }

    /// Asks the model, runs the tools it calls, and asks again until it answers. An interrupt of the calling thread stops it.
    ///
    /// @param history the newest messages of the session, oldest first, the user message to answer last
    /// @throws ModelFailure with a sentence for a person: the model failed, gave no answer, or time or room is used up
    /// @throws InterruptedException stopped
    public void answer(List<Message> history, Listener listener) throws ModelFailure, InterruptedException {
        var allowance = new Allowance(clock);
        var instructions = Instructions.text(source, LocalDate.now(clock));
        var messages = History.prompt(SlidingWindow.of(history, history.size()).sent(), source);
        new Answer(model, new Toolbox(source), instructions, messages, new Ear(listener, allowance)).write();
    }
}
