package tablechat.model.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tablechat.protocol.Nullable;

/// A connection to a server, read and written by the thread that asks. An interrupt of that thread closes it, whatever it waits
/// for; that needs a virtual thread, or no proxy in between. Used by one thread at a time.
final class Line implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Origin origin;
    private final Socket plain;
    private final Socket socket;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private boolean heard;
    private long usedNanos = System.nanoTime();
    private Pace pace = new Pace();
    private BooleanSupplier beforeWaiting = () -> false;

    /// @param plain  what leads to the server
    /// @param socket the same, or TLS over it
    Line(Origin origin, Socket plain, Socket socket) {
        this.origin = origin;
        this.plain = plain;
        this.socket = socket;
    }

    Origin origin() {
        return origin;
    }

    /// Begins to read an answer.
    ///
    /// @param before is run whenever all that came is read, and says whether the rest of the answer can wait for a tick of [Pace]
    void hear(BooleanSupplier before) {
        beforeWaiting = before;
        pace = new Pace();
    }

    /// Nobody hears what still comes.
    void rest() {
        beforeWaiting = () -> false;
        usedNanos = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - usedNanos;
    }

    /// Whether the server has not hung up, nor said anything out of turn. A connection through a proxy cannot tell.
    boolean isUp() {
        SocketChannel channel = plain.getChannel();
        if (channel == null || from < to) return false;
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) == 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /// @throws Broken the connection broke, or the server does not read for so long
    void write(byte[] bytes, Duration limit) throws InterruptedException {
        heard = false;
        // A write knows no limit of its own.
        var watch = new Watch(plain, limit);
        try (watch) {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw broken(watch.late() ? new Trouble.Silent(limit) : new Trouble.Cut());
        }
    }

    /// Whether anything came since the last request.
    boolean heard() {
        return heard;
    }

    /// What came and was not taken yet; when there is nothing, waits for more. The caller moves its position over what it takes,
    /// with [#took].
    ///
    /// @return at most `max` bytes, to be read before the next call; null at the end of the stream
    /// @throws Broken nothing came within the limit, or the connection broke
    @Nullable ByteBuffer peek(long max, Duration limit) throws InterruptedException {
        if (from == to && !fill(limit)) return null;
        return ByteBuffer.wrap(buffer, from, (int) Math.min(max, to - from));
    }

    /// The next byte, or -1 at the end of the stream.
    int read(Duration limit) throws InterruptedException {
        if (from == to && !fill(limit)) return -1;
        return buffer[from++] & 0xff;
    }

    void took(int bytes) {
        from += bytes;
    }

    private boolean fill(Duration limit) throws InterruptedException {
        boolean paced = beforeWaiting.getAsBoolean();
        try {
            InputStream in = socket.getInputStream();
            if (paced) pace.await(this::hasMore);
            if (Thread.interrupted()) throw new InterruptedException();
            socket.setSoTimeout(Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
            long before = System.nanoTime();
            int read = in.read(buffer);
            pace.read(read, System.nanoTime() - before);
            from = 0;
            to = Math.max(0, read);
            heard |= read > 0;
            return read > 0;
        } catch (SocketTimeoutException e) {
            throw broken(new Trouble.Silent(limit));
        } catch (IOException e) {
            throw broken(new Trouble.Cut());
        }
    }

    /// TLS knows only of what it has decrypted.
    private boolean hasMore() {
        try {
            return plain.getInputStream().available() > 0 || socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return true; // reading tells
        }
    }

    private static Broken broken(Trouble trouble) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        return new Broken(trouble);
    }

    /// Also ends whatever another thread waits for here. Past the TLS, which would wait for the other thread to say goodbye.
    @Override
    public void close() {
        closeQuietly(plain);
    }

    static void closeQuietly(@Nullable Closeable socket) {
        try {
            if (socket != null) socket.close();
        } catch (IOException e) {
            // it is of no use any more, closed or not
        }
    }
}
