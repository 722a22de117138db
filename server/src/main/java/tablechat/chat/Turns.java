package tablechat.chat;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tablechat.agent.Agent;
import tablechat.agent.SlidingWindow;
import tablechat.model.Model;
import tablechat.model.ModelFailure;
import tablechat.protocol.Code;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session;
import tablechat.protocol.Window;
import tablechat.store.MessageStore;

/// Starts turns, each on a virtual thread of its own, and sees to it that every one ends: stored first, then told.
final class Turns implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Turns.class.getName());
    private static final int CHECKPOINT_MILLISECONDS = 250;
    private static final String NOT_STORED = "The answer could not be stored yet. Free some space; it is tried until it can be.";
    private static final Duration STORE_AGAIN = Duration.ofSeconds(1);
    private static final int WINDOW_MESSAGES_READ = 21;
    private static final Turn.Ending EXPIRED =
            Turn.Ending.failed(Code.MODEL_ERROR, "The answer took longer than 10 minutes and was ended. Ask for less at once.");

    private final MessageStore messages;
    private final Results results;
    private final Connections connections;
    private final Sessions sessions;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("turn-clock").factory());

    Turns(MessageStore messages, Results results, Connections connections, Sessions sessions) {
        this.messages = messages;
        this.results = results;
        this.connections = connections;
        this.sessions = sessions;
    }

    /// What a new turn answers, and with which model.
    record Question(Session session, String id, String text, Model model) {}

    /// Stores the question and its empty answer, has `accepted` tell the asker, and lets the agent loose.
    /// The caller holds the audience's lock and knows that nothing runs in it.
    void start(Audience audience, Question question, String turnId, Runnable accepted) {
        if (clock.isShutdown()) throw Rejected.because(Code.UNAVAILABLE, "TableChat is stopping. Send it again in a moment.");
        Instant now = Instant.now();
        var asked = new Message(question.id, Role.USER, Status.COMPLETE, now, List.of(new Part.Text(question.text)),
                turnId, null, null, null, null);
        var opened = new Message(Ids.next(), Role.ASSISTANT, Status.STREAMING, now, List.of(),
                turnId, name(question.model), null, null, null);
        messages.open(question.session.id(), asked, opened);

        List<Message> newest = messages.newest(question.session.id(), WINDOW_MESSAGES_READ, Long.MAX_VALUE).messages();
        Window window = SlidingWindow.of(newest, question.session.messages() + 2).counts();
        List<Message> history = newest.subList(0, newest.size() - 1);
        var turn = new Turn(audience, opened, messages, results, question.session.connection());
        audience.begin(turn);
        accepted.run();
        audience.publish(seq -> new Event.TurnStarted(audience.session(), seq, turnId, asked, opened, window));
        Thread.ofVirtual().name("turn-" + turnId).start(() -> run(turn, audience, question, history));
    }

    private static String name(Model model) {
        return model.info().provider() + "/" + model.info().name();
    }

    private void run(Turn turn, Audience audience, Question question, List<Message> history) {
        long startedNanos = System.nanoTime();
        Turn.Ending ending = turn.write(() -> answer(turn, question, history));
        finish(turn, audience, turn.finished(ending, Duration.ofNanos(System.nanoTime() - startedNanos).toMillis()));
    }

    private void answer(Turn turn, Question question, List<Message> history) throws ModelFailure, InterruptedException {
        var checkpoints = clock.scheduleAtFixedRate(
                turn::checkpoint, CHECKPOINT_MILLISECONDS, CHECKPOINT_MILLISECONDS, TimeUnit.MILLISECONDS);
        var limit = clock.schedule(() -> turn.stop(EXPIRED), Agent.TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var source = connections.source(question.session.connection());
            new Agent(question.model, source, Clock.systemDefaultZone()).answer(history, turn);
        } finally {
            checkpoints.cancel(false);
            limit.cancel(false);
        }
    }

    private void finish(Turn turn, Audience audience, Message answer) {
        Message stored = store(audience.session(), answer);
        Message shown = Messages.fitting(stored);
        audience.end(seq -> new Event.TurnFinished(audience.session(), seq, turn.id(), shown, stored.status(),
                stored.error(), stored.usage(), stored.durationMs()));
        LOG.log(Level.INFO, "turn {0} of session {1}: {2} in {3} ms", turn.id(), audience.session(),
                stored.status(), stored.durationMs());
        sessions.tellUpdated(audience.session());
        turn.ended().complete(null);
    }

    /// When the store cannot be written now, the answer ends as failed and is stored as soon as it can be.
    private Message store(String session, Message answer) {
        try {
            messages.finish(session, answer, Instant.now());
            return answer;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "answer {0} of session {1} is not stored yet: {2}", answer.id(), session, e.getMessage());
            Message unstored = answer.failed(Code.UNAVAILABLE, NOT_STORED);
            Thread.ofVirtual().name("store-" + answer.id()).start(() -> storeLater(session, unstored));
            return unstored;
        }
    }

    private void storeLater(String session, Message answer) {
        while (!clock.isShutdown()) {
            try {
                Thread.sleep(STORE_AGAIN);
                messages.finish(session, answer, Instant.now());
                sessions.tellUpdated(session);
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "answer {0} is still not stored", answer.id());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Stops turns and waits for their ends, at most `max` in all.
    static void stopAndWait(List<Turn> turns, Duration max) {
        turns.forEach(turn -> turn.stop(Turn.Ending.STOPPED));
        long deadline = System.nanoTime() + max.toNanos();
        for (Turn turn : turns) {
            try {
                turn.ended().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
                LOG.log(Level.WARNING, "turn {0} did not end in time", turn.id());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
