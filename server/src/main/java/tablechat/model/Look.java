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
/// a model, what it runs.
interface Look {
    Duration LIMIT = Duration.ofMillis(300);

    /// Where nothing was looked at.
    Look NONE = () -> Found.NOTHING;

    /// Waits until it is over, and no longer than 300 ms after it began. Any thread may call.
    Found found();

    /// @param trouble null when there is none, or none is known
    /// @param models null when it is not known which there are
    record Found(@Nullable Trouble trouble, @Nullable List<String> models) {
        static final Found NOTHING = new Found(null, null);

        boolean lacks(String model) {
            return models != null && !models.contains(model) && !models.contains(model.replaceAll(":latest$", ""));
        }
    }

    /// Begins.
    static Look at(Provider provider, Access access) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        var task = new FutureTask<>(() -> look(provider, access));
        Thread.ofVirtual().name("look-" + provider.name()).start(task);
        return () -> await(task, deadline - System.nanoTime());
    }

    private static Found look(Provider provider, Access access) {
        var glance = new Glance(LIMIT);
        try {
            glance.knock(access.url());
            return new Found(null, provider.models(access, glance));
        } catch (Broken e) {
            // Slow is not unreachable.
            return e.trouble() instanceof Trouble.Silent ? Found.NOTHING : new Found(e.trouble(), null);
        }
    }

    private static Found await(FutureTask<Found> task, long nanos) {
        try {
            return task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Found.NOTHING;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Found.NOTHING;
        }
    }
}
