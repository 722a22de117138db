package tablechat.web;

import java.nio.ByteBuffer;

/// A frame to be sent: never cut, never masked. The payload may be shared by many sockets and is not changed.
record Outgoing(Opcode opcode, byte[] payload) {
    private static final int LAST = 0x80;

    /// Header and payload.
    int bytes() {
        return headerBytes() + payload.length;
    }

    byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(headerBytes());
        writeHeader(header);
        return header.array();
    }

    void writeTo(ByteBuffer out) {
        writeHeader(out);
        out.put(payload);
    }

    private int headerBytes() {
        return payload.length < 126 ? 2 : payload.length <= 0xffff ? 4 : 10;
    }

    private void writeHeader(ByteBuffer out) {
        out.put((byte) (LAST | opcode.code()));
        if (payload.length < 126) {
            out.put((byte) payload.length);
        } else if (payload.length <= 0xffff) {
            out.put((byte) 126).putShort((short) payload.length);
        } else {
            out.put((byte) 127).putLong(payload.length);
        }
    }
}
