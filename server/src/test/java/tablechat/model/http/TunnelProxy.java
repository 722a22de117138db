package tablechat.model.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy that answers `CONNECT`, and leads everybody to the same port of this machine.
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int port;
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile boolean refuses;

    TunnelProxy(int port) {
        this.port = port;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            while (!in.readLine().isEmpty()) continue;
            asked.add(first.split(" ")[1]);
            String status = refuses ? "403 Forbidden" : "200 Connected";
            client.getOutputStream().write("HTTP/1.1 %s\r\n\r\n".formatted(status).getBytes(StandardCharsets.US_ASCII));
            if (refuses) return;
            try (var provider = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread.ofVirtual().start(() -> pass(provider, client));
                pass(client, provider);
            }
        } catch (IOException e) {
            return; // one of them has gone
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return; // one of them has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
