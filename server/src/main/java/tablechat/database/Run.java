package tablechat.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tablechat.protocol.Nullable;

/// One piece of work: a lane's thread does it while its caller waits, and the waiting caller is its watchdog.
final class Run<T> implements Runnable {
    /// How long work may take to end after it was cancelled; then nobody waits for it any more and its lane is written off.
    static final Duration END_MAX = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration CANCEL_AGAIN = Duration.ofMillis(20);
    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final Lanes lanes;
    private final Work<T> work;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Spill spill;
    private @Nullable Lane lane;
    private boolean cancelled;
    private boolean done;
    private boolean writtenOff;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Run(Lanes lanes, Work<T> work) {
        this.lanes = lanes;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            spill = Spill.ofThisThread();
            Lane taken = lanes.open();
            take(taken);
            result = work.on(taken);
        } catch (Throwable e) {
            // The edge of the thread: whatever it was, errors included, must reach the caller that waits.
            failure = e;
        } finally {
            Lane taken = lane;
            boolean usable = letGo();
            if (writtenOff) lanes.bury(taken);
            else lanes.giveBack(taken, usable);
            ended.countDown();
        }
    }

    /// The work's own result or failure.
    ///
    /// @throws SQLTimeoutException when it took longer than `limit` and was cancelled
    /// @throws SQLTransientException when it wrote more than [Spill#BYTES_MAX] and was cancelled
    /// @throws InterruptedException when the caller was interrupted; the work was cancelled first
    T await(Duration limit) throws InterruptedException, SQLException, DatabaseFailure {
        long start = System.nanoTime();
        try {
            while (!ended.await(Math.min(limit.toNanos(), LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS)) {
                if (System.nanoTime() - start >= limit.toNanos()) throw tooLong(limit);
                if (spill != null && spill.isOver()) throw tooMuch();
            }
        } catch (InterruptedException | SQLException e) {
            stop();
            throw e;
        }
        return outcome();
    }

    synchronized void cancel() {
        cancelled = true;
        if (lane == null) return;
        try {
            lane.cancel();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a cancel did not reach its statement", e);
        }
    }

    /// Again and again, since a cancel between two statements is lost.
    private void stop() {
        boolean interrupted = false;
        long deadline = System.nanoTime() + END_MAX.toNanos();
        while (ended.getCount() > 0 && System.nanoTime() < deadline) {
            cancel();
            try {
                if (ended.await(CANCEL_AGAIN.toNanos(), TimeUnit.NANOSECONDS)) break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        writeOff();
        if (interrupted) Thread.currentThread().interrupt();
    }

    private synchronized void writeOff() {
        if (!done) writtenOff = lanes.writeOff();
    }

    private static SQLException tooLong(Duration limit) {
        return new SQLTimeoutException("It was stopped after %d s, the longest a query may take.".formatted(limit.toSeconds()));
    }

    private static SQLException tooMuch() {
        return new SQLTransientException("It was stopped: its temporary files grew beyond %,d MB. Sort or group fewer rows or columns."
                .formatted(Spill.BYTES_MAX / 1_000_000));
    }

    private T outcome() throws SQLException, DatabaseFailure {
        return switch (failure) {
            case null -> result;
            case SQLException e -> throw e;
            case DatabaseFailure e -> throw e;
            case OutOfMemoryError _ -> throw new SQLException("A value of it is too large to be read here; ask for a part of it.");
            default -> throw new IllegalStateException("work on a database broke", failure);
        };
    }

    private synchronized void take(Lane taken) throws SQLException {
        lane = taken;
        if (cancelled) throw new SQLException("It was stopped.");
    }

    /// From here on a late cancel finds no lane, so it cannot hit the next work there.
    /// True when the lane may be used again: not after a cancel, nor after anything a driver is not meant to throw.
    private synchronized boolean letGo() {
        boolean stopped = cancelled || lane != null && lane.isCancelled();
        lane = null;
        done = true;
        return !stopped && (failure == null || failure instanceof SQLException e && !lanes.unusable(e));
    }
}
