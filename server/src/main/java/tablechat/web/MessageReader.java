package tablechat.web;

import io.helidon.common.buffers.DataReader;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsCloseException;
import tablechat.chat.Socket;
import tablechat.protocol.Nullable;

/// Puts a client's frames together to whole messages. One thread reads; any may ask when the client was last heard.
/// Memory follows the bytes that came, not the length that was announced.
final class MessageReader {
    static final int MESSAGE_BYTES_MAX = Socket.MESSAGE_BYTES_MAX;
    private static final int CHUNK_BYTES_MAX = 16 * 1024;

    private final DataReader in;
    private @Nullable Utf8 unfinished;
    private int unfinishedBytes;
    private volatile long heardNanos = System.nanoTime();

    MessageReader(DataReader in) {
        this.in = in;
    }

    /// When the last bytes came, as [System#nanoTime].
    long heardNanos() {
        return heardNanos;
    }

    /// Blocks until there is one. Throws [WsCloseException] with the code to close with when the client broke the rules.
    Incoming next() {
        while (true) {
            FrameHeader header = FrameHeader.read(in);
            heardNanos = System.nanoTime();
            switch (header.opcode()) {
                case PING -> {
                    return new Incoming.Ping(control(header));
                }
                case PONG -> {
                    return new Incoming.Pong(control(header));
                }
                case CLOSE -> {
                    return new Incoming.Close(CloseFrame.parse(control(header)));
                }
                case TEXT, BINARY, CONTINUATION -> {
                    Utf8 text = begunOrContinued(header);
                    append(header, text);
                    if (header.last()) return end(text);
                }
            }
        }
    }

    private byte[] control(FrameHeader header) {
        return header.length() == 0 ? new byte[0] : unmask(in.readBytes((int) header.length()), header.mask(), 0);
    }

    private Utf8 begunOrContinued(FrameHeader header) {
        boolean continues = header.opcode() == Opcode.CONTINUATION;
        if (continues != (unfinished != null)) {
            throw new WsCloseException(
                    continues ? "nothing to continue" : "message inside a message", WsCloseCodes.PROTOCOL_ERROR);
        }
        if (header.opcode() == Opcode.BINARY) {
            throw new WsCloseException("only text is understood here", WsCloseCodes.CANNOT_ACCEPT);
        }
        if (header.length() > MESSAGE_BYTES_MAX - unfinishedBytes) {
            throw new WsCloseException("a message may have at most 1 MiB", WsCloseCodes.TOO_BIG);
        }
        if (unfinished == null) unfinished = new Utf8();
        return unfinished;
    }

    private void append(FrameHeader header, Utf8 text) {
        int length = (int) header.length();
        for (int read = 0; read < length; ) {
            in.ensureAvailable();
            byte[] chunk = in.readBytes(Math.min(Math.min(in.available(), CHUNK_BYTES_MAX), length - read));
            heardNanos = System.nanoTime();
            text.append(unmask(chunk, header.mask(), read));
            read += chunk.length;
        }
        unfinishedBytes += length;
    }

    private Incoming.Text end(Utf8 text) {
        unfinished = null;
        unfinishedBytes = 0;
        return new Incoming.Text(text.end());
    }

    private static byte[] unmask(byte[] bytes, int mask, int offset) {
        for (int i = 0; i < bytes.length; i++) bytes[i] ^= (byte) (mask >> (3 - (offset + i & 3) << 3));
        return bytes;
    }
}
