package tablechat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tablechat.json.Json;

/// The client of a [Training]: a WebSocket by hand, since all that this process loads goes into the cache, and the server needs none
/// of the JDK's HTTP client.
final class TrainingClient implements AutoCloseable {
    private static final int WAIT_MILLISECONDS = (int) Duration.ofSeconds(30).toMillis();
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int LAST_TEXT = 0x81;
    private static final int MASKED = 0x80;

    private final Socket socket;
    private final DataInputStream in;

    TrainingClient(int port) throws IOException {
        socket = connect(port);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        write("""
                GET /ws HTTP/1.1\r
                Host: localhost:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """.formatted(port));
        int end = 0;
        while (end != 0x0d0a0d0a) end = end << 8 | in.readUnsignedByte();
    }

    /// Loads a file of the page.
    static void load(int port, String path) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("""
                    GET %s HTTP/1.1\r
                    Host: localhost:%d\r
                    Connection: close\r
                    Accept-Encoding: gzip\r
                    \r
                    """.formatted(path, port).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 200 ")) throw new IOException(path + " is not there");
        }
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(WAIT_MILLISECONDS);
        return socket;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a command of less than 126 bytes and waits for an event of this type.
    String send(String command, String type) throws IOException {
        byte[] text = command.getBytes(StandardCharsets.UTF_8);
        var frame = new byte[text.length + 6];
        frame[0] = (byte) LAST_TEXT;
        frame[1] = (byte) (MASKED | text.length); // and a mask of zeros, which changes nothing
        System.arraycopy(text, 0, frame, 6, text.length);
        socket.getOutputStream().write(frame);
        return await(type);
    }

    String await(String type) throws IOException {
        for (String next = next(); ; next = next()) {
            if (next.startsWith("{\"type\":\"" + type + "\"")) return next;
            if (next.startsWith("{\"type\":\"error\"")) throw new IOException(next);
        }
    }

    private String next() throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == LENGTH_IN_TWO_BYTES) length = in.readUnsignedShort();
        else if (length == LENGTH_IN_EIGHT_BYTES) length = Math.toIntExact(in.readLong());
        var payload = new byte[length];
        in.readFully(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }

    void switchToNewest() throws IOException {
        var listed = Json.readObject(send("{\"type\":\"session.list\",\"id\":\"1\"}", "session.listed"));
        var newest = Json.object(Json.list(listed.get("sessions")).getFirst());
        send("{\"type\":\"session.switch\",\"id\":\"2\",\"session\":\"" + newest.get("id") + "\",\"limit\":500}", "session.switched");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
