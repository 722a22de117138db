package tablechat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tablechat.json.Json;
import tablechat.protocol.Nullable;

/// The client of a [Training].
final class TrainingClient implements WebSocket.Listener, AutoCloseable {
    private static final int WAIT_SECONDS = 30;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final StringBuilder event = new StringBuilder();
    private @Nullable WebSocket socket;

    static TrainingClient at(int port, HttpClient http) {
        var client = new TrainingClient();
        client.socket = http.newWebSocketBuilder().buildAsync(URI.create("ws://localhost:" + port + "/ws"), client).join();
        return client;
    }

    /// Sends a command and waits for an event of this type.
    String send(String command, String type) throws InterruptedException, TimeoutException {
        socket.sendText(command, true).join();
        return await(type);
    }

    String await(String type) throws InterruptedException, TimeoutException {
        for (String next = next(type); ; next = next(type)) {
            if (next.startsWith("{\"type\":\"" + type + "\"")) return next;
            if (next.startsWith("{\"type\":\"error\"")) throw new TimeoutException(next);
        }
    }

    private String next(String type) throws InterruptedException, TimeoutException {
        String next = events.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) throw new TimeoutException("no " + type);
        return next;
    }

    void switchToNewest() throws InterruptedException, TimeoutException {
        var listed = Json.readObject(send("{\"type\":\"session.list\",\"id\":\"1\"}", "session.listed"));
        var newest = Json.object(Json.list(listed.get("sessions")).getFirst());
        send("{\"type\":\"session.switch\",\"id\":\"2\",\"session\":\"" + newest.get("id") + "\"}", "session.switched");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
        event.append(piece);
        if (last) {
            events.add(event.toString());
            event.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        socket.abort();
    }
}
