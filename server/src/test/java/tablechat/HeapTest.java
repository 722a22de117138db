package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final long MB = 1024 * 1024;

    private final AtomicLong committed = new AtomicLong(20 * MB);
    private long live = 20 * MB;
    private int collections;

    private final Heap heap = new Heap(committed::get, () -> {
        collections++;
        committed.set(live);
    });

    @Test
    void isCollectedWhenItHasDoubled() {
        assertEquals(0, collectionsAt(64));
        assertEquals(1, collectionsAt(65));
        live = 50 * MB;
        assertEquals(2, collectionsAt(80));
        assertEquals(2, collectionsAt(100));
        assertEquals(3, collectionsAt(101));
    }

    /// As by `java -jar`, where another collector looks after itself.
    @Test
    void isLeftAloneWhereItIsLargeFromTheStart() {
        committed.set(400 * MB);
        var large = new Heap(committed::get, () -> collections++);

        committed.set(800 * MB);
        large.look();

        assertEquals(0, collections);
    }

    private int collectionsAt(long megabytes) {
        committed.set(megabytes * MB);
        heap.look();
        return collections;
    }
}
