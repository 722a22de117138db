package tablechat.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tablechat.protocol.Nullable;

/// The connections to one database and the platform threads that work on them: native drivers hold their thread, and a virtual
/// one would hold others up with it. Any thread may call [#run].
final class Lanes implements AutoCloseable {
    static final int LANES_MAX = 4;
    /// Lanes written off because their statement does not end, beside which as many new ones work.
    static final int STUCK_MAX = 4;
    static final int WAITING_MAX = 32;
    static final Duration WAIT_MAX = Duration.ofSeconds(15);
    /// Then threads and connections go: an open DuckDB file is locked for all who would write it.
    static final int IDLE_SECONDS_MAX = 10;

    static final String CLOSED = "The connection was changed or removed meanwhile.";

    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    private final Kind kind;
    private final Semaphore waiting = new Semaphore(WAITING_MAX);
    private final Semaphore free = new Semaphore(LANES_MAX, true);
    private final Semaphore stuck = new Semaphore(STUCK_MAX);
    private final ConcurrentLinkedDeque<Lane> idle = new ConcurrentLinkedDeque<>();
    private final Set<Run<?>> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private volatile @Nullable String productVersion;
    private volatile boolean closed;

    Lanes(Kind kind) {
        this.kind = kind;
        ThreadFactory platform = Thread.ofPlatform().daemon().name("database-", 1).factory();
        threads = new ThreadPoolExecutor(LANES_MAX + STUCK_MAX, LANES_MAX + STUCK_MAX, IDLE_SECONDS_MAX, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> platform.newThread(() -> {
                    work.run();
                    discardUnused();
                }));
        threads.allowCoreThreadTimeOut(true);
    }

    /// Does the work on a lane's thread while the caller waits.
    ///
    /// @throws DatabaseFailure when no connection could be made
    /// @throws SQLTransientConnectionException when too many wait for one
    /// @throws java.sql.SQLTimeoutException when it took longer than `limit` and was cancelled
    /// @throws InterruptedException when the caller was interrupted; the work was cancelled first
    <T> T run(Duration limit, Work<T> work) throws InterruptedException, SQLException, DatabaseFailure {
        enter();
        var run = new Run<>(this, work);
        running.add(run);
        try {
            submit(run);
            return run.await(limit);
        } finally {
            running.remove(run);
        }
    }

    /// Null before the first connection.
    @Nullable String productVersion() {
        return productVersion;
    }

    boolean isClosed() {
        return closed;
    }

    /// Cancels what runs; later calls of [#run] fail.
    @Override
    public void close() {
        closed = true;
        running.forEach(Run::cancel);
        threads.shutdown();
        discardIdle();
    }

    /// An idle lane, or a new one where there is none to what is at the URL now.
    Lane open() throws DatabaseFailure {
        Object present = kind.present();
        try {
            for (Lane lane = idle.poll(); lane != null; lane = idle.poll()) {
                if (lane.present.equals(present) && lane.isAlive()) return lane;
                discard(lane);
            }
            var lane = new Lane(kind, present);
            productVersion = lane.productVersion();
            return lane;
        } catch (SQLException e) {
            throw new DatabaseFailure(kind.errors().unusable(e).orElseGet(() -> kind.errors().sentence(e)), kind.errors().denies(e));
        }
    }

    /// Lets another lane work in the place of one that does not come back from the driver; false when too many do not.
    boolean writeOff() {
        if (!stuck.tryAcquire()) return false;
        free.release();
        return true;
    }

    /// What was written off has ended after all.
    ///
    /// @param lane null when none could be opened
    void bury(@Nullable Lane lane) {
        if (lane != null) discard(lane);
        stuck.release();
    }

    /// @param lane null when none could be opened
    void giveBack(@Nullable Lane lane, boolean usable) {
        if (lane != null && (!usable || closed || !rolledBack(lane))) discard(lane);
        else if (lane != null) {
            lane.rests();
            idle.push(lane);
        }
        if (closed) discardIdle();
        free.release();
    }

    boolean unusable(SQLException failure) {
        return kind.errors().unusable(failure).isPresent();
    }

    /// Waits for a free lane. Beyond [#STUCK_MAX], one whose thread does not come back from the driver is not free before it does.
    private void enter() throws InterruptedException, SQLException, DatabaseFailure {
        if (closed) throw gone();
        if (!waiting.tryAcquire()) throw busy();
        try {
            if (!free.tryAcquire(WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) throw busy();
        } finally {
            waiting.release();
        }
    }

    private void submit(Run<?> run) throws DatabaseFailure {
        try {
            threads.execute(run);
        } catch (RejectedExecutionException e) {
            free.release();
            throw gone();
        }
    }

    private static DatabaseFailure gone() {
        return new DatabaseFailure(CLOSED);
    }

    private SQLTransientConnectionException busy() {
        return new SQLTransientConnectionException(stuck.availablePermits() > 0
                ? "Too many queries run on this database now; try again in a moment."
                : "Statements that cannot be stopped run on this database; they have to end before others can run.");
    }

    private static boolean rolledBack(Lane lane) {
        try {
            lane.rollback();
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection would not roll back and is thrown away", e);
            return false;
        }
    }

    /// Called by a thread that ends for lack of work.
    private void discardUnused() {
        for (Lane lane : idle) {
            if (lane.restedSeconds() >= IDLE_SECONDS_MAX && idle.remove(lane)) discard(lane);
        }
    }

    private void discardIdle() {
        for (Lane lane = idle.poll(); lane != null; lane = idle.poll()) discard(lane);
    }

    private static void discard(Lane lane) {
        try {
            lane.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection would not close", e);
        }
    }
}
