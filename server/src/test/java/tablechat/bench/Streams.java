package tablechat.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Answers while they stream.
final class Streams {
    private static final int LONG_TOKENS = 2_000;
    private static final int LONG_TIMES = 9;
    private static final int MANY = 50;
    private static final int MANY_TOKENS = 500;
    private static final int MANY_TIMES = 4;
    private static final int PACED_TOKENS = 2_000;
    private static final int PACE_MILLISECONDS = 20;
    private static final int FIRST_WARM_UP = 200;
    private static final int FIRST_TIMES = 50;
    private static final double TOKENS_COUNTED = 100_000;

    private final Measured first = Measured.of("first token, added to the provider's", "ms", 2);
    private final Measured one = Measured.of("2,000 tokens in one stream, from question to end", "tokens/s", 100_000);
    private final Measured many = Measured.of("50 streams of 500 tokens, from question to end", "tokens/s", 100_000);
    private final Measured flatOut = Measured.of("CPU for 100,000 tokens, flat out", "s", 2);
    private final Measured paced = Measured.of("CPU for 100,000 tokens, one each 20 ms in 50 streams", "s", 10);

    void warmUp(Subject server) throws IOException, InterruptedException {
        try (var client = server.client()) {
            for (int i = 0; i < 3 * LONG_TIMES; i++) Turn.whole(client, LONG_TOKENS);
        }
        together(server, MANY_TOKENS, 0);
    }

    void first(Subject server, Provider provider) throws IOException {
        try (var client = server.client()) {
            for (int i = 0; i < FIRST_WARM_UP; i++) Turn.firstTokenMs(client, provider);
            var waits = new ArrayList<Double>();
            for (int i = 0; i < FIRST_TIMES; i++) waits.add(Turn.firstTokenMs(client, provider));
            first.add(Measured.median(waits));
        }
    }

    void measure(Subject server) throws IOException, InterruptedException {
        try (var client = server.client()) {
            var rates = new ArrayList<Double>();
            for (int i = 0; i < LONG_TIMES; i++) rates.add(LONG_TOKENS / Turn.whole(client, LONG_TOKENS));
            one.add(Measured.median(rates));
        }
        double cpu = server.cpuSeconds();
        var rates = new ArrayList<Double>();
        for (int i = 0; i < MANY_TIMES; i++) rates.add(MANY * MANY_TOKENS / together(server, MANY_TOKENS, 0));
        many.add(Measured.median(rates));
        flatOut.add((server.cpuSeconds() - cpu) * TOKENS_COUNTED / (MANY_TIMES * MANY * MANY_TOKENS));

        cpu = server.cpuSeconds();
        together(server, PACED_TOKENS, PACE_MILLISECONDS);
        paced.add((server.cpuSeconds() - cpu) * TOKENS_COUNTED / (MANY * PACED_TOKENS));
    }

    /// @return from the first question to the last end, in seconds
    private static double together(Subject server, int tokens, int everyMs) throws IOException, InterruptedException {
        var clients = new ArrayList<LightClient>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) clients.add(server.client());
            for (LightClient client : clients) Turn.begin(client);
            long start = System.nanoTime();
            List<Callable<Integer>> turns = clients.stream().<Callable<Integer>>map(client -> () -> {
                client.send(Turn.question(tokens, everyMs));
                return client.tokens();
            }).toList();
            for (Future<Integer> turn : threads.invokeAll(turns)) if (turn.get() == 0) throw new IOException("no token came");
            return (System.nanoTime() - start) / 1e9;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            for (LightClient client : clients) client.close();
        }
    }

    List<Measured> all() {
        return List.of(first, one, many, flatOut, paced);
    }
}
