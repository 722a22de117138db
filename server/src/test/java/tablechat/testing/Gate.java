package tablechat.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Stands before a server of this machine and passes on what is said. While it is shut all connections break, and whoever comes is
/// sent away; its port stays its own.
public final class Gate implements AutoCloseable {
    private static final int NOBODY = -1;
    private static final int SHUT = 0;

    private static final int PIECE_BYTES = 8 * 1024;

    private int behind;
    private final AtomicLong passed = new AtomicLong();
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private Gate(int behind, ServerSocket door) {
        this.behind = behind;
        this.door = door;
    }

    public static Gate before(int behind) throws IOException {
        var gate = new Gate(behind, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(gate::letIn);
        return gate;
    }

    /// Lets everybody in and says nothing.
    public static Gate silent() throws IOException {
        return before(NOBODY);
    }

    public int port() {
        return door.getLocalPort();
    }

    public synchronized void shut() throws IOException {
        behind = SHUT;
        for (Socket socket : sockets) socket.close();
    }

    /// @param server its port, maybe another than before
    public synchronized void open(int server) {
        behind = server;
    }

    /// How many times something was said to the server so far.
    public long passed() {
        return passed.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        shut();
    }

    private void letIn() {
        try {
            while (true) {
                admit(door.accept());
            }
        } catch (IOException e) {
            if (!door.isClosed()) throw new UncheckedIOException(e);
        }
    }

    private synchronized void admit(Socket visitor) throws IOException {
        sockets.add(visitor);
        if (behind == NOBODY) return;
        try {
            if (behind == SHUT) throw new ConnectException("shut");
            var server = new Socket(InetAddress.getLoopbackAddress(), behind);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pass(visitor, server, true));
            Thread.ofVirtual().start(() -> pass(server, visitor, false));
        } catch (ConnectException e) {
            visitor.close();
        }
    }

    private void pass(Socket from, Socket to, boolean inwards) {
        var bytes = new byte[PIECE_BYTES];
        try (from; to; InputStream in = from.getInputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                to.getOutputStream().write(bytes, 0, read);
                if (inwards) passed.incrementAndGet();
            }
        } catch (IOException e) {
            // One of the two has gone; both are closed now.
            return;
        }
    }
}
