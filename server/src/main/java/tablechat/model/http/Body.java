package tablechat.model.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// The bytes of a response, taken out of what the line brings: in chunks, of a known length, or all until the line ends
/// ([RFC 9112](https://www.rfc-editor.org/rfc/rfc9112#section-6.3)). They are read where they came to lie, and copied by nobody.
final class Body {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int CHUNK_DIGITS_MAX = 15;
    private static final int EXTRA_BYTES_MAX = 1024;
    private static final int TRAILERS_MAX = 100;
    private static final int HEX = 16;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Line line;
    private final Framing framing;
    /// Of the chunk, or of the whole.
    private long left;
    private boolean firstChunk = true;
    private boolean ended;

    private enum Framing {
        CHUNKED,
        LENGTH,
        UNTIL_THE_END
    }

    /// @throws Broken the head does not say how long it is, or says two things
    Body(Line line, Head head) {
        this.line = line;
        String coding = head.value("Transfer-Encoding");
        String length = head.value("Content-Length").replaceAll("^(\\d+)(,\\1)+$", "$1");
        if (!coding.isEmpty() && !coding.equals("chunked")) throw new Broken(new Trouble.Garbled(false));
        if (coding.isEmpty() && !length.isEmpty() && !LENGTH.matcher(length).matches()) throw new Broken(new Trouble.Garbled(false));
        framing = !coding.isEmpty() ? Framing.CHUNKED : length.isEmpty() ? Framing.UNTIL_THE_END : Framing.LENGTH;
        left = framing == Framing.LENGTH ? Long.parseLong(length) : 0;
        boolean none = head.status() == NO_CONTENT || head.status() == NOT_MODIFIED;
        ended = none || framing == Framing.LENGTH && left == 0;
    }

    /// The next bytes, to be read before the next call; null at the end.
    ///
    /// @throws Broken nothing came within the limit, the connection broke, or the end came too early
    @Nullable ByteBuffer take(Duration limit) throws InterruptedException {
        if (!ended && framing == Framing.CHUNKED && left == 0) nextChunk(limit);
        if (ended) return null;
        ByteBuffer bytes = line.peek(framing == Framing.UNTIL_THE_END ? Long.MAX_VALUE : left, limit);
        if (bytes == null && framing != Framing.UNTIL_THE_END) throw new Broken(new Trouble.Cut());
        ended = bytes == null;
        if (ended) return null;
        line.took(bytes.remaining());
        left -= bytes.remaining();
        ended = framing == Framing.LENGTH && left == 0;
        return bytes;
    }

    /// Whether all of it was taken, and its end did not end the line.
    boolean isWhole() {
        return ended && framing != Framing.UNTIL_THE_END;
    }

    private void nextChunk(Duration limit) throws InterruptedException {
        if (!firstChunk && rest(line.read(limit), limit) > 0) throw new Broken(new Trouble.Garbled(false));
        firstChunk = false;
        left = size(limit);
        if (left > 0) return;
        for (int i = 0; rest(line.read(limit), limit) > 0; i++) {
            if (i == TRAILERS_MAX) throw new Broken(new Trouble.Garbled(false));
        }
        ended = true;
    }

    /// Reads a line that begins with a number in hexadecimal digits; what may follow it says nothing to us.
    private long size(Duration limit) throws InterruptedException {
        long size = 0;
        int next = line.read(limit);
        for (int digits = 0; ; digits++) {
            if (next < 0) throw new Broken(new Trouble.Cut());
            int digit = Character.digit(next, HEX);
            if (digit < 0 && digits > 0) break;
            if (digit < 0 || digits == CHUNK_DIGITS_MAX) throw new Broken(new Trouble.Garbled(false));
            size = size * HEX + digit;
            next = line.read(limit);
        }
        if (" \t;\r\n".indexOf(next) < 0) throw new Broken(new Trouble.Garbled(false));
        rest(next, limit);
        return size;
    }

    /// Reads on to the end of a line.
    ///
    /// @return how long it was, without its end
    private int rest(int first, Duration limit) throws InterruptedException {
        int length = 0;
        for (int next = first; next != '\n'; next = line.read(limit)) {
            if (next < 0) throw new Broken(new Trouble.Cut());
            if (next != '\r' && ++length > EXTRA_BYTES_MAX) throw new Broken(new Trouble.Garbled(false));
        }
        return length;
    }
}
