package tablechat.model.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import tablechat.protocol.Nullable;

/// Opens connections. An interrupt ends it in each of its steps: looking up the name, connecting, and the TLS handshake.
record Dial(Duration limit) {

    /// @throws Broken there is no way to the server, or nobody who can prove to be it
    Line open(URI uri) throws InterruptedException {
        Origin origin = Origin.of(uri);
        @Nullable Socket socket = null;
        try {
            socket = connected(uri, origin);
            socket.setTcpNoDelay(true);
            return new Line(origin, socket, origin.secure() ? secured(socket, origin) : socket);
        } catch (IOException e) {
            Line.closeQuietly(socket);
            if (Thread.interrupted()) throw new InterruptedException();
            throw new Broken(new Trouble.Unreachable(reason(e)));
        }
    }

    /// Reads the machine's certificates, once.
    static SSLContext certificates() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /// Tries each of the host's addresses.
    private Socket connected(URI uri, Origin origin) throws IOException, InterruptedException {
        Proxy proxy = proxy(uri);
        if (proxy != Proxy.NO_PROXY) return connected(new Socket(proxy), InetSocketAddress.createUnresolved(origin.host(), origin.port()));
        IOException failure = new UnknownHostException();
        for (InetAddress address : addresses(origin.host())) {
            try {
                return connected(SocketChannel.open().socket(), new InetSocketAddress(address, origin.port()));
            } catch (IOException e) {
                failure = e;
            }
            if (Thread.interrupted()) throw new InterruptedException();
        }
        throw failure;
    }

    private Socket connected(Socket socket, InetSocketAddress address) throws IOException {
        try {
            socket.connect(address, millis());
            return socket;
        } catch (IOException e) {
            Line.closeQuietly(socket);
            throw e;
        }
    }

    /// As Java is told by its `https.proxyHost` and the like.
    private static Proxy proxy(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        Proxy first = selector == null ? Proxy.NO_PROXY : selector.select(uri).getFirst();
        return first.type() == Proxy.Type.DIRECT ? Proxy.NO_PROXY : first;
    }

    /// On another thread, since nothing ends the operating system's looking up.
    private InetAddress[] addresses(String host) throws IOException, InterruptedException {
        var lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofVirtual().name("look-up").start(lookup);
        try {
            return lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException();
        } catch (TimeoutException e) {
            throw new SocketTimeoutException();
        }
    }

    private Socket secured(Socket socket, Origin origin) throws IOException {
        var secured = (SSLSocket) certificates().getSocketFactory().createSocket(socket, origin.host(), origin.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        // A handshake is many reads, and only each of them could be given a limit.
        var watch = new Watch(socket, limit);
        try (watch) {
            secured.startHandshake();
            return secured;
        } catch (IOException e) {
            throw watch.late() ? new SocketTimeoutException() : e;
        }
    }

    private int millis() {
        return Math.toIntExact(limit.toMillis());
    }

    private static Trouble.Reason reason(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException e -> Trouble.Reason.TIMEOUT;
            case UnknownHostException e -> Trouble.Reason.UNKNOWN_HOST;
            case ConnectException e -> Trouble.Reason.REFUSED;
            case SSLException e -> Trouble.Reason.CERTIFICATE;
            default -> Trouble.Reason.OTHER;
        };
    }
}
