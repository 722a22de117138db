package tablechat.web;

import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Listeners that do what the client's first word says, and keep how each socket ended.
final class Recorder implements Listeners {
    final BlockingQueue<CloseFrame> ends = new LinkedBlockingQueue<>();
    volatile Map<String, String> query = Map.of();

    /// How the next socket ended; waits for it.
    CloseFrame closed() throws InterruptedException {
        CloseFrame end = ends.poll(20, TimeUnit.SECONDS);
        if (end == null) throw new AssertionError("no socket ended");
        return end;
    }

    @Override
    public WsListener listener(Outbox outbox, Map<String, String> query) {
        this.query = query;
        return new WsListener() {
            @Override
            public void onMessage(WsSession session, String text, boolean last) {
                String rest = text.substring(text.indexOf(' ') + 1);
                switch (text.substring(0, Math.max(0, text.indexOf(' ')))) {
                    case "say" -> session.send(rest, true);
                    case "last" -> outbox.sendLast(bytes(rest));
                    case "fail" -> throw new IllegalStateException(rest);
                    default -> flood(outbox);
                }
            }

            @Override
            public void onClose(WsSession session, int status, String reason) {
                ends.add(new CloseFrame(status, reason));
            }
        };
    }

    private static void flood(Outbox outbox) {
        byte[] event = new byte[64 * 1024];
        while (!outbox.closed()) outbox.send(event);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
