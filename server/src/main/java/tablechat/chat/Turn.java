package tablechat.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import tablechat.agent.Listener;
import tablechat.database.Outcome;
import tablechat.metrics.Metrics;
import tablechat.model.ModelFailure;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Event;
import tablechat.protocol.Failure;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Usage;
import tablechat.store.MessageStore;

/// One answer being written: hears the agent on the turn's own thread, grows the message, publishes each step and stores
/// checkpoints of it. Others may stop it and read how far it is.
final class Turn implements Listener {
    private static final System.Logger LOG = System.getLogger(Turn.class.getName());

    private final Audience audience;
    private final Message opened;
    private final MessageStore messages;
    private final Results results;
    private final String connection;
    private final Sight sight;
    private final Metrics metrics;
    private final long openedNanos = System.nanoTime();
    private boolean spoke;

    private final Answer answer = new Answer();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Beginning beginning = new Beginning();
    private Future<?> checkpoint = CompletableFuture.completedFuture(null);
    private int checkpointFrom;
    private volatile @Nullable Usage usage;
    private @Nullable Thread thread;
    private @Nullable Ending stopped;

    /// How a turn ended: its status, and why it failed.
    record Ending(Status status, @Nullable Failure failure) {
        static final Ending COMPLETE = new Ending(Status.COMPLETE, null);
        static final Ending STOPPED = new Ending(Status.STOPPED, null);

        static Ending failed(Code code, String sentence) {
            return new Ending(Status.FAILED, new Failure(code, sentence));
        }
    }

    /// @param opened the empty answer as it was stored
    Turn(Audience audience, Message opened, MessageStore messages, Results results, String connection, Sight sight,
            Metrics metrics) {
        this.audience = audience;
        this.opened = opened;
        this.messages = messages;
        this.results = results;
        this.connection = connection;
        this.sight = sight;
        this.metrics = metrics;
    }

    String id() {
        return opened.turn();
    }

    /// The id of the connection whose database is asked.
    String connection() {
        return connection;
    }

    Sight sight() {
        return sight;
    }

    /// Writes an answer on the calling thread.
    interface Answering {
        void answer() throws ModelFailure, InterruptedException;
    }

    /// Lets an answer be written on this thread, until it is done or [#stop] is called.
    Ending write(Answering answering) {
        try {
            begin();
            answering.answer();
            return Ending.COMPLETE;
        } catch (ModelFailure e) {
            return Ending.failed(e.code(), e.getMessage());
        } catch (Rejected e) { // as where its connection is removed before it has begun
            return Ending.failed(e.code(), e.getMessage());
        } catch (InterruptedException e) {
            return stopped();
        } catch (RuntimeException | Error e) { // whatever went wrong: a turn that never ended would block its session
            LOG.log(System.Logger.Level.ERROR, "turn " + id() + " of session " + audience.session() + " failed", e);
            return Ending.failed(Code.INTERNAL, "Something in TableChat went wrong; the log says more. Ask again.");
        } finally {
            settle();
        }
    }

    /// Whether it is to be at all.
    Beginning beginning() {
        return beginning;
    }

    /// Nobody is asked anything before the question is durable.
    @Override
    public void beforeAsking() throws InterruptedException {
        beginning.await();
    }

    private synchronized void begin() throws InterruptedException {
        if (stopped != null) throw new InterruptedException();
        thread = Thread.currentThread();
    }

    /// From here on nobody interrupts this thread any more: what follows has to be finished.
    private synchronized void settle() {
        thread = null;
        if (Thread.interrupted()) LOG.log(System.Logger.Level.DEBUG, "turn {0}: stopped when it was done", id());
    }

    private synchronized Ending stopped() {
        return stopped == null ? Ending.STOPPED : stopped;
    }

    /// Ends the turn soon, in whatever state it is; the first reason counts.
    synchronized void stop(Ending reason) {
        if (stopped == null) stopped = reason;
        if (thread != null) thread.interrupt();
    }

    /// Done when everyone has been told that the turn ended.
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void text(String piece) {
        if (!spoke) metrics.firstToken(System.nanoTime() - openedNanos);
        spoke = true;
        audience.publish(seq -> new Event.Token(audience.session(), seq, opened.id(), piece, answer.text(piece)));
    }

    @Override
    public void thinking(String piece) {
        audience.publish(seq -> new Event.Thinking(audience.session(), seq, opened.id(), piece, answer.thinking(piece)));
    }

    @Override
    public void toolStarted(Call call) {
        audience.publish(seq -> {
            answer.open(call);
            return new Event.ToolStarted(audience.session(), seq, opened.id(), call);
        });
        checkpoint();
    }

    @Override
    public void toolFinished(Call ended, Outcome.@Nullable Rows rows) {
        if (rows != null) metrics.queried(rows.durationMs());
        Call finished = sight.counted(ended);
        Call call = rows == null ? finished : finished.with(finished.output(), keep(finished, rows));
        audience.publish(seq -> {
            answer.close(call);
            return new Event.ToolFinished(audience.session(), seq, opened.id(), call);
        });
        checkpoint();
    }

    /// A result that cannot be stored now is left out; the answer goes on with what the model was told.
    private @Nullable Result keep(Call call, Outcome.Rows rows) {
        try {
            return results.keep(String.valueOf(call.input().get("sql")), rows, connection, audience.session());
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "turn {0}: a result was not stored: {1}", id(), e.getMessage());
            return null;
        }
    }

    @Override
    public void usage(Usage soFar) {
        usage = soFar;
    }

    /// Stores what changed since the last time, unless that is still being written. What could not be stored then is stored again
    /// with it: else a part would be missing before those that follow. Any thread may call it.
    void checkpoint() {
        if (!beginning.isOver()) return;
        audience.exclusively(() -> {
            if (!checkpoint.isDone()) return null;
            if (checkpoint.state() == Future.State.FAILED) answer.changedFrom(checkpointFrom);
            Answer.Changed changed = answer.changed();
            if (changed.parts().isEmpty()) return null;
            checkpointFrom = changed.from();
            checkpoint = messages.checkpoint(opened.id(), changed.from(), changed.parts());
            return null;
        });
    }

    /// The message as far as it is. The caller holds the session's lock.
    Message soFar() {
        return opened.with(answer.parts());
    }

    /// The message as it is stored for good.
    Message finished(Ending ending, long durationMs) {
        return new Message(
                opened.id(), opened.role(), ending.status(), opened.createdAt(), audience.exclusively(answer::parts),
                opened.turn(), opened.model(), usage, durationMs, ending.failure());
    }
}
