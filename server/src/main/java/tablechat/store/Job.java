package tablechat.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// Work handed to one of the store's threads. Waiting for it is not interruptible: whoever asked for a change has to know
/// whether it was made.
final class Job<C, T> {
    private final Function<C, T> work;
    private final boolean counted;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private T value;
    private Throwable failure;

    Job(Function<C, T> work) {
        this(work, true);
    }

    /// @param counted whether anybody counts what it changes, or that it did
    Job(Function<C, T> work, boolean counted) {
        this.work = work;
        this.counted = counted;
    }

    boolean counted() {
        return counted;
    }

    /// Does the work and keeps what became of it to itself until [#release].
    boolean run(C connection) {
        try {
            value = work.apply(connection);
            return true;
        } catch (RuntimeException | Error e) { // an Error too: whoever waits must not wait for ever
            failure = e;
            return false;
        }
    }

    /// Lets the one who waits go on.
    void release() {
        if (failure == null) done.complete(value);
        else done.completeExceptionally(failure);
    }

    void fail(Throwable reason) {
        failure = reason;
        release();
    }

    Throwable failure() {
        return failure;
    }

    CompletableFuture<T> done() {
        return done;
    }

    T await() {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) throw reason;
            throw new IllegalStateException("the store's thread failed", e.getCause());
        }
    }
}
