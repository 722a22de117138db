package tablechat.model.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import tablechat.protocol.Nullable;

/// Where exchanges come from, and what they share: connections that were used and may be used again. HTTP/1.1 and a connection
/// for each exchange at a time: every provider speaks it, and a provider that stalls holds up one answer only. Any thread may call.
public final class Http {
    private static final int SPARES_MAX = 16;
    /// Servers hang up on an idle client after 5 s (uvicorn, Node) to some minutes.
    private static final Duration SPARE_FOR = Duration.ofSeconds(30);

    private final Limits limits;
    private final Duration spareFor;
    /// The last used first.
    private final Deque<Line> spares = new ArrayDeque<>();

    public Http(Limits limits) {
        this(limits, SPARE_FOR);
    }

    Http(Limits limits, Duration spareFor) {
        this.limits = limits;
        this.spareFor = spareFor;
    }

    /// @param sent  makes the body that is sent of the one langchain4j gives
    /// @param read  makes the data langchain4j gets of an event's
    public Exchange exchange(UnaryOperator<String> sent, UnaryOperator<String> read, Permission permission) {
        return new Exchange(this, limits, sent, read, permission);
    }

    /// Loads what an exchange with this address needs, such as the machine's certificates; connects to nobody.
    public void prepare(String url) {
        if (Origin.of(URI.create(url)).secure()) Dial.certificates();
    }

    /// A connection that was used before and is still up; null when there is none.
    synchronized @Nullable Line spare(Origin origin) {
        for (Iterator<Line> each = spares.iterator(); each.hasNext(); ) {
            Line line = each.next();
            if (!line.origin().equals(origin)) continue;
            each.remove();
            if (isOfUse(line)) return line;
            line.close();
        }
        return null;
    }

    /// Takes back a connection whose answer was read to its end.
    synchronized void keep(Line line) {
        if (!isOfUse(line)) {
            line.close();
            return;
        }
        spares.addFirst(line);
        if (spares.size() > SPARES_MAX) spares.removeLast().close();
        CompletableFuture.delayedExecutor(spareFor.toNanos(), TimeUnit.NANOSECONDS).execute(this::tidy);
    }

    /// Hangs up where nobody asked any more, or the server hung up.
    private synchronized void tidy() {
        for (Line line : List.copyOf(spares)) {
            if (isOfUse(line)) continue;
            spares.remove(line);
            line.close();
        }
    }

    private boolean isOfUse(Line line) {
        return line.idleNanos() < spareFor.toNanos() && line.isUp();
    }
}
