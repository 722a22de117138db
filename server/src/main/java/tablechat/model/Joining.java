package tablechat.model;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Joins the pieces of an answer that come faster than anyone could tell them apart, so that a fast model does not cost an event
/// a token. The first piece passes at once, and so does all that is there when the exchange begins to wait for more ([#flush]);
/// while more keeps coming no piece stays longer than 10 ms, nor do they grow past 4,096 characters. Used by one thread.
final class Joining implements Model.Listener {
    private static final Duration KEPT_MAX = Duration.ofMillis(10);
    private static final int CHARACTERS_MAX = 4_096;

    private final Model.Listener listener;
    private final LongSupplier nanos;
    private final StringBuilder pieces = new StringBuilder();
    private boolean thoughts;
    private boolean begun;
    /// Since when the oldest piece is kept.
    private long keptNanos;

    Joining(Model.Listener listener) {
        this(listener, System::nanoTime);
    }

    /// @param nanos the time, from any origin
    Joining(Model.Listener listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
    }

    @Override
    public void text(String piece) {
        join(piece, false);
    }

    @Override
    public void thinking(String piece) {
        join(piece, true);
    }

    private void join(String piece, boolean thought) {
        if (thought != thoughts) flush();
        thoughts = thought;
        long now = nanos.getAsLong();
        if (pieces.isEmpty()) keptNanos = now;
        pieces.append(piece);
        if (!begun || pieces.length() >= CHARACTERS_MAX || now - keptNanos >= KEPT_MAX.toNanos()) flush();
    }

    /// Passes on what is kept.
    void flush() {
        if (pieces.isEmpty()) return;
        String joined = pieces.toString();
        pieces.setLength(0);
        begun = true;
        if (thoughts) listener.thinking(joined);
        else listener.text(joined);
    }
}
