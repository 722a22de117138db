package tablechat.store;

import java.util.function.Supplier;
import tablechat.protocol.Nullable;

/// What was read of the store, kept until it changes. Any thread may call.
final class Remembered<T> {
    private @Nullable T known;
    private long changes;

    /// What is known, or what `reading` finds: a read that began before a change does not outlive it.
    T or(Supplier<T> reading) {
        long before;
        synchronized (this) {
            if (known != null) return known;
            before = changes;
        }
        T read = reading.get();
        synchronized (this) {
            if (changes == before) known = read;
        }
        return read;
    }

    /// To be called after the commit of a change and before anybody is told of it.
    synchronized void forget() {
        changes++;
        known = null;
    }
}
