package tablechat.store;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbTransaction;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import tablechat.metrics.Metrics;
import tablechat.protocol.Code;
import tablechat.protocol.Rejected;

/// The one thread that changes the store. It takes whatever waits, runs it in one transaction (each between a savepoint and
/// its release, so that one that fails leaves its neighbours alone) and answers each only after the durable commit.
final class Writer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Writer.class.getName());
    private static final int BATCH_MAX = 256;
    private static final int WAITING_MAX = 20_000;

    private final Lent connection;
    private final DbClient client;
    private final Metrics metrics;
    private final BlockingQueue<Job<DbExecute, ?>> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final Job<DbExecute, Void> last = new Job<>(db -> null);
    private volatile long commits;
    private boolean closing;

    Writer(Lent connection, Metrics metrics) {
        this.connection = connection;
        this.metrics = metrics;
        client = StoreFile.client(connection);
        Thread.ofPlatform().name("store-writer").start(this::loop);
    }

    /// Returns when the change is durable.
    ///
    /// @throws Rejected what the work threw, or `unavailable` when the file cannot be written now; nothing was changed then
    <T> T run(Function<DbExecute, T> work) {
        Job<DbExecute, T> job = new Job<>(work);
        enqueue(job);
        return job.await();
    }

    /// Does not wait. A failure is logged; whoever calls makes sure a later [#run] repeats the change.
    CompletableFuture<?> later(Consumer<DbExecute> work) {
        Job<DbExecute, Void> job = new Job<>(doing(work));
        enqueue(job);
        return job.done();
    }

    /// The same for a change of nothing that anybody counts.
    CompletableFuture<?> uncounted(Consumer<DbExecute> work) {
        Job<DbExecute, Void> job = new Job<>(doing(work), false);
        enqueue(job);
        return job.done();
    }

    private static Function<DbExecute, Void> doing(Consumer<DbExecute> work) {
        return db -> {
            work.accept(db);
            return null;
        };
    }

    /// How many changed anything that is counted, so far.
    long commits() {
        return commits;
    }

    private synchronized void enqueue(Job<DbExecute, ?> job) {
        if (closing || !waiting.offer(job)) job.fail(unavailable("TableChat is stopping or overloaded; nothing was changed."));
    }

    private void loop() {
        var batch = new ArrayList<Job<DbExecute, ?>>(BATCH_MAX);
        try {
            while (!batch.contains(last)) {
                batch.clear();
                batch.add(waiting.take());
                waiting.drainTo(batch, BATCH_MAX - 1);
                if (batch.getFirst() == last) last.release();
                else commit(batch);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the store's writer", e);
        }
    }

    private void commit(List<Job<DbExecute, ?>> batch) {
        long startNanos = System.nanoTime();
        boolean counted = batch.stream().anyMatch(Job::counted);
        try {
            DbTransaction transaction = client.transaction();
            try {
                boolean changed = batch.size() == 1 ? runAlone(batch.getFirst(), transaction) : runEach(batch, transaction);
                if (changed) {
                    transaction.commit();
                    if (counted) commits++; // by this thread alone
                } else {
                    rollback(transaction);
                }
            } catch (RuntimeException | Error e) {
                rollback(transaction);
                throw e;
            }
            for (var job : batch) job.release();
            if (counted) metrics.committed(System.nanoTime() - startNanos);
        } catch (RuntimeException | Error e) { // an Error too: the writer's thread must not end
            LOG.log(Level.ERROR, "store: a commit failed: " + Reason.of(e));
            Rejected answer = unavailable(Reason.sentence(Reason.of(e)));
            for (var job : batch) job.fail(answer);
        }
    }

    /// Without a savepoint: if it fails there is nothing else to keep.
    private static boolean runAlone(Job<DbExecute, ?> job, DbTransaction transaction) {
        if (job.run(transaction)) return true;
        explain(job.failure());
        return false;
    }

    private static boolean runEach(List<Job<DbExecute, ?>> batch, DbTransaction transaction) {
        for (var job : batch) runInSavepoint(job, transaction);
        return true;
    }

    private static void runInSavepoint(Job<DbExecute, ?> job, DbTransaction transaction) {
        transaction.dml("savepoint job");
        if (!job.run(transaction)) {
            explain(job.failure());
            transaction.dml("rollback to job");
        }
        transaction.dml("release job");
    }

    /// @throws DbClientException when it was not the change's own fault
    private static void explain(Throwable failure) {
        if (failure instanceof Rejected) LOG.log(Level.DEBUG, "store: a change was rejected");
        else if (Reason.endsTransaction(failure)) throw new DbClientException("the connection is broken", failure);
        else LOG.log(Level.ERROR, "store: a change failed", failure);
    }

    private static void rollback(DbTransaction transaction) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "store: nothing left to roll back");
        }
    }

    private static Rejected unavailable(String message) {
        return Rejected.because(Code.UNAVAILABLE, message);
    }

    /// Finishes what waits, takes nothing more, then closes the connection.
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        try {
            waiting.put(last);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts who closes the store", e);
        }
        last.await();
        try {
            connection.end();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "store: the writer did not close: " + Reason.of(e));
        }
    }
}
