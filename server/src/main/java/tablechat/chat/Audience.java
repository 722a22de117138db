package tablechat.chat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import tablechat.protocol.Event;
import tablechat.protocol.Nullable;

/// The clients that watch one session, its sequence of events, and the turn that runs in it. All under one lock: appending,
/// numbering and queueing an event is one step, and so is joining with a snapshot; so a late joiner misses and repeats nothing.
final class Audience {
    private final String session;
    private final Set<Client> watchers = new LinkedHashSet<>();
    private final Object lifecycle = new Object();
    private long seq;
    private boolean closed;
    private @Nullable Turn turn;

    Audience(String session) {
        this.session = session;
    }

    String session() {
        return session;
    }

    /// Held while the session is deleted or restored, which may take as long as a turn takes to stop; taken before the lock.
    Object lifecycle() {
        return lifecycle;
    }

    /// The turn that runs, if any.
    synchronized @Nullable Turn turn() {
        return turn;
    }

    /// True while the session is deleted: nothing may start in it.
    synchronized boolean closed() {
        return closed;
    }

    synchronized long seq() {
        return seq;
    }

    /// Runs something that must not interleave with any event of this session.
    synchronized <T> T exclusively(Supplier<T> work) {
        return work.get();
    }

    /// Numbers an event and queues it for every watcher. The event is made under the lock.
    synchronized void publish(LongFunction<Event> event) {
        Frame frame = Frame.of(event.apply(++seq));
        watchers.removeIf(client -> !client.tell(this, frame));
    }

    /// Makes this the client's current session. Whoever calls has it leave the former one afterwards ([#leave]): doing both
    /// under this lock could wait for ever on a client that goes the other way.
    synchronized void join(Client client) {
        watchers.add(client);
        client.watch(this);
    }

    /// Forgets a client that watches something else by now.
    synchronized void leave(Client client) {
        if (client.audience() != this) watchers.remove(client);
    }

    synchronized void begin(Turn begun) {
        turn = begun;
    }

    /// Ends the turn and says so, in one step: nothing can start in between.
    synchronized void end(LongFunction<Event> finished) {
        turn = null;
        publish(finished);
    }

    /// Lets nothing start any more, until [#reopen].
    synchronized void close() {
        closed = true;
    }

    synchronized void reopen() {
        closed = false;
    }

    /// The session is gone: it is nobody's current one any more.
    synchronized void dismiss() {
        for (Client client : watchers) client.unwatch(this);
        watchers.clear();
    }
}
