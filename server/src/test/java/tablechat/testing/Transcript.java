package tablechat.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process writes to one of its streams, read by a thread of its own until the stream ends.
final class Transcript {
    private static final int LOOK_AGAIN_MILLISECONDS = 50;

    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    Transcript(BufferedReader from) {
        reader = Thread.ofVirtual().start(() -> readAll(from));
    }

    /// Waits until something matches; empty when that long nothing does, or the stream has ended without it.
    synchronized Optional<MatchResult> find(Pattern wanted, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            boolean last = !reader.isAlive();
            Matcher matcher = wanted.matcher(text);
            if (matcher.find()) return Optional.of(matcher.toMatchResult());
            if (last || System.nanoTime() > deadline) return Optional.empty();
            wait(LOOK_AGAIN_MILLISECONDS);
        }
    }

    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    private void readAll(BufferedReader from) {
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) add(line);
        } catch (IOException e) {
            add("(reading it failed: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        text.append(line).append('\n');
        notifyAll();
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }
}
