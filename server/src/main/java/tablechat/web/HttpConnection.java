package tablechat.web;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;

/// Helidon's HTTP/1.1 connection, ended also when it is idle in the middle of a request's head: Helidon interrupts only one that
/// waits for a request to begin, so that a client sending its headers byte by byte could stay for ever.
final class HttpConnection implements ServerConnection, InterruptableTask<Void> {
    private final RequestBytes bytes;
    private final ServerConnection connection;

    HttpConnection(ServerConnectionSelector helidon, ConnectionContext context) {
        this.bytes = new RequestBytes(context.dataReader());
        this.connection = helidon.connection(new Watched(context, new DataReader(bytes), bytes::upgraded));
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        connection.handle(limit);
    }

    @Override
    public Duration idleTime() {
        return connection.idleTime();
    }

    /// An answer that is being sent is let finish, unless told to interrupt.
    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt || bytes.waiting());
    }

    @Override
    public boolean canInterrupt() {
        return bytes.waiting() || connection instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}
