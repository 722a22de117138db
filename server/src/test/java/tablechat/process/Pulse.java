package tablechat.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tablechat.web.RawClient;

/// A client that pings again and again, on a thread of its own, and takes the time of each.
final class Pulse implements AutoCloseable {
    private static final byte[] PING = RawClient.frame(0x81, "{\"type\":\"ping\",\"id\":\"p\"}");

    private final RawClient client;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean over;
    private volatile IOException failure;

    /// @param pauseMillis between an answer and the next ping
    Pulse(int port, int pauseMillis) throws IOException {
        client = RawClient.socket(port, "");
        thread = Thread.ofVirtual().start(() -> beat(pauseMillis));
    }

    private void beat(int pauseMillis) {
        try {
            do {
                long start = System.nanoTime();
                client.send(PING);
                while (!client.read(RawClient.TEXT).text().startsWith("{\"type\":\"pong\"")) continue;
                nanos.add(System.nanoTime() - start);
                Thread.sleep(pauseMillis);
            } while (!over);
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends it. All that it took, in milliseconds, in no order.
    List<Double> milliseconds() throws IOException, InterruptedException {
        over = true;
        thread.join();
        if (failure != null) throw failure;
        return nanos.stream().map(each -> each / 1e6).toList();
    }

    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Override
    public void close() throws IOException {
        over = true;
        client.close();
    }
}
