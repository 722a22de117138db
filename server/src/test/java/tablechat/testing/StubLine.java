package tablechat.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tablechat.json.Json;
import tablechat.testing.StubProvider.Seen;

/// One connection of a [StubProvider]: HTTP/1.1 by hand, so that it can be broken anywhere.
final class StubLine {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /// The client closed the connection before its answer was whole.
    static final class ClientLeft extends IOException {
        private static final long serialVersionUID = 1;
    }

    StubLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// The next request, or null when the client has no more.
    Seen read() throws IOException {
        socket.setSoTimeout(0);
        String first = line();
        if (first.isEmpty()) return null;
        var headers = new LinkedHashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        Map<String, Object> json = body.length == 0 ? Map.of() : Json.readObject(new String(body, StandardCharsets.UTF_8));
        return new Seen(first.split(" ")[1], headers, json);
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) if (next != '\r') bytes.write(next);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Returns false when the connection is of no use after it.
    boolean write(Answer answer, Dialect dialect) throws IOException {
        if (answer.silence() != null) waitFor(answer.silence());
        if (answer.isNone()) return false;
        if (answer.body() != null) return writeBody(answer);
        send(head(answer) + "Transfer-Encoding: chunked\r\n\r\n");
        chunk(dialect.opening(), answer);
        for (Step step : answer.steps()) {
            switch (step) {
                case Step.Wait(var time) -> waitFor(time);
                case Step.Stall() -> waitFor(Duration.ZERO);
                case Step.Until(var over, var text) -> {
                    while (!over.getAsBoolean()) {
                        chunk(dialect.write(new Step.Text(text)), answer);
                        if (answer.between() != null) waitFor(answer.between());
                    }
                }
                case Step.Cut() -> {
                    return false;
                }
                case Step.Reset() -> {
                    socket.setSoLinger(true, 0);
                    return false;
                }
                default -> chunk(dialect.write(step), answer);
            }
            if (answer.between() != null) waitFor(answer.between());
        }
        send("0\r\n\r\n");
        return true;
    }

    private boolean writeBody(Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        send(head(answer) + "Content-Length: " + body.length + "\r\n\r\n" + answer.body());
        return true;
    }

    private static String head(Answer answer) {
        var head = new StringBuilder("HTTP/1.1 " + answer.status() + " Stub\r\n");
        answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    private void chunk(String events, Answer answer) throws IOException {
        String text = answer.crlf() ? events.replace("\n", "\r\n") : events;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) return;
        if (answer.bytewise() == null) {
            send(Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
            return;
        }
        for (byte next : bytes) {
            send(new byte[] {'1', '\r', '\n', next, '\r', '\n'});
            waitFor(answer.bytewise());
        }
    }

    private void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new ClientLeft();
        }
    }

    /// Sleeps and notices meanwhile when the client leaves; zero means for ever.
    private void waitFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            in.read();
        } catch (SocketTimeoutException e) {
            return;
        } catch (IOException e) {
            throw new ClientLeft();
        }
        throw new ClientLeft();
    }
}
