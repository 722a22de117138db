package tablechat.web;

import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsCloseException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The text of one message while its bytes come in, wherever they were cut.
/// Throws [WsCloseException] with 1007 as soon as the bytes cannot become UTF-8 any more.
final class Utf8 {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final StringBuilder text = new StringBuilder();
    private byte[] begun = {};

    static String decode(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        utf8.append(bytes);
        return utf8.end();
    }

    void append(byte[] bytes) {
        ByteBuffer in = begun.length == 0 ? ByteBuffer.wrap(bytes) : afterBegun(bytes);
        decode(in, false);
        begun = new byte[in.remaining()];
        in.get(begun);
    }

    String end() {
        decode(ByteBuffer.wrap(begun), true);
        return text.toString();
    }

    private ByteBuffer afterBegun(byte[] bytes) {
        return ByteBuffer.allocate(begun.length + bytes.length).put(begun).put(bytes).flip();
    }

    private void decode(ByteBuffer in, boolean last) {
        CharBuffer out = CharBuffer.allocate(in.remaining());
        if (decoder.decode(in, out, last).isError()) {
            throw new WsCloseException("text is not UTF-8", WsCloseCodes.NOT_CONSISTENT);
        }
        text.append(out.flip());
    }
}
