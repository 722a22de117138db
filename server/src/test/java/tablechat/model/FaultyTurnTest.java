package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Nullable;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// Whatever a provider does, the turn ends once, in a sentence where it fails, after no more requests than are of use, and the
/// session takes the next attempt.
@Timeout(300)
class FaultyTurnTest {
    private static final int AT_ONCE = 12;

    @TempDir
    Path folder;

    private record Trial(FaultyTurn fault, Speaker speaker, StubProvider stub, Model model) {
        static Trial of(FaultyTurn fault, Speaker speaker, int number) {
            var stub = new StubProvider().answers(fault.answers().toArray(Answer[]::new));
            return new Trial(fault, speaker, stub, speaker.asks(stub.url(), fault.limits(), "m" + number));
        }

        @Override
        public String toString() {
            return fault + ", " + speaker;
        }
    }

    @Test
    void everyTurnEndsOnceAndTheNextAttemptWorks() throws Exception {
        List<Trial> trials = trials();
        var troubles = new ArrayList<String>();
        try (var server = TestServer.over(folder, trials.stream().map(Trial::model).toArray(Model[]::new));
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var tries = trials.stream().<Callable<List<String>>>map(trial -> () -> troubles(trial, server)).toList();
            for (Future<List<String>> tried : threads.invokeAll(tries)) troubles.addAll(tried.get());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            for (Trial trial : trials) trial.stub.close();
        }

        assertEquals("", String.join("\n", troubles));
        Proofs.report("%d faulty turns", trials.size());
    }

    private static List<Trial> trials() {
        var trials = new ArrayList<Trial>();
        for (Object[] spoken : FaultyTurn.spoken(Proofs.ALL)) {
            trials.add(Trial.of((FaultyTurn) spoken[0], (Speaker) spoken[1], trials.size()));
        }
        return trials;
    }

    /// What was not as it should be, each in a line.
    private static List<String> troubles(Trial trial, TestServer server) throws InterruptedException {
        try (TestClient client = server.client()) {
            String name = trial.model.info().provider() + "/" + trial.model.info().name();
            // With a title of ours the model is not asked for one.
            client.send(Map.of("type", "session.create", "title", "Faults"));
            client.send(Map.of("type", "message.send", "text", "Which tables are there?", "model", name));
            Received finished = client.await("turn.finished");
            int requests = trial.stub.forgetting();
            Received switched = client.send(Map.of("type", "session.switch", "session", finished.text("session")));

            trial.stub.answers(Answer.text("Better."));
            client.send(Map.of("type", "turn.retry", "model", name));
            Received retried = client.await("turn.finished");
            client.send(Map.of("type", "ping"));

            return Stream.of(
                            unlike("requests", trial.fault.requests(), requests),
                            unlike("running", false, switched.at("running")),
                            unlike("stored", finished.text("status"), switched.objects("messages").getLast().text("status")),
                            unlike("retried", "Better.", retried.said("message")),
                            unlike("ends", 2, client.events("turn.finished").size()),
                            unlike("open calls", false, finished.at("message").toString().contains("running")),
                            trial.fault.said() == null ? null : unlike("said", trial.fault.said(), finished.said("message")),
                            sentence(trial, finished))
                    .filter(trouble -> trouble != null)
                    .map(trouble -> trial + ": " + trouble)
                    .toList();
        }
    }

    private static @Nullable String unlike(String what, Object expected, Object found) {
        return expected.equals(found) ? null : "%s: %s instead of %s".formatted(what, found, expected);
    }

    private static @Nullable String sentence(Trial trial, Received finished) {
        if (trial.fault.words() == null) return unlike("status", "complete", finished.text("status"));
        String sentence = finished.text("error", "message");
        if (sentence == null || !finished.text("status").equals("failed")) return "no failure: " + finished;
        boolean helps = sentence.matches("[A-Za-z0-9].*[.…]") && !sentence.contains(Speaker.KEY) && !sentence.contains("pass@");
        for (String words : trial.fault.words()) {
            String expected = words.replace("URL", trial.speaker.provider.urlVariable())
                    .replace("some-model", trial.model.info().name());
            helps &= sentence.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT));
        }
        return helps ? null : "its sentence: " + sentence;
    }
}
