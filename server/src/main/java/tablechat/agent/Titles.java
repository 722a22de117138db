package tablechat.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tablechat.model.Model;
import tablechat.model.ModelFailure;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.protocol.Session;

/// Has a model title sessions. Knows only the first user message of each. Any thread may ask.
public final class Titles {
    private static final Duration TIME_MAX = Duration.ofSeconds(10);
    private static final int MESSAGE_CHARACTERS_MAX = 2_000;
    private static final String INSTRUCTIONS = Resource.text("title.txt");

    private final Model model;
    private final Duration timeMax;

    public Titles(Model model) {
        this(model, TIME_MAX);
    }

    Titles(Model model, Duration timeMax) {
        this.model = model;
        this.timeMax = timeMax;
    }

    /// Blocks for at most 10 seconds.
    ///
    /// @param message the text of the session's first user message
    /// @return at most 6 words and 60 characters; empty when nothing usable came in time
    /// @throws InterruptedException the calling thread was interrupted; the model is then no longer asked
    public Optional<String> title(String message) throws InterruptedException {
        var user = new PromptMessage.User(Clip.head(message, MESSAGE_CHARACTERS_MAX));
        var prompt = new Prompt(INSTRUCTIONS, List.of(user), List.of(), true);
        var question = new FutureTask<>(() -> model.ask(prompt, Model.Listener.ONCE).text());
        Thread.ofVirtual().name("title").start(question);
        try {
            return Title.of(question.get(timeMax.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ModelFailure) return Optional.empty();
            throw new IllegalStateException("a title failed", failed.getCause());
        } finally {
            question.cancel(true);
        }
    }

    /// What a session is called while no model has titled it: the first words of its first message.
    public static String fallback(String message) {
        String words = Title.firstWords(message);
        return words.isEmpty() ? Session.DEFAULT_TITLE : words;
    }
}
