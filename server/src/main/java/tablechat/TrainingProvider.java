package tablechat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A provider as OpenAI is one, on a port of this machine, for a [Training]: it runs a query, then gives an answer of many pieces.
final class TrainingProvider implements AutoCloseable {
    private static final int WORDS = 400;
    private static final int BACKLOG = 50;

    private static final String CALL = """
            {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function",\
            "function":{"name":"run_query","arguments":"{\\"sql\\":\\"select * from products limit 5\\"}"}}]}}]}""";
    private static final String WORD = """
            {"id":"1","object":"chat.completion.chunk","created":1,"model":"training",\
            "choices":[{"index":0,"delta":{"content":"word "},"finish_reason":null}]}""";
    private static final String END = """
            {"choices":[{"index":0,"delta":{},"finish_reason":"%s"}],\
            "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""";

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());

    TrainingProvider() throws IOException {
        Thread.ofVirtual().name("training-provider").start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String first = in.readLine(); first != null; first = in.readLine()) answer(socket, body(in));
        } catch (IOException e) {
            // nobody needs this connection any more
        }
    }

    private static String body(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) length = Integer.parseInt(line.substring(15).strip());
        }
        var body = new char[length];
        for (int read = 0; read < length; ) read += Math.max(0, in.read(body, read, length - read));
        return new String(body);
    }

    private static void answer(Socket socket, String question) throws IOException {
        boolean calls = question.contains("run_query") && !question.contains("tool_call_id");
        chunk(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < (calls ? 1 : WORDS); i++) event(socket, calls ? CALL : WORD);
        event(socket, END.formatted(calls ? "tool_calls" : "stop"));
        event(socket, "[DONE]");
        chunk(socket, "0\r\n\r\n");
    }

    private static void event(Socket socket, String data) throws IOException {
        String event = "data: " + data + "\n\n";
        chunk(socket, Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
    }

    private static void chunk(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
