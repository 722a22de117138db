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
    private boolean ended;

    Healing(Database database) {
        this.database = database;
    }

    /// Nothing where it looks already.
    ///
    /// @param changed called for what is the case now, and after each look that saw something else
    synchronized void begin(Runnable changed) {
        if (ended || looking != null) return;
        looking = Thread.ofVirtual().name("healing").start(() -> look(changed));
    }

    /// For good.
    synchronized void end() {
        ended = true;
        if (looking != null) looking.interrupt();
    }

    private void look(Runnable changed) {
        try {
            changed.run();
            Database.Health known = database.health();
            for (Duration pause = FIRST; known.status() == Status.UNREACHABLE; pause = longer(pause)) {
                Thread.sleep(pause);
                Database.Health now = database.probe();
                if (!now.equals(known)) changed.run();
                known = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            rest();
        }
    }

    private synchronized void rest() {
        looking = null;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LAST) < 0 ? twice : LAST;
    }
}
