package tablechat.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tablechat.json.Json;

/// A WebSocket client that looks at no more of an event than its type, so that what is measured is the server. Used by one thread.
final class LightClient implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int HANG_MILLISECONDS = 30_000;
    private static final String HANDSHAKE = """
            GET /ws HTTP/1.1\r
            Host: localhost:%d\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            \r
            """;

    private final Socket socket;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;

    private int frame;
    private int length;

    /// Returns when the server has accepted the WebSocket.
    LightClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(HANG_MILLISECONDS);
        socket.getOutputStream().write(HANDSHAKE.formatted(port).getBytes(StandardCharsets.US_ASCII));
        skipHead();
    }

    /// Sends a command and waits for an event of that type.
    String send(Map<String, ?> command, String type) throws IOException {
        send(command);
        return await(type);
    }

    void send(Map<String, ?> command) throws IOException {
        byte[] json = Json.bytes(command);
        ByteBuffer out = ByteBuffer.allocate(json.length + 8).put((byte) 0x81);
        if (json.length < 126) out.put((byte) (0x80 | json.length));
        else out.put((byte) (0x80 | 126)).putShort((short) json.length);
        out.putInt(0).put(json); // a mask of zeros changes nothing
        socket.getOutputStream().write(out.array(), 0, out.position());
    }

    /// Skips to the next event of this type.
    String await(String type) throws IOException {
        byte[] start = start(type);
        do next(); while (!starts(start));
        return new String(buffer, frame, length, StandardCharsets.UTF_8);
    }

    /// Counts the tokens until the turn is finished.
    int tokens() throws IOException {
        byte[] token = start("token");
        byte[] end = start("turn.finished");
        int tokens = 0;
        for (next(); !starts(end); next()) if (starts(token)) tokens++;
        return tokens;
    }

    private static byte[] start(String type) {
        return ("{\"type\":\"" + type + "\"").getBytes(StandardCharsets.US_ASCII);
    }

    private boolean starts(byte[] with) {
        return length >= with.length && Arrays.equals(buffer, frame, frame + with.length, with, 0, with.length);
    }

    /// Reads a whole frame; it stays where it is in the buffer until the next one is read.
    private void next() throws IOException {
        ensure(2);
        int announced = buffer[from + 1] & 0x7f;
        int header = announced < 126 ? 2 : announced == 126 ? 4 : 10;
        ensure(header);
        length = switch (header) {
            case 2 -> announced;
            case 4 -> ByteBuffer.wrap(buffer).getShort(from + 2) & 0xffff;
            default -> (int) ByteBuffer.wrap(buffer).getLong(from + 2);
        };
        from += header;
        ensure(length);
        frame = from;
        from += length;
    }

    private void ensure(int bytes) throws IOException {
        if (to - from >= bytes) return;
        byte[] room = bytes > buffer.length ? new byte[2 * bytes] : buffer;
        System.arraycopy(buffer, from, room, 0, to - from);
        buffer = room;
        to -= from;
        from = 0;
        while (to < bytes) {
            int read = socket.getInputStream().read(buffer, to, buffer.length - to);
            if (read < 0) throw new EOFException("the server closed the socket");
            to += read;
        }
    }

    private void skipHead() throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        int end = 0;
        while (end != 0x0d0a0d0a) end = end << 8 | in.readUnsignedByte();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
