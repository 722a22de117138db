package tablechat.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A provider as OpenAI is one that costs next to nothing itself: it writes as many tokens, and as fast, as the last user message
/// asks for (see [#question]). For one question at a time it knows how long it took itself to the first token.
final class Provider implements AutoCloseable {
    private static final Pattern QUESTION = Pattern.compile("Write (\\d+) tokens, one every (\\d+) ms");
    private static final int BACKLOG = 500;
    private static final int WRITE_BYTES = 16 * 1024;
    private static final byte[] HEAD = bytes("""
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Transfer-Encoding: chunked\r
            \r
            """);
    private static final byte[] TOKEN = chunk("""
            {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"bench",\
            "choices":[{"index":0,"delta":{"content":"token "},"finish_reason":null}]}""");
    private static final byte[] END = concat(
            chunk("""
                    {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],\
                    "usage":{"prompt_tokens":10,"completion_tokens":10,"total_tokens":20}}"""),
            chunk("[DONE]"),
            bytes("0\r\n\r\n"));

    private final ServerSocket server;
    private volatile long ownNanos;

    Provider() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("provider").start(this::accept);
    }

    /// The message that has it write so many tokens, all at once when `everyMs` is 0.
    static String question(int tokens, int everyMs) {
        return "Write %d tokens, one every %d ms".formatted(tokens, everyMs);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    /// How long the last answer's first token took here, from the whole question to the written token.
    long ownNanos() {
        return ownNanos;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream(), WRITE_BYTES);
            var out = socket.getOutputStream();
            for (String body = body(in); body != null; body = body(in)) answer(body, out);
        } catch (IOException e) {
            // a connection nobody uses any more
        }
    }

    private void answer(String body, OutputStream out) throws IOException {
        long asked = System.nanoTime();
        MatchResult question = QUESTION.matcher(body).results().reduce((_, last) -> last).orElseThrow();
        int tokens = Integer.parseInt(question.group(1));
        int everyMs = Integer.parseInt(question.group(2));
        out.write(concat(HEAD, TOKEN));
        ownNanos = System.nanoTime() - asked;
        if (everyMs == 0) writeAtOnce(tokens - 1, out);
        else writePaced(tokens - 1, everyMs, out);
        out.write(END);
    }

    private static void writeAtOnce(int tokens, OutputStream out) throws IOException {
        var joined = new ByteArrayOutputStream(WRITE_BYTES + TOKEN.length);
        for (int i = 0; i < tokens; i++) {
            joined.write(TOKEN);
            if (joined.size() < WRITE_BYTES && i < tokens - 1) continue;
            joined.writeTo(out);
            joined.reset();
        }
    }

    private static void writePaced(int tokens, int everyMs, OutputStream out) throws IOException {
        long next = System.nanoTime();
        for (int i = 0; i < tokens; i++) {
            next += everyMs * 1_000_000L;
            LockSupport.parkNanos(next - System.nanoTime());
            out.write(TOKEN);
        }
    }

    /// The next request's body; null when the client has no more.
    private static String body(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line.isEmpty()) return null;
        for (; !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) length = Integer.parseInt(line.substring(15).strip());
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) if (next != '\r') line.append((char) next);
        return line.toString();
    }

    private static byte[] chunk(String data) {
        String event = "data: " + data + "\n\n";
        return bytes(Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) whole.writeBytes(part);
        return whole.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
