package tablechat.web;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Status;
import java.util.function.Supplier;

/// A connection's bytes on their way to Helidon's HTTP parser. Knows whether that waits for the client, and refuses a method in
/// lower case: the parser would take `get` for `GET` (methods are case-sensitive, RFC 9110, section 9.1). Where a request begins
/// is found by the empty line before it, since no request here has a body; after an upgrade it only passes bytes on.
final class RequestBytes implements Supplier<byte[]> {
    private static final Refusal LOWER_CASE =
            new Refusal(Status.METHOD_NOT_ALLOWED_405, "Methods are written in capitals: GET or HEAD.");

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final DataReader in;
    private int matched = HEAD_END.length;
    private boolean inMethod;
    private boolean upgraded;
    private volatile boolean waiting;

    RequestBytes(DataReader in) {
        this.in = in;
    }

    @Override
    public byte[] get() {
        waiting = true;
        try {
            in.ensureAvailable();
        } finally {
            waiting = false;
        }
        byte[] bytes = in.readBytes(in.available());
        if (!upgraded) inspect(bytes);
        return bytes;
    }

    /// Whether the client is waited for; any thread may ask.
    boolean waiting() {
        return waiting;
    }

    void upgraded() {
        upgraded = true;
    }

    private void inspect(byte[] bytes) {
        for (byte b : bytes) {
            boolean capital = b >= 'A' && b <= 'Z';
            boolean small = b >= 'a' && b <= 'z';
            boolean begins = matched == HEAD_END.length;
            // The first frame of a socket may come in the same segment as the request for it, and begins with no letter.
            if (begins) inMethod = capital || small;
            if (inMethod && small) throw LOWER_CASE.exception();
            if (b == ' ') inMethod = false;
            int expected = begins ? 0 : matched;
            matched = b == HEAD_END[expected] ? expected + 1 : b == '\r' ? 1 : 0;
        }
    }
}
