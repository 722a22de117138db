package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StallTest {
    @Test
    void aWriteThatNobodyTakesIsInterrupted() {
        try (var stall = new Stall(Duration.ofMillis(50))) {
            OutputStream out = stall.over(new Stuck());

            assertThrows(InterruptedIOException.class, () -> out.write(new byte[10]));
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void whoWritesOnIsLeftAlone() throws Exception {
        var taken = new ByteArrayOutputStream();
        try (var stall = new Stall(Duration.ofSeconds(20))) {
            OutputStream out = stall.over(taken);
            for (int i = 0; i < 10; i++) out.write(new byte[10]);
        }

        assertEquals(100, taken.size());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    private static final class Stuck extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            try {
                if (new CountDownLatch(1).await(20, TimeUnit.SECONDS)) throw new AssertionError("nobody counts");
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }
}
