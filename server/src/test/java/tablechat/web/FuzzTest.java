package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestServer;

/// Four clients say whatever the grammar allows and much that it does not, at the same time and about the same things: each is
/// answered once, none meets a bug of ours, and afterwards all is as it should be.
@Timeout(600)
@Isolated("what is logged as a bug meanwhile is its own")
final class FuzzTest {
    private static final long SEED = 20_261_127;
    private static final int CLIENTS = 4;
    private static final Duration TIME = Duration.ofSeconds(Proofs.count(30, 300));

    @TempDir
    Path folder;

    @Test
    void whateverIsSaidIsAnsweredOnceAndDoesNoHarm() throws Exception {
        var model = new WhimsicalModel(new Random(SEED));
        long said;
        try (var bugs = new Bugs()) {
            said = fuzz(model);
            assertEquals("", bugs.logged());
        }

        var store = new SqliteFile(folder.resolve("tablechat.db"));
        assertEquals(List.of("ok"), store.column("pragma integrity_check"));
        assertEquals(List.of(), store.column("pragma foreign_key_check"));
        assertEquals(List.of(), store.column("select id from message where status = 'streaming'"));
        assertTrue(said > 100, "only " + said + " were said");
        Proofs.report("%,d fuzzed commands in %d s, %,d questions to the model", said, TIME.toSeconds(), model.asked());
    }

    /// How much was said by all of them to a server of its own.
    private long fuzz(WhimsicalModel model) throws Exception {
        long said = 0;
        try (var server = TestServer.over(folder, model)) {
            try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
                List<Callable<Integer>> fuzzers = IntStream.range(0, CLIENTS)
                        .<Callable<Integer>>mapToObj(number -> () -> fuzz(server.port(), number))
                        .toList();
                for (Future<Integer> fuzzer : threads.invokeAll(fuzzers)) said += fuzzer.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
            checkNothingIsStuck(server.port());
        }
        return said;
    }

    /// What is logged as a bug, or caught by nobody, meanwhile.
    private static final class Bugs extends Handler implements AutoCloseable {
        private final Logger logger = Logger.getLogger("tablechat");
        private final List<String> logged = new CopyOnWriteArrayList<>();
        private final Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();

        Bugs() {
            logger.addHandler(this);
            Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> logged.add(thread.getName() + ": " + thrown));
        }

        String logged() {
            return String.join("\n", logged);
        }

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel() == Level.SEVERE) logged.add(entry.getMessage() + " " + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Thread.setDefaultUncaughtExceptionHandler(usual);
            logger.removeHandler(this);
        }
    }

    private int fuzz(int port, int number) throws IOException {
        var grammar = new Grammar(new Random(SEED + number), folder);
        long end = System.nanoTime() + TIME.toNanos();
        int said = 0;
        while (System.nanoTime() < end) {
            try (Talk talk = new Talk(port, "")) {
                for (; System.nanoTime() < end && !grammar.isTired(); said++) say(grammar, talk);
                assertEquals("pong", talk.say(Map.of("type", "ping")).type());
            }
        }
        return said;
    }

    private static void say(Grammar grammar, Talk talk) throws IOException {
        String text = grammar.isClumsy() ? grammar.broken() : null;
        Map<String, Object> command = text == null ? grammar.command() : Map.of();
        Received reply = text == null ? talk.say(command) : talk.say(text);
        var events = new ArrayList<>(talk.others());
        events.add(reply);
        for (Received event : events) {
            assertTrue(!isBug(event), () -> "after " + (text == null ? command : text) + " came " + event);
            assertTrue(event == reply || event.re() == null, () -> "answered twice, before " + command + ": " + event);
            grammar.learn(event.json());
        }
    }

    private static boolean isBug(Received event) {
        return event.type().equals("error") && "internal".equals(event.text("code"))
                || event.type().equals("turn.finished") && "internal".equals(event.text("error", "code"));
    }

    /// Every session's turn ends, and it takes a question again.
    private static void checkNothingIsStuck(int port) throws IOException, InterruptedException {
        try (Talk talk = new Talk(port, "")) {
            for (Received connection : talk.say(Map.of("type", "connection.list")).objects("connections")) {
                var list = Map.of("type", "session.list", "connection", connection.text("id"), "limit", 100);
                for (Received session : talk.say(list).objects("sessions")) checkRests(talk, session.text("id"));
            }
        }
    }

    private static void checkRests(Talk talk, String session) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            Received switched = talk.say(Map.of("type", "session.switch", "session", session, "limit", 1));
            if (switched.type().equals("error") || switched.at("running").equals(false)) return;
            assertTrue(System.nanoTime() < end, () -> "stuck: " + switched);
            Thread.sleep(50);
        }
    }
}
