package tablechat.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A place where a fake waits, once reached, until it is released or its thread interrupted.
public final class Hold {
    private static final int HANG_SECONDS = 20;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /// For the fake.
    public void pass() throws InterruptedException {
        reached.countDown();
        released.await();
    }

    /// For the test: returns when the fake waits here (or has waited).
    public void awaitReached() throws InterruptedException {
        if (!reached.await(HANG_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("nobody came to the hold");
    }

    public boolean isReached() {
        return reached.getCount() == 0;
    }

    public void release() {
        released.countDown();
    }
}
