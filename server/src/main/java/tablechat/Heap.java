package tablechat;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps the heap small. The serial collector, which the launcher chooses, lets what has grown old stay until the heap is as large as
/// it may be, a quarter of the machine's memory: after 1,200 long answers it was 170 MB, nearly all of them dead. So all of it is
/// collected, in some 40 ms, whenever it has doubled since the last time, and once more when the rush is over. Only then does the
/// young generation follow the old one: small while nobody asks, large enough for many answers soon after they begin. By `java -jar`
/// the heap begins larger, so that is seldom.
final class Heap {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /// Nothing is collected below it.
    private static final long SMALL_BYTES = 20L * 1024 * 1024;
    private static final int QUIET_LOOKS = 60;

    private final LongSupplier committed;
    private final Runnable collect;
    private long limit;
    private long seen;
    private int quiet;

    /// @param committed how many bytes the heap has taken from the machine
    Heap(LongSupplier committed, Runnable collect) {
        this.committed = committed;
        this.collect = collect;
        limit = limit();
    }

    /// Looks after this process's own, as long as it runs.
    static void watch() {
        var heap = new Heap(Runtime.getRuntime()::totalMemory, System::gc);
        Thread.ofVirtual().name("heap").start(heap::watchOn);
    }

    private void watchOn() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        long now = committed.getAsLong();
        quiet = now == seen ? quiet + 1 : 0;
        seen = now;
        boolean isOver = quiet == QUIET_LOOKS && now > SMALL_BYTES;
        if (now <= limit && !isOver) return;
        collect.run();
        limit = limit();
    }

    private long limit() {
        return Math.max(SMALL_BYTES, 2 * committed.getAsLong());
    }
}
