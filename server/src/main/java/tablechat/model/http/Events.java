package tablechat.model.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /// What was delivered, from `from` to `to`.
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    /// A line that began in an earlier delivery.
    private byte[] begun = new byte[0];
    private int begunLength;
    private boolean afterCr;
    private final long start = System.nanoTime();
    private long total;

    Events(Body body, Limits limits) {
        this.body = body;
        this.limits = limits;
    }

    /// The next event that has data, or null at the end of the stream; an event the stream ends in counts too.
    ///
    /// @throws Broken see [Body#take]; also when a line, an event or the whole exceeds its bound
    @Nullable ServerSentEvent next() throws InterruptedException {
        String name = null;
        String first = null;
        StringBuilder data = null;
        for (String text = line(); text != null; text = line()) {
            if (text.isEmpty() && first != null) break;
            if (text.isEmpty()) name = null;
            if (text.startsWith("event:")) name = value(text, "event:");
            if (text.startsWith("data:")) {
                if (first == null) first = value(text, "data:");
                else data = joined(data == null ? new StringBuilder(first) : data, value(text, "data:"));
            }
            if (text.startsWith("<")) throw new Broken(new Trouble.Garbled(true));
        }
        return first == null ? null : new ServerSentEvent(name, data == null ? first : data.toString());
    }

    private static String value(String line, String field) {
        int from = field.length();
        return line.substring(line.startsWith(" ", from) ? from + 1 : from);
    }

    private static StringBuilder joined(StringBuilder data, String more) {
        if (data.length() + more.length() > EVENT_CHARACTERS_MAX) throw new Broken(new Trouble.Endless());
        return data.append('\n').append(more);
    }

    /// Null at the end of the stream.
    private @Nullable String line() throws InterruptedException {
        begunLength = 0;
        while (from < to || fill()) {
            if (afterCr && bytes[from] == '\n') from++;
            else if (from < to) {
                int end = end();
                String text = end < to ? text(end) : null;
                if (text == null) keep();
                else {
                    from = end + 1;
                    afterCr = bytes[end] == '\r';
                    return text;
                }
            }
            afterCr = false;
        }
        return begunLength == 0 ? null : text(from);
    }

    /// Where the first line end is; `to` when there is none.
    private int end() {
        int end = from;
        while (end < to && bytes[end] != '\n' && bytes[end] != '\r') end++;
        return end;
    }

    /// The line that ends here.
    private String text(int end) {
        if (begunLength == 0) return decoded(bytes, from, end - from);
        append(end);
        return decoded(begun, 0, begunLength);
    }

    private static String decoded(byte[] line, int from, int length) {
        String text = new String(line, from, length, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void keep() {
        append(to);
        from = to;
    }

    private void append(int end) {
        int length = begunLength + end - from;
        if (length > LINE_BYTES_MAX) throw new Broken(new Trouble.Endless());
        if (length > begun.length) begun = Arrays.copyOf(begun, Math.max(length, 2 * begun.length));
        System.arraycopy(bytes, from, begun, begunLength, end - from);
        begunLength = length;
    }

    private boolean fill() throws InterruptedException {
        ByteBuffer delivered = body.take(total == 0 ? limits.first() : limits.idle());
        if (delivered == null) return false;
        bytes = delivered.array();
        from = delivered.position();
        to = delivered.limit();
        total += to - from;
        boolean late = System.nanoTime() - start > limits.whole().toNanos();
        if (late || total > STREAM_BYTES_MAX) throw new Broken(new Trouble.Endless());
        return true;
    }
}
