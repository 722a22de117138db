package tablechat.chat;

import java.util.concurrent.CountDownLatch;

/// The time in which a turn gets ready while its question is being stored, and asks nobody anything yet.
final class Beginning {
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile boolean stored;

    /// The question is durable and the answer open: from here on the turn has to end.
    void succeed() {
        stored = true;
        known.countDown();
    }

    /// The question could not be stored: the turn is none.
    void fail() {
        known.countDown();
    }

    /// Whether the answer is open.
    boolean isOver() {
        return stored;
    }

    /// Returns when the answer is open.
    ///
    /// @throws InterruptedException the turn is to stop, or is none
    void await() throws InterruptedException {
        known.await();
        if (!stored) throw new InterruptedException("the question was not stored");
    }

    /// Waits, whatever happens, and says whether the turn has to end in the open.
    boolean succeeded() {
        boolean interrupted = false;
        while (known.getCount() > 0) {
            try {
                known.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        return stored;
    }
}
