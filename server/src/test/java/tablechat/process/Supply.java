package tablechat.process;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import tablechat.testing.Answer;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

/// A provider that never runs out of answers: most are whole, some fail in one of the ways in which providers fail.
final class Supply implements AutoCloseable {
    private static final int AHEAD = 20;
    private static final int WORDS = 200;

    private final StubProvider stub = new StubProvider();
    private final Thread thread;
    private volatile boolean over;

    Supply(Random random) {
        thread = Thread.ofVirtual().start(() -> supply(random));
    }

    String url() {
        return stub.url();
    }

    private void supply(Random random) {
        int given = 0;
        try {
            while (!over) {
                for (; given < stub.seen().size() + AHEAD; given++) stub.answers(next(random));
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer next(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Answer.error(500, "server_error", "Something went wrong.");
            case 1 -> Answer.of(new Step.Text("Half of"), new Step.Cut());
            case 2, 3 -> Answer.of(new Step.Call("call-1", "run_query", "{\"sql\":\"select * from orders\"}"), new Step.End());
            default -> Answer.text(IntStream.range(0, WORDS).mapToObj(i -> "word" + i + " ").toArray(String[]::new))
                    .every(Duration.ofMillis(1 + random.nextInt(4)));
        };
    }

    @Override
    public void close() {
        over = true;
        stub.close();
    }
}
