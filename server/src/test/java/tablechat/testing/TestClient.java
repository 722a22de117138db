package tablechat.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import tablechat.json.Json;
import tablechat.protocol.Nullable;

/// A client as a script would be one: sends commands and keeps every event in order. Waiting fails after a generous time, or as
/// soon as the socket is closed. [#send] and [#await] hand each event out once, so awaiting a type twice means two of them.
public final class TestClient implements AutoCloseable {
    /// What [#closed] says of a connection that went without a close frame.
    public static final int CUT = 1006;

    private static final int HANG_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Received> events = new ArrayList<>();
    private final BitSet handedOut = new BitSet();
    private final WebSocket socket;
    private int commands;
    private int closeCode;

    private TestClient(URI uri) throws InterruptedException {
        socket = done(http.newWebSocketBuilder().buildAsync(uri, new Ear()));
    }

    /// Opens a socket to this machine's server.
    public static TestClient at(int port) throws InterruptedException {
        return at(port, "");
    }

    /// @param query as after the question mark: `connection=sample&until=turn.finished`
    public static TestClient at(int port, String query) throws InterruptedException {
        return new TestClient(URI.create("ws://localhost:" + port + "/ws" + (query.isEmpty() ? "" : "?" + query)));
    }

    /// Sends a command, with an id if it has none, and waits for the reply to it, an `error` included.
    public Received send(Map<String, ?> command) throws InterruptedException {
        String id = post(command);
        return await("a reply to " + command, event -> id.equals(event.re()));
    }

    /// Sends a command without waiting.
    ///
    /// @return its id
    public String post(Map<String, ?> command) throws InterruptedException {
        var whole = new LinkedHashMap<String, Object>(command);
        whole.putIfAbsent("id", "command-" + ++commands);
        postText(Json.write(whole));
        return (String) whole.get("id");
    }

    /// Sends a text message as it is.
    public void postText(String text) throws InterruptedException {
        done(socket.sendText(text, true));
    }

    /// The next event of this type, waited for if it has not come yet.
    public Received await(String type) throws InterruptedException {
        return await(type, event -> event.type().equals(type));
    }

    /// @param what names the event where waiting for it fails
    public synchronized Received await(String what, Predicate<Received> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        int seen = 0;
        while (true) {
            for (; seen < events.size(); seen++) {
                if (handedOut.get(seen) || !wanted.test(events.get(seen))) continue;
                handedOut.set(seen);
                return events.get(seen);
            }
            waitUntil(deadline, what, closeCode != 0);
        }
    }

    /// Everything that came so far, in order.
    public synchronized List<Received> events() {
        return List.copyOf(events);
    }

    public List<Received> events(String type) {
        return events().stream().filter(event -> event.type().equals(type)).toList();
    }

    /// Waits until the server closes the socket.
    ///
    /// @return the close code, or [#CUT]
    public synchronized int closed() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        while (closeCode == 0) waitUntil(deadline, "the end", false);
        return closeCode;
    }

    /// Leaves without a word, as a killed browser does.
    @Override
    public void close() {
        // HttpClient.close() would wait for an open WebSocket.
        socket.abort();
        http.close();
    }

    private void waitUntil(long deadlineNanos, String what, boolean over) throws InterruptedException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (over || millis <= 0) {
            String why = over ? "closed with " + closeCode : "nothing more for a long time";
            throw new AssertionError("no %s: %s, after %s".formatted(what, why, events));
        }
        wait(millis);
    }

    private synchronized void heard(String text) {
        events.add(new Received(Json.readObject(text)));
        notifyAll();
    }

    private synchronized void ended(int code) {
        if (closeCode == 0) closeCode = code;
        notifyAll();
    }

    private static <T> T done(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get(HANG_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the socket failed", e);
        }
    }

    /// Called by the HTTP client's threads, one call at a time.
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            message.append(piece);
            if (last) {
                heard(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            ended(CUT);
        }
    }
}
