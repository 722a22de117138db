package tablechat.database;

import java.time.Duration;
import tablechat.protocol.Connection.Status;
import tablechat.protocol.Nullable;

/// Looks again and again at a database that could not be reached, less and less often, until it can be, and tells of each change.
/// Any thread may begin it; a thread of its own looks, so that it takes no lock of who began it.
final class Healing {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LAST = Duration.ofMinutes(1);

    private final Database database;
    private @Nullable Thread looking;
    private boolean wanted;
    private boolean ended;

    Healing(Database database) {
        this.database = database;
    }

    /// Nothing where it looks already.
    ///
    /// @param changed called for what is the case now, and after each look that saw something else
    synchronized void begin(Runnable changed) {
        if (ended) return;
        wanted = true;
        if (looking == null) looking = Thread.ofVirtual().name("healing").start(() -> look(changed));
    }

    /// The database answered, be it that it does not let the login in: there is no more to look for after the next look.
    synchronized void rest() {
        wanted = false;
    }

    /// For good.
    synchronized void end() {
        ended = true;
        if (looking != null) looking.interrupt();
    }

    private void look(Runnable changed) {
        try {
            Database.Health known = database.health();
            changed.run();
            Duration pause = FIRST;
            do {
                Thread.sleep(pause);
                Database.Health now = database.probe();
                if (!now.equals(known)) changed.run();
                known = now;
                pause = longer(pause);
            } while (goesOn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    /// Deciding to stop and saying so is one step: who begins it after that begins anew.
    private synchronized boolean goesOn() {
        if (!wanted) looking = null;
        return wanted;
    }

    private synchronized void leave() {
        if (looking == Thread.currentThread()) looking = null;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LAST) < 0 ? twice : LAST;
    }
}
