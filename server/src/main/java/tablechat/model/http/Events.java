package tablechat.model.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import tablechat.protocol.Nullable;

/// Cuts a response into server-sent events, as the
/// [HTML standard](https://html.spec.whatwg.org/multipage/server-sent-events.html) says: lines end in CR, LF or both.
/// Characters cut between two deliveries come out whole, since a line is decoded as one.
final class Events {
    private static final int LINE_BYTES_MAX = 1 << 20;
    private static final int EVENT_CHARACTERS_MAX = 4 << 20;
    private static final long STREAM_BYTES_MAX = 64L << 20;

    private final Body body;
    private final Limits limits;
    private final Runnable beforeWaiting;

    private Iterator<ByteBuffer> delivered = List.<ByteBuffer>of().iterator();
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private byte[] line = new byte[4096];
    private int length;
    private final long start = System.nanoTime();
    private long total;
    private boolean afterCr;

    /// @param beforeWaiting is run whenever all that came is read
    Events(Body body, Limits limits, Runnable beforeWaiting) {
        this.body = body;
        this.limits = limits;
        this.beforeWaiting = beforeWaiting;
    }

    /// The next event that has data, or null at the end of the stream; an event the stream ends in counts too.
    ///
    /// @throws Broken see [Body#take]; also when a line, an event or the whole exceeds its bound
    @Nullable ServerSentEvent next() throws InterruptedException {
        String name = null;
        StringBuilder data = null;
        for (String text = line(); text != null; text = line()) {
            if (text.isEmpty() && data != null) return new ServerSentEvent(name, data.toString());
            if (text.isEmpty()) name = null;
            if (text.startsWith("event:")) name = value(text, "event:");
            if (text.startsWith("data:")) data = joined(data, value(text, "data:"));
            if (text.startsWith("<")) throw new Broken(new Trouble.Garbled(true));
        }
        return data == null ? null : new ServerSentEvent(name, data.toString());
    }

    private static String value(String line, String field) {
        int from = field.length();
        return line.substring(line.startsWith(" ", from) ? from + 1 : from);
    }

    private static StringBuilder joined(@Nullable StringBuilder data, String more) {
        if (data == null) return new StringBuilder(more);
        if (data.length() + more.length() > EVENT_CHARACTERS_MAX) throw new Broken(new Trouble.Endless());
        return data.append('\n').append(more);
    }

    private @Nullable String line() throws InterruptedException {
        length = 0;
        while (fill()) {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                boolean secondOfPair = afterCr && next == '\n';
                afterCr = next == '\r';
                if (secondOfPair) continue;
                if (next == '\n' || next == '\r') return text();
                append(next);
            }
        }
        return length == 0 ? null : text();
    }

    private String text() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void append(byte next) {
        if (length == LINE_BYTES_MAX) throw new Broken(new Trouble.Endless());
        if (length == line.length) line = Arrays.copyOf(line, 2 * length);
        line[length++] = next;
    }

    private boolean fill() throws InterruptedException {
        while (!bytes.hasRemaining()) {
            if (delivered.hasNext()) {
                bytes = delivered.next();
                continue;
            }
            if (!body.holdsMore()) beforeWaiting.run();
            List<ByteBuffer> buffers = body.take(total == 0 ? limits.first() : limits.idle());
            if (buffers == null) return false;
            delivered = buffers.iterator();
            for (ByteBuffer buffer : buffers) total += buffer.remaining();
            boolean late = System.nanoTime() - start > limits.whole().toNanos();
            if (late || total > STREAM_BYTES_MAX) throw new Broken(new Trouble.Endless());
        }
        return true;
    }
}
