package tablechat.model.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers each request with the next bytes it was given, whatever they are.
final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final BlockingQueue<Said> answers = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    /// One permit for each connection that the client closed, or we did.
    final Semaphore ended = new Semaphore(0);

    /// @param bytewise each byte is sent by itself
    /// @param hangsUp  after that
    private record Said(String text, boolean bytewise, boolean hangsUp) {}

    RawServer() {
        this(listen());
    }

    RawServer(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    RawServer says(String text) {
        answers.add(new Said(text, false, false));
        return this;
    }

    RawServer saysBytewise(String text) {
        answers.add(new Said(text, true, false));
        return this;
    }

    RawServer saysAndHangsUp(String text) {
        answers.add(new Said(text, false, true));
        return this;
    }

    /// On all connections there are, unasked.
    void interject(String text) throws IOException {
        for (Socket socket : sockets) socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void hangUp() {
        try {
            for (Socket socket : sockets) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (String request = request(in); !request.isEmpty(); request = request(in)) {
                requests.add(request);
                Said said = answers.take();
                byte[] bytes = said.text.getBytes(StandardCharsets.UTF_8);
                if (said.bytewise) for (byte each : bytes) socket.getOutputStream().write(new byte[] {each});
                else socket.getOutputStream().write(bytes);
                if (said.hangsUp) return;
            }
        } catch (IOException | InterruptedException e) {
            // the client has gone
        } finally {
            ended.release();
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (!head.toString().endsWith("\r\n\r\n")) continue;
            String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
            return head + new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
