package tablechat.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

/// What the machine itself takes, for scale: the same server is twice as fast on one that is.
final class Machine {
    private static final int TIMES = 100;
    private static final int DISK_BYTES = 4 * 1024;
    private static final int DIGEST_BYTES = 1024 * 1024;
    private static final int PAUSE_MILLISECONDS = 5;

    private final Measured disk = Measured.of("for scale: 4 KB forced to this disk", "ms", 0);
    private final Measured wake = Measured.of("for scale: a thread that slept for 5 ms wakes another", "ms", 0);
    private final Measured digest = Measured.of("for scale: SHA-256 of 1 MB", "ms", 0);

    void measure(Path folder) throws Exception {
        force(folder.resolve("disk"));
        wake();
        digest();
    }

    private void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, CREATE, WRITE)) {
            var samples = new ArrayList<Double>();
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(DISK_BYTES));
                channel.force(false);
                samples.add(millisecondsSince(start));
            }
            disk.add(Measured.median(samples));
        }
    }

    private void wake() throws InterruptedException {
        var samples = new ArrayList<Double>();
        var handed = new SynchronousQueue<Long>();
        Thread woken = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; i < TIMES; i++) samples.add(millisecondsSince(handed.take()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < TIMES; i++) {
            Thread.sleep(PAUSE_MILLISECONDS);
            handed.put(System.nanoTime());
        }
        woken.join();
        wake.add(Measured.median(samples));
    }

    private void digest() throws NoSuchAlgorithmException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var bytes = new byte[DIGEST_BYTES];
        var samples = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            sha256.digest(bytes);
            samples.add(millisecondsSince(start));
        }
        digest.add(Measured.median(samples));
    }

    private static double millisecondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    List<Measured> all() {
        return List.of(disk, wake, digest);
    }
}
