package tablechat.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands before a server of this machine and passes on what is said, until it is shut: then all connections break.
public final class Gate implements AutoCloseable {
    private final int behind;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private Gate(int behind, ServerSocket door) {
        this.behind = behind;
        this.door = door;
    }

    public static Gate before(int behind) throws IOException {
        return at(0, behind);
    }

    /// @param port of the gate, as that of one that was shut
    public static Gate at(int port, int behind) throws IOException {
        var gate = new Gate(behind, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(gate::letIn);
        return gate;
    }

    /// Lets everybody in and says nothing.
    public static Gate silent() throws IOException {
        return before(-1);
    }

    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) socket.close();
    }

    private void letIn() {
        try {
            while (true) {
                Socket visitor = door.accept();
                sockets.add(visitor);
                if (behind < 0) continue;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(visitor, server));
                Thread.ofVirtual().start(() -> pass(server, visitor));
            }
        } catch (IOException e) {
            if (!door.isClosed()) throw new UncheckedIOException(e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has gone; both are closed now.
            return;
        }
    }
}
