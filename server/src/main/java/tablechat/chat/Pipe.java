package tablechat.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tablechat.database.RowSink;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// From the thread that reads a database's rows to the one that sends them, a few pieces at a time: the reader waits for the
/// sender. The first piece is handed over when it is full, a moment has passed, or all is read: what fails before that can still
/// be told instead.
final class Pipe implements RowSink {
    static final int PIECE_CHARACTERS = 64 * 1024;
    static final int PIECES_MAX = 3;
    static final Duration PIECE_TIME = Duration.ofMillis(500);

    private static final byte[] END = new byte[0];
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Sheet sheet;
    private final Duration stallMax;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES_MAX);
    private final StringBuilder text = new StringBuilder();
    private long begunNanos = System.nanoTime();
    private volatile boolean closed;

    /// @param stallMax how long the sender may take for one piece
    Pipe(Sheet sheet, Duration stallMax) {
        this.sheet = sheet;
        this.stallMax = stallMax;
    }

    @Override
    public void columns(List<Column> columns) {
        sheet.begin(columns, text);
    }

    @Override
    public boolean row(List<Object> cells) {
        sheet.row(cells, text);
        boolean full = text.length() >= PIECE_CHARACTERS || System.nanoTime() - begunNanos >= PIECE_TIME.toNanos();
        return full ? handOver() : !closed;
    }

    /// @param rows null when it failed: the sender then gets the end of what was handed over, and no more
    /// @return false when the sender did not take it
    boolean end(@Nullable Long rows) {
        if (rows != null) sheet.end(rows, text);
        return (rows == null || handOver()) && put(END);
    }

    /// The next piece for the sender; null at the end, or when there was none within `max`.
    byte @Nullable [] next(Duration max) throws InterruptedException {
        byte[] piece = pieces.poll(max.toMillis(), TimeUnit.MILLISECONDS);
        return piece == END ? null : piece;
    }

    /// Nothing more is wanted.
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private boolean handOver() {
        byte[] piece = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        // One huge row is not to be kept as room for the next.
        if (text.capacity() > 4 * PIECE_CHARACTERS) text.trimToSize();
        boolean taken = put(piece);
        begunNanos = System.nanoTime();
        return taken;
    }

    private boolean put(byte[] piece) {
        long deadline = System.nanoTime() + stallMax.toNanos();
        try {
            while (!closed && System.nanoTime() < deadline) {
                if (pieces.offer(piece, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
