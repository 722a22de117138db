package tablechat.store;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// Finds out whether the store can be written, by writing what nobody counts. Any thread may ask.
final class Look {
    /// Whoever watches us does not wait for longer.
    private static final Duration BUSY_AFTER = Duration.ofSeconds(1);

    private final Writer writer;
    private @Nullable CompletableFuture<?> trial;

    Look(Writer writer) {
        this.writer = writer;
    }

    /// A sentence for a person; null when it can be written.
    @Nullable String problem() {
        try {
            trial().get(BUSY_AFTER.toNanos(), TimeUnit.NANOSECONDS);
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Rejected refusal) return refusal.getMessage();
            throw new IllegalStateException("the store's thread failed", e.getCause());
        } catch (TimeoutException e) {
            return "The store is busy or its disk is slow: nothing could be written for %d s. Look again soon; if it stays so, look"
                    .formatted(BUSY_AFTER.toSeconds()) + " after the disk, and for another program that holds the store.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The look at the store was interrupted.";
        }
    }

    /// One that is on its way does for all who ask meanwhile.
    private synchronized CompletableFuture<?> trial() {
        if (trial == null || trial.isDone()) {
            trial = writer.uncounted(db -> db.dml("""
                    insert into meta (name, value) values ('looked_at', ?)
                    on conflict do update set value = excluded.value
                    """, Instant.now().toString()));
        }
        return trial;
    }
}
