package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class OutboxTest {
    private final Wire wire = new Wire();
    private final CountDownLatch cut = new CountDownLatch(1);
    private final Outbox outbox = new Outbox(wire, cut::countDown, Timings.USUAL);

    @Test
    void whatGathersWhileTheClientIsSlowGoesOutInOneWrite() throws Exception {
        outbox.send(bytes("first"));
        wire.writing.acquire();

        for (int i = 0; i < 1_000; i++) outbox.send(bytes("more"));
        wire.mayGo.release(2);
        outbox.awaitSent();

        assertEquals(2, wire.writes);
        assertEquals("\u0081\u0005first" + "\u0081\u0004more".repeat(1_000), wire.sent());
    }

    @Test
    void aCloseGoesOutAfterAllThatIsQueuedAndNothingFollowsIt() throws Exception {
        wire.mayGo.release(100);

        outbox.send(bytes("a"));
        outbox.sendLast(bytes("b"));
        outbox.send(bytes("c"));
        outbox.close(1001, "too late");
        outbox.awaitSent();

        assertEquals("\u0081\u0001a\u0081\u0001b\u0088\u0002\u0003\u00e8", wire.sent());
        assertTrue(outbox.closed());
    }

    @Test
    void lengthsAreWrittenInTheirShortestForm() throws Exception {
        wire.mayGo.release(100);

        for (int length : new int[] {125, 126, 0xffff, 0x10000}) {
            outbox.send(new byte[length]);
            outbox.awaitSent();
        }

        assertEquals(2 + 125 + 4 + 126 + 4 + 0xffff + 10 + 0x10000, wire.sent().length());
    }

    @Test
    void aClientThatLetsTooMuchGatherIsClosed1013() throws Exception {
        byte[] large = new byte[1024 * 1024];
        outbox.send(large);
        wire.writing.acquire();

        for (int i = 0; i < 6; i++) outbox.send(large);
        assertFalse(outbox.closed());
        outbox.send(large);
        wire.mayGo.release(100);
        outbox.awaitSent();

        assertEquals(new CloseFrame(1013, "too slow"), outbox.goodbye());
        assertEquals(10 + large.length + 2 + 2 + "too slow".length(), wire.sent().length());
        assertTrue(wire.sent().endsWith("\u0088\n\u0003\u00f5too slow"));
    }

    @Test
    void aClosedClientIsOverdueOnlyAfterItsTime() throws Exception {
        wire.mayGo.release(100);
        assertFalse(outbox.overdue(System.nanoTime() + Timings.USUAL.silence().toNanos() * 2));

        outbox.close(1000, "");
        outbox.awaitSent();

        assertFalse(outbox.overdue(System.nanoTime()));
        assertTrue(outbox.overdue(System.nanoTime() + Timings.USUAL.goodbye().toNanos() * 2));
    }

    @Test
    void aConnectionThatBreaksWhileWritingIsCut() throws Exception {
        wire.broken = true;

        outbox.send(bytes("a"));

        assertTrue(cut.await(20, TimeUnit.SECONDS));
        assertTrue(outbox.closed());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A connection whose writes wait until they may go.
    private static final class Wire implements DataWriter {
        final Semaphore writing = new Semaphore(0);
        final Semaphore mayGo = new Semaphore(0);
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        volatile int writes;
        volatile boolean broken;

        String sent() {
            return sent.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void writeNow(BufferData buffer) {
            if (broken) throw new UncheckedIOException(new IOException("gone"));
            writing.release();
            mayGo.acquireUninterruptibly();
            writes++;
            sent.writeBytes(buffer.readBytes());
        }

        @Override
        public void writeNow(BufferData... buffers) {
            for (BufferData buffer : buffers) writeNow(buffer);
        }

        @Override
        public void write(BufferData... buffers) {
            writeNow(buffers);
        }

        @Override
        public void write(BufferData buffer) {
            writeNow(buffer);
        }
    }
}
