package tablechat.chat;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tablechat.agent.Agent;
import tablechat.agent.SlidingWindow;
import tablechat.metrics.Metrics;
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
import tablechat.store.MessageStore.Page;

/// Starts turns, each on a virtual thread of its own, and sees to it that every one ends: stored first, then told.
final class Turns implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Turns.class.getName());
    private static final long CHECKPOINT_NANOS = Duration.ofMillis(250).toNanos();
    private static final Duration STORE_AGAIN = Duration.ofSeconds(1);
    static final int MESSAGES_READ = SlidingWindow.MESSAGES_MAX;
    static final long HISTORY_BYTES_MAX = 16 * 1024 * 1024;

    private final MessageStore messages;
    private final Results results;
    private final Connections connections;
    private final Sessions sessions;
    private final Metrics metrics;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("turn-clock").factory());

    Turns(MessageStore messages, Results results, Connections connections, Sessions sessions, Metrics metrics) {
        this.messages = messages;
        this.results = results;
        this.connections = connections;
        this.sessions = sessions;
        this.metrics = metrics;
    }

    /// What a new turn answers, and with which model.
    record Question(Session session, String id, String text, Model model) {}

    /// Stores a question with its open answer.
    private interface Storing {
        void store(Message asked, Message opened, Sight sight);
    }

    /// Stores the question and its empty answer, has `accepted` tell the asker, and lets the agent loose.
    /// The caller holds the audience's lock and knows that nothing runs in it.
    ///
    /// @param before the session's newest messages
    void start(Audience audience, Question question, Page before, String turnId, Runnable accepted) {
        begin(audience, question, turnId, Instant.now(), before, accepted,
                (asked, opened, sight) -> messages.open(audience.session(), asked, opened, sight.seen()));
    }

    /// The same for a question that is there already, and maybe was put in other words. What followed it goes to a fork.
    ///
    /// @param askedAt when it was
    /// @param forked  hears the fork's id, if there is one
    void again(Audience audience, Question question, Instant askedAt, String turnId, Runnable accepted, Consumer<String> forked) {
        String session = audience.session();
        int position = messages.place(question.id).orElseThrow(Repeats::gone).position();
        Page before = messages.before(session, position, MESSAGES_READ, HISTORY_BYTES_MAX);
        begin(audience, question, turnId, askedAt, before, accepted, (asked, opened, sight) -> {
            String fork = Ids.next();
            if (messages.reopen(session, asked, opened, sight.seen(), fork, opened.createdAt())) forked.accept(fork);
        });
    }

    private void begin(Audience audience, Question question, String turnId, Instant askedAt, Page before, Runnable accepted,
            Storing storing) {
        if (clock.isShutdown()) throw Rejected.because(Code.UNAVAILABLE, "TableChat is stopping. Send it again in a moment.");
        var asked = new Message(question.id, Role.USER, Status.COMPLETE, askedAt, List.of(new Part.Text(question.text)),
                turnId, null, null, null, null);
        var opened = new Message(Ids.next(), Role.ASSISTANT, Status.STREAMING, Instant.now(), List.of(),
                turnId, name(question.model), null, null, null);
        var history = new ArrayList<>(before.messages());
        history.add(asked);
        var sight = Sight.of(question.model, connections.privacy(question.session.connection()));
        var turn = new Turn(audience, opened, messages, results, question.session.connection(), sight, metrics);
        // It gets ready while its question is being stored, and asks nobody before that.
        Thread.ofVirtual().name("turn-" + turnId).start(() -> run(turn, audience, question, history));
        try {
            storing.store(asked, opened, sight);
        } catch (RuntimeException | Error e) {
            turn.beginning().fail();
            throw e;
        }
        // From here on the answer is open, so whatever fails the turn has to run: it alone ends it.
        audience.begin(turn);
        turn.beginning().succeed();
        accepted.run();
        Window window = SlidingWindow.of(history, before.upTo() + 1).counts();
        audience.publish(seq -> new Event.TurnStarted(audience.session(), seq, turnId, asked, opened, window));
    }

    private static String name(Model model) {
        return model.info().provider() + "/" + model.info().name();
    }

    private void run(Turn turn, Audience audience, Question question, List<Message> history) {
        long startedNanos = System.nanoTime();
        Turn.Ending ending = turn.write(() -> answer(turn, question, history));
        if (!turn.beginning().succeeded()) return;
        finish(turn, audience, turn.finished(ending, Duration.ofNanos(System.nanoTime() - startedNanos).toMillis()));
    }

    private void answer(Turn turn, Question question, List<Message> history) throws ModelFailure, InterruptedException {
        Future<?> checkpoints = checkpoints(turn);
        try {
            var source = connections.source(question.session.connection(), turn.sight().seen());
            List<Message> shown = shown(turn, question, history);
            new Agent(question.model, source, Clock.systemDefaultZone()).answer(shown, turn);
        } finally {
            checkpoints.cancel(false);
        }
    }

    /// What else is read for it is read of the session as it is when the answer is open.
    private List<Message> shown(Turn turn, Question question, List<Message> history) throws InterruptedException {
        if (!turn.sight().isWhole()) turn.beforeAsking();
        return turn.sight().of(history, messages, question.session.id());
    }

    /// At the same moments for all turns, so that one commit stores what all of them have become.
    private Future<?> checkpoints(Turn turn) throws InterruptedException {
        long untilNext = CHECKPOINT_NANOS - Math.floorMod(System.nanoTime(), CHECKPOINT_NANOS);
        try {
            return clock.scheduleAtFixedRate(turn::checkpoint, untilNext, CHECKPOINT_NANOS, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("the server stops");
        }
    }

    /// Stored first, then told; as long as the store cannot be written the turn goes on.
    private void finish(Turn turn, Audience audience, Message answer) {
        try {
            if (!store(audience.session(), answer)) return;
            Message shown = Messages.fitting(answer);
            audience.end(seq -> new Event.TurnFinished(audience.session(), seq, turn.id(), shown, answer.status(),
                    answer.error(), answer.usage(), answer.durationMs()));
            count(turn, audience.session(), answer);
            sessions.tellUpdated(audience.session());
        } finally {
            turn.ended().complete(null);
        }
    }

    private void count(Turn turn, String session, Message answer) {
        Lifecycle.turnFinished(turn, session, answer);
        metrics.turnEnded(answer.status().name().toLowerCase(Locale.ROOT));
        if (answer.usage() != null) metrics.tokens(answer.usage().inputTokens(), answer.usage().outputTokens());
    }

    /// Tries until it succeeds or the server stops, which leaves the answer for the next start to mark.
    private boolean store(String session, Message answer) {
        while (true) {
            try {
                messages.finish(session, answer, Instant.now());
                return true;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "answer {0} of session {1} is not stored yet: {2}", answer.id(), session, e.getMessage());
            }
            if (clock.isShutdown()) return false;
            LockSupport.parkNanos(STORE_AGAIN.toNanos());
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
