package tablechat.model.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final long AT_ONCE = 0;
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(15);

    private final Pace pace = new Pace();
    private int looks;

    /// How often it looks whether there is more before it has one wait, when there is some at the `come`th look.
    private int looks(int come) throws InterruptedException {
        looks = 0;
        pace.await(() -> ++looks >= come);
        return looks;
    }

    @Test
    void whatComesQuicklyOrInMassesIsWaitedForAtOnce() throws Exception {
        assertEquals(0, looks(1));
        pace.read(200, AT_ONCE);
        assertEquals(0, looks(1));
        pace.read(16_384, LATE);
        assertEquals(0, looks(1));
    }

    @Test
    void whatComesSlowlyIsLookedForAtTheTicks() throws Exception {
        pace.read(200, LATE);
        assertEquals(1, looks(1));
        pace.read(200, AT_ONCE);
        assertEquals(2, looks(2));
    }

    @Test
    void afterASilenceItIsWaitedFor() throws Exception {
        pace.read(200, LATE);

        assertEquals(3, looks(Integer.MAX_VALUE));
    }

    @Test
    void whatGetsFasterIsWaitedForAtOnceAgain() throws Exception {
        pace.read(200, LATE);
        pace.read(4_096, AT_ONCE);

        assertEquals(0, looks(1));
    }
}
