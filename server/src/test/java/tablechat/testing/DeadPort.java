package tablechat.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A port of this machine that refuses everybody, and that no other program gets as long as this is open: bound, but not listened at.
/// A server that is told to may listen there, go, and come back.
public final class DeadPort implements AutoCloseable {
    private final Socket holder = new Socket();

    public DeadPort() throws IOException {
        holder.setReuseAddress(true);
        holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int number() {
        return holder.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
