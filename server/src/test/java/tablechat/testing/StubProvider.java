package tablechat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A provider on a port of this machine that speaks as OpenAI, Anthropic and Gemini do, with every fault a network has. It
/// answers the requests in their order with the [Answer]s given, and with status 599 when none is left; only what is read, not
/// asked, gets the same each time: Ollama's list of models.
public final class StubProvider implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Answer tags = Answer.status(404, "", Map.of());
    private final Semaphore left = new Semaphore(0);
    private final AtomicInteger connections = new AtomicInteger();

    /// A request as it came; header names are in lower case.
    public record Seen(String path, Map<String, String> headers, Map<String, Object> body) {}

    public StubProvider() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.add(Thread.ofVirtual().name("stub-provider").start(this::accept));
    }

    /// The address for `OPENAI_BASE_URL` and its like.
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    public StubProvider answers(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /// Forgets the answers that are left and the requests that came.
    ///
    /// @return how many these were
    public int forgetting() {
        answers.clear();
        int requests = seen.size();
        seen.clear();
        return requests;
    }

    /// Is an Ollama with these models.
    public StubProvider has(String... models) {
        String list = Stream.of(models)
                .map("""
                        {"name":"%s","model":"%1$s","size":1,"details":{"family":"llama","families":null}}"""::formatted)
                .collect(Collectors.joining(","));
        return reads(Answer.status(200, "{\"models\":[" + list + "]}", Map.of("Content-Type", "application/json")));
    }

    /// What is answered to a GET.
    public StubProvider reads(Answer answer) {
        tags = answer;
        return this;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /// How many connections were ever opened.
    public int connections() {
        return connections.get();
    }

    /// Whether a client left, or leaves within that time, before its answer was whole.
    public boolean isLeftWithin(Duration limit) throws InterruptedException {
        return left.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                threads.add(Thread.ofVirtual().start(() -> serve(socket)));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var line = new StubLine(socket);
            for (Seen request = line.read(); request != null; request = line.read()) {
                if (request.path().equals("/api/tags")) {
                    line.write(tags, Dialect.of(request.path()));
                    continue;
                }
                seen.add(request);
                Answer answer = answers.poll();
                if (answer == null) answer = Answer.status(599, "", Map.of());
                if (!line.write(answer, Dialect.of(request.path()))) return;
            }
        } catch (StubLine.ClientLeft e) {
            left.release();
        } catch (IOException e) {
            // a connection nobody uses any more
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) socket.close();
            for (Thread thread : threads) thread.join(Duration.ofSeconds(5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
