package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class HeapTest {
    private static final long MB = 1024 * 1024;

    private final AtomicLong committed = new AtomicLong(8 * MB);
    private long live = 8 * MB;
    private int collections;

    private final Heap heap = new Heap(committed::get, () -> {
        collections++;
        committed.set(live);
    });

    @Test
    void isCollectedWhenItHasDoubled() {
        assertEquals(0, collectionsAt(20));
        assertEquals(1, collectionsAt(21));
        live = 50 * MB;
        assertEquals(2, collectionsAt(30));
        assertEquals(2, collectionsAt(100));
        assertEquals(3, collectionsAt(101));
    }

    @Test
    void isCollectedOnceMoreWhenItStaysLarge() {
        live = 100 * MB;
        assertEquals(1, collectionsAt(70));
        live = 15 * MB;

        for (int i = 0; i < 100; i++) heap.look();

        assertEquals(2, collections);
        assertEquals(15 * MB, committed.get());
    }

    @Test
    void isLeftAloneWhileItIsSmall() {
        for (int i = 0; i < 100; i++) heap.look();

        assertEquals(0, collections);
    }

    @Test
    void mayDoubleWhereItIsLargeFromTheStart() {
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
