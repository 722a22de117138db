package tablechat.web;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.websocket.WsCloseCodes;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Nullable;

/// What is still to be sent to one client. Any thread may put something in and never waits; a virtual thread that lives only
/// while there is something to write joins all that is pending into one write. A client that lets too much gather is closed
/// with 1013; nothing else is lost, since what was pending can be asked for again.
public final class Outbox {
    static final int PENDING_BYTES_MAX = 8 * 1024 * 1024;
    private static final int JOINED_BYTES_MAX = 64 * 1024;
    private static final long NEVER = Long.MAX_VALUE;

    private final DataWriter out;
    private final Runnable cut;
    private final Timings timings;
    private final ArrayDeque<Outgoing> pending = new ArrayDeque<>();
    private int pendingBytes;
    private @Nullable Thread writer;
    private @Nullable CloseFrame goodbye;
    private long closingNanos;
    private long patienceNanos = NEVER;

    /// `cut` ends the TCP connection at once, also while it is being written to.
    Outbox(DataWriter out, Runnable cut, Timings timings) {
        this.out = out;
        this.cut = cut;
        this.timings = timings;
    }

    /// Queues a text message, given as UTF-8 that nobody changes any more. Does nothing when the socket is closed or closing.
    public void send(byte[] utf8) {
        put(new Outgoing(Opcode.TEXT, utf8));
    }

    /// Queues a text message and then closes with 1000; nothing comes between the two.
    public synchronized void sendLast(byte[] utf8) {
        send(utf8);
        close(WsCloseCodes.NORMAL_CLOSE, "");
    }

    /// Closes after all that is queued went out. Only the first close counts.
    public synchronized void close(int code, String reason) {
        if (goodbye == null) close(new CloseFrame(code, reason), timings.silence().toNanos());
    }

    /// Whether a close was asked for, or the connection has gone: what is sent now reaches nobody.
    public synchronized boolean closed() {
        return goodbye != null;
    }

    synchronized int pendingBytes() {
        return pendingBytes;
    }

    void ping() {
        put(new Outgoing(Opcode.PING, new byte[0]));
    }

    synchronized void put(Outgoing frame) {
        if (goodbye != null) return;
        if (frame.bytes() <= PENDING_BYTES_MAX - pendingBytes) {
            queue(frame);
        } else {
            forgetPending();
            close(new CloseFrame(WsCloseCodes.TRY_AGAIN_LATER, "too slow"), timings.goodbye().toNanos());
        }
    }

    /// Why it was closed from this side; null while it is open.
    synchronized @Nullable CloseFrame goodbye() {
        return goodbye;
    }

    /// Whether the client was told to close and has not gone in the time it was given.
    synchronized boolean overdue(long nowNanos) {
        return goodbye != null && nowNanos - closingNanos > patienceNanos;
    }

    /// Waits until all that is queued was written, but not longer than a goodbye may take.
    void awaitSent() throws InterruptedException {
        Thread writing;
        synchronized (this) {
            writing = writer;
        }
        if (writing != null) writing.join(timings.goodbye());
    }

    /// The connection has gone.
    synchronized void end(CloseFrame why) {
        if (goodbye == null) goodbye = why;
        forgetPending();
    }

    private void close(CloseFrame frame, long patience) {
        goodbye = frame;
        closingNanos = System.nanoTime();
        patienceNanos = patience;
        queue(new Outgoing(Opcode.CLOSE, frame.payload()));
    }

    private void forgetPending() {
        for (Outgoing frame : pending) pendingBytes -= frame.bytes();
        pending.clear();
    }

    private void queue(Outgoing frame) {
        pending.add(frame);
        pendingBytes += frame.bytes();
        if (writer == null) writer = Thread.ofVirtual().name("outbox").start(this::writePending);
    }

    private void writePending() {
        try {
            for (List<Outgoing> frames = take(); !frames.isEmpty(); frames = take()) {
                write(frames);
                written(frames);
            }
        } catch (UncheckedIOException gone) {
            end(CloseFrame.VANISHED);
            cut.run();
        }
    }

    /// The next frames that fit into one write, at least one; none when all is written, and then this thread is done.
    private synchronized List<Outgoing> take() {
        List<Outgoing> frames = new ArrayList<>();
        int bytes = 0;
        while (!pending.isEmpty() && (bytes == 0 || bytes + pending.peek().bytes() <= JOINED_BYTES_MAX)) {
            Outgoing frame = pending.remove();
            bytes += frame.bytes();
            frames.add(frame);
        }
        if (frames.isEmpty()) {
            writer = null;
            startGoodbye();
        }
        return frames;
    }

    /// A slow client may take its time for what was sent before the close frame, but not after it.
    private void startGoodbye() {
        if (goodbye == null) return;
        closingNanos = System.nanoTime();
        patienceNanos = timings.goodbye().toNanos();
    }

    private void write(List<Outgoing> frames) {
        if (frames.size() == 1 && frames.getFirst().bytes() > JOINED_BYTES_MAX) {
            out.writeNow(BufferData.create(frames.getFirst().header()));
            out.writeNow(BufferData.create(frames.getFirst().payload()));
            return;
        }
        ByteBuffer joined = ByteBuffer.allocate(frames.stream().mapToInt(Outgoing::bytes).sum());
        for (Outgoing frame : frames) frame.writeTo(joined);
        out.writeNow(BufferData.create(joined.array()));
    }

    private synchronized void written(List<Outgoing> frames) {
        for (Outgoing frame : frames) pendingBytes -= frame.bytes();
    }
}
