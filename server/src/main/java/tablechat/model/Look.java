package tablechat.model;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tablechat.model.http.Broken;
import tablechat.model.http.Glance;
import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// A look at a provider's server, begun at the start and beside it: whether it is there and, where that can be asked without
/// a model, what it runs. Any thread may call.
final class Look {
    /// Where nothing was looked at.
    static final Look NONE = new Look(new FutureTask<>(() -> Found.NOTHING), Duration.ZERO);

    private final FutureTask<Found> task;
    private final long deadline;

    /// @param trouble null when there is none, or none is known
    /// @param models null when it is not known which there are
    record Found(@Nullable Trouble trouble, @Nullable List<String> models) {
        static final Found NOTHING = new Found(null, null);

        boolean lacks(String model) {
            return models != null && !models.contains(model) && !models.contains(model.replaceAll(":latest$", ""));
        }
    }

    private Look(FutureTask<Found> task, Duration limit) {
        this.task = task;
        deadline = System.nanoTime() + limit.toNanos();
    }

    /// Begins.
    ///
    /// @param limit how long it is waited for
    static Look at(Provider provider, Access access, Duration limit) {
        var task = new FutureTask<>(() -> look(provider, access, new Glance(limit)));
        Thread.ofVirtual().name("look-" + provider.name()).start(task);
        return new Look(task, limit);
    }

    private static Found look(Provider provider, Access access, Glance glance) {
        try {
            glance.knock(access.url());
            return new Found(null, provider.models(access, glance));
        } catch (Broken e) {
            // Slow is not unreachable.
            return e.trouble() instanceof Trouble.Silent ? Found.NOTHING : new Found(e.trouble(), null);
        }
    }

    /// Waits for what is left of its limit. What comes later is found by whoever asks later.
    Found found() {
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Found.NOTHING;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Found.NOTHING;
        }
    }

    /// Waits as [#found] does; false when that was too short.
    boolean awaited() {
        found();
        return task.isDone();
    }
}
