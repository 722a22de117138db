package tablechat.web;

import io.helidon.common.buffers.DataReader;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsCloseException;

/// The first bytes of a client's frame (RFC 6455, section 5.2), checked for all that can be wrong in them alone.
/// `length` is what the client announced, in bytes, and may be far more than ever comes.
record FrameHeader(boolean last, Opcode opcode, long length, int mask) {
    static final int CONTROL_BYTES_MAX = 125;

    /// Blocks until the header is there. Throws [WsCloseException] with 1002 when no client may send it.
    static FrameHeader read(DataReader in) {
        int first = in.read();
        int second = in.read();
        boolean last = (first & 0x80) != 0;
        if ((first & 0x70) != 0) throw broken("reserved bit set");
        Opcode opcode = Opcode.of(first & 0x0f);
        if ((second & 0x80) == 0) throw broken("frame is not masked");
        int shortLength = second & 0x7f;
        if (opcode.control() && (!last || shortLength > CONTROL_BYTES_MAX)) throw broken("control frame is cut or too long");
        return new FrameHeader(last, opcode, length(in, shortLength), (int) number(in, 4));
    }

    private static long length(DataReader in, int shortLength) {
        return switch (shortLength) {
            case 126 -> longForm(number(in, 2), CONTROL_BYTES_MAX + 1);
            case 127 -> longForm(number(in, 8), 0x10000);
            default -> shortLength;
        };
    }

    private static long longForm(long length, int lengthMin) {
        if (length < lengthMin) throw broken("length is negative or not in its shortest form");
        return length;
    }

    private static long number(DataReader in, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) number = number << 8 | in.read() & 0xff;
        return number;
    }

    private static WsCloseException broken(String why) {
        return new WsCloseException(why, WsCloseCodes.PROTOCOL_ERROR);
    }
}
