package tablechat.web;

import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsCloseException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Why a socket ends (RFC 6455, section 7.4). Code 1005 stands for a close frame that names none, 1006 for an end without one.
record CloseFrame(int code, String reason) {
    static final CloseFrame VANISHED = new CloseFrame(WsCloseCodes.CLOSED_ABNORMALLY, "");

    /// Throws [WsCloseException] when no client may send this: 1002, or 1007 for a reason that is not UTF-8.
    static CloseFrame parse(byte[] payload) {
        if (payload.length == 0) return new CloseFrame(WsCloseCodes.NO_STATUS_CODE, "");
        if (payload.length == 1) throw new WsCloseException("close code is cut", WsCloseCodes.PROTOCOL_ERROR);
        int code = ByteBuffer.wrap(payload).getShort() & 0xffff;
        if (!mayBeSent(code)) throw new WsCloseException("no such close code", WsCloseCodes.PROTOCOL_ERROR);
        return new CloseFrame(code, Utf8.decode(Arrays.copyOfRange(payload, 2, payload.length)));
    }

    /// As much of the reason as a frame holds: 123 bytes.
    byte[] payload() {
        if (code == WsCloseCodes.NO_STATUS_CODE) return new byte[0];
        ByteBuffer payload = ByteBuffer.allocate(FrameHeader.CONTROL_BYTES_MAX).putShort((short) code);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(reason), payload, true);
        return Arrays.copyOf(payload.array(), payload.position());
    }

    private static boolean mayBeSent(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }
}
