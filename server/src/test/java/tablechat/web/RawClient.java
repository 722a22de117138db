package tablechat.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tablechat.protocol.Nullable;

/// A client that can be as wrong as a test wants it. Waits at most 20 s for anything.
public final class RawClient implements AutoCloseable {
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    private static final int HANG_MILLISECONDS = 20_000;
    private static final int QUIET_MILLISECONDS = 200;
    private static final byte[] MASK = {0x5a, (byte) 0xc3, 0x11, 0x7e};

    private final Socket socket;
    private final DataInputStream in;

    /// A frame of the server.
    public record Frame(int opcode, boolean last, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        public int closeCode() {
            return opcode == CLOSE ? ByteBuffer.wrap(payload).getShort() & 0xffff : -1;
        }

        public String closeReason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    public RawClient(int port) throws IOException {
        this(port, 0);
    }

    /// @param room for what comes and is not read yet, in bytes; 0 for as much as is usual
    public RawClient(int port, int room) throws IOException {
        socket = new Socket();
        if (room > 0) socket.setReceiveBufferSize(room);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(HANG_MILLISECONDS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    public static RawClient socket(int port, String query) throws IOException {
        return socket(port, query, 0);
    }

    public static RawClient socket(int port, String query, int room) throws IOException {
        RawClient client = new RawClient(port, room);
        String head = client.exchange(upgrade(port, query));
        if (!head.startsWith("HTTP/1.1 101")) throw new IOException(head);
        return client;
    }

    public static String upgrade(int port, String query, String... headers) {
        return "GET /ws" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + lines(headers) + "\r\n";
    }

    public static String request(String method, String path, int port, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + lines(headers) + "\r\n";
    }

    /// A masked frame; `first` is its first byte, as in `0x81` for a whole text.
    public static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xffff) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) frame.put((byte) (payload[i] ^ MASK[i % 4]));
        return Arrays.copyOf(frame.array(), frame.position());
    }

    public static byte[] frame(int first, String text) {
        return frame(first, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] close(int code) {
        return frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    public void send(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.write(part);
        socket.getOutputStream().write(all.toByteArray());
    }

    /// Sends a request and returns the head of the answer.
    public String exchange(String request) throws IOException {
        send(request.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.readUnsignedByte());
        return head.toString();
    }

    /// Everything until the server ends the connection.
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Null when the server ended the connection.
    public @Nullable Frame read() throws IOException {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) length = in.readUnsignedShort();
            else if (length == 127) length = Math.toIntExact(in.readLong());
            return new Frame(first & 0x0f, (first & 0x80) != 0, in.readNBytes(length));
        } catch (EOFException | SocketException ended) {
            return null;
        }
    }

    /// The next frame of a kind, whatever comes before it; null when the server ended the connection first.
    public @Nullable Frame read(int opcode) throws IOException {
        Frame frame = read();
        while (frame != null && frame.opcode() != opcode) frame = read();
        return frame;
    }

    /// Reads up to so many bytes, wherever that is in a frame; fewer when for a moment no more come.
    public void skip(int bytes) throws IOException {
        socket.setSoTimeout(QUIET_MILLISECONDS);
        try {
            for (int i = 0; i < bytes && in.read() >= 0; i++) continue;
        } catch (SocketTimeoutException quiet) {
            return;
        } finally {
            socket.setSoTimeout(HANG_MILLISECONDS);
        }
    }

    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) lines.append(header).append("\r\n");
        return lines.toString();
    }
}
