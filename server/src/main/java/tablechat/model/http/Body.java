package tablechat.model.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tablechat.protocol.Nullable;

/// A response's bytes on their way from the JDK's threads, which put them in, to the asking thread, which takes them out.
/// Only so many deliveries lie between the two, so a slow reader slows the provider and fills no memory; a delivery may be a
/// single event, and with one at a time each would cost two changes of threads. The JDK's own `InputStream` knows no limit on
/// waiting; this does.
final class Body implements BodySubscriber<Body>, AutoCloseable {
    /// Each of at most 16 KiB.
    private static final int DELIVERIES_MAX = 128;

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private @Nullable Subscription subscription;
    private boolean closed;

    private sealed interface Item {
        record Bytes(List<ByteBuffer> buffers) implements Item {}

        record End() implements Item {}

        record Failed() implements Item {}
    }

    /// Whether something came that was not taken yet.
    boolean holdsMore() {
        return !items.isEmpty();
    }

    /// The next bytes, or null at the end.
    ///
    /// @throws Broken nothing came within the limit, or the connection broke
    @Nullable List<ByteBuffer> take(Duration limit) throws InterruptedException {
        Item item = items.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        return switch (item) {
            case null -> throw new Broken(new Trouble.Silent(limit));
            case Item.Failed() -> throw new Broken(new Trouble.Cut());
            case Item.End() -> null;
            case Item.Bytes(var buffers) -> {
                more();
                yield buffers;
            }
        };
    }

    private synchronized void more() {
        if (subscription != null && !closed) subscription.request(1);
    }

    /// Gives up what has not come yet: the JDK then closes the connection, so the provider stops too.
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) subscription.cancel();
    }

    @Override
    public synchronized void onSubscribe(Subscription given) {
        subscription = given;
        if (closed) given.cancel();
        else given.request(DELIVERIES_MAX);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        items.add(new Item.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        items.add(new Item.Failed());
    }

    @Override
    public void onComplete() {
        items.add(new Item.End());
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }
}
