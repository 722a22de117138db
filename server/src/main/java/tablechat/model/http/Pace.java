package tablechat.model.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// When to look whether more has come. Of a model that writes quicker than one can see, but slower than we read, each token would
/// wake the processor and three threads by itself. So whoever reads such a stream does not wait for a token but for the next tick,
/// which is the same for all streams: what came for all of them is then read, and sent on, in one go. No token waits for longer
/// than a tick; the first after a silence is waited for and read at once. Used by one thread.
final class Pace {
    private static final long TICK_NANOS = Duration.ofMillis(10).toNanos();
    /// So many ticks without a byte are a silence.
    private static final int TICKS_IN_VAIN_MAX = 3;
    private static final long WAITED_NANOS_MIN = Duration.ofMillis(3).toNanos();
    /// A stream that brings more at once is not slow.
    private static final int FEW_BYTES = 2048;

    private boolean slow;

    /// Returns when it is time to read.
    void await(BooleanSupplier hasMore) throws InterruptedException {
        for (int i = 0; slow && i < TICKS_IN_VAIN_MAX; i++) {
            Thread.sleep(Duration.ofNanos(TICK_NANOS - Math.floorMod(System.nanoTime(), TICK_NANOS)));
            if (hasMore.getAsBoolean()) return;
        }
    }

    /// @param bytes how many came after a wait of `waitedNanos`
    void read(int bytes, long waitedNanos) {
        slow = bytes < FEW_BYTES && (slow || waitedNanos > WAITED_NANOS_MIN);
    }
}
