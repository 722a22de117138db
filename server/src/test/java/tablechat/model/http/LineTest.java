package tablechat.model.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections: which are used again, which cannot be had, and how an interrupt ends those that come to nothing.
@Timeout(60)
final class LineTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: a\n\n\r\n0\r\n\r\n";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String LARGE = "x".repeat(16 << 20);

    @AutoClose
    private final RawServer server = new RawServer();

    private final Asking asking = new Asking(Asking.PATIENT);

    private String url() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    @Test
    void aConnectionWhoseAnswerWasReadIsUsedAgain() throws Exception {
        server.says(ANSWER).says(ANSWER);

        for (int i = 0; i < 2; i++) asking.ask(url());

        assertEquals(1, server.connections.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nConnection: Close\r\n", "HTTP/1.0 200 OK\r\n"})
    void oneThatTheServerWillNotKeepIsNot(String head) throws Exception {
        server.says(head + "Content-Length: 0\r\n\r\n").says(ANSWER);

        for (int i = 0; i < 2; i++) asking.ask(url());

        assertEquals(2, server.connections.get());
    }

    @Test
    void oneThatTheServerLeftMeanwhileIsReplacedWithoutATrouble() throws Exception {
        server.says(ANSWER).says(ANSWER);
        asking.ask(url());
        server.hangUp();

        assertEquals("a", asking.ask(url()));
        assertEquals(2, server.requests.size());
    }

    @Test
    void oneThatTheServerLeftWhileLeaveWasWaitedForIsReplacedAndTakesNoLeaveMore() throws Exception {
        server.says(ANSWER).says(ANSWER);
        asking.ask(url());
        asking.again = 0;
        var times = new AtomicInteger();
        asking.before = () -> {
            if (times.incrementAndGet() == 1) server.hangUp();
        };

        assertEquals("a", asking.ask(url()));
        assertEquals(2, server.connections.get());
        assertEquals(2, server.requests.size());
    }

    @Test
    void oneThatTheServerLeavesWithTheNextRequestIsReplacedToo() throws Exception {
        server.says(ANSWER).saysAndHangsUp("").says(ANSWER);
        asking.ask(url());

        assertEquals("a", asking.ask(url()));
        assertEquals(2, server.connections.get());
    }

    @Test
    void nothingIsSentAgainThatMayNotBe() throws Exception {
        server.says(ANSWER).saysAndHangsUp("").says(ANSWER);
        asking.ask(url());
        asking.again = 0;

        assertEquals(new Trouble.Cut(), assertThrows(Broken.class, () -> asking.ask(url())).trouble());
        assertEquals(2, server.requests.size());
    }

    @Test
    void oneThatNobodyUsesIsClosedAfterAWhile() throws Exception {
        server.says(ANSWER);
        var brief = new Asking(new Http(Asking.PATIENT, Duration.ofMillis(100)));

        assertEquals("a", brief.ask(url()));

        assertTrue(server.ended.tryAcquire(SOON.toSeconds(), TimeUnit.SECONDS), "still open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Le"})
    void oneThatTheServerLeavesInTheHeadOfAnAnswerIsNot(String head) throws Exception {
        server.says(ANSWER).saysAndHangsUp(head).says(ANSWER);
        asking.ask(url());

        assertThrows(Broken.class, () -> asking.ask(url()));
        assertEquals(2, server.requests.size());
    }

    @Test
    void anAnswerThatHasNoBodyEndsWithItsHead() throws Exception {
        server.says("HTTP/1.1 204 No Content\r\n\r\n").says(ANSWER);

        assertEquals("", asking.ask(url()));
    }

    @Test
    void whatIsSaidUnaskedIsNoAnswer() throws Exception {
        server.says(ANSWER).says(ANSWER.replace("data: a", "data: b"));
        asking.ask(url());
        server.interject(ANSWER);
        Thread.sleep(50);

        assertEquals("b", asking.ask(url()));
    }

    @Test
    void whatIsSaidBeyondAnAnswerIsNoneEither() throws Exception {
        server.says(ANSWER + ANSWER).says(ANSWER.replace("data: a", "data: b"));
        asking.ask(url());

        assertEquals("b", asking.ask(url()));
    }

    @Test
    void anAnswerThatIsNotReadEndsItsConnection() throws Exception {
        server.says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n").says(ANSWER);

        assertThrows(Broken.class, () -> asking.ask(url()));
        assertEquals("a", asking.ask(url()));
        assertEquals(2, server.connections.get());
    }

    @Test
    void anAnswerThatIsGivenUpEndsItsConnection() throws Exception {
        server.says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: a\n\n\r\n");
        var asked = asking.begin(url(), "{}", new CompletableFuture<>());
        while (server.requests.isEmpty()) Thread.sleep(5);

        asked.interrupt();

        assertTrue(asked.join(SOON));
        server.says(ANSWER);
        assertEquals("a", asking.ask(url()));
        assertEquals(2, server.connections.get());
    }

    @Test
    void aRequestThatIsNotReadEndsWithItsLimitOrAnInterrupt() throws Exception {
        try (var deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/";
            var failure = assertThrows(Broken.class, () -> new Asking(Asking.HASTY).ask(url, LARGE, "secret"));
            assertInstanceOf(Trouble.Silent.class, failure.trouble());

            assertInterruptible(url, LARGE);
        }
    }

    @Test
    void aHandshakeThatIsNotAnsweredEndsWithItsLimitOrAnInterrupt() throws Exception {
        try (var deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "https://127.0.0.1:" + deaf.getLocalPort() + "/";
            var failure = assertThrows(Broken.class, () -> new Asking(Asking.HASTY).ask(url));
            assertEquals(new Trouble.Unreachable(Trouble.Reason.TIMEOUT), failure.trouble());

            assertInterruptible(url, "{}");
        }
    }

    @Test
    void aHandshakeThatGoesOnForEverEndsWithItsLimit() throws Exception {
        try (var dripping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));
            String url = "https://127.0.0.1:" + dripping.getLocalPort() + "/";

            var failure = assertThrows(Broken.class, () -> new Asking(Asking.HASTY).ask(url));

            assertEquals(new Trouble.Unreachable(Trouble.Reason.TIMEOUT), failure.trouble());
        }
    }

    /// The head of a long handshake record, then a byte of it now and then.
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0, 2, 0, 63, (byte) 252});
            while (true) {
                Thread.sleep(50);
                socket.getOutputStream().write(0);
            }
        } catch (IOException | InterruptedException e) {
            return; // the client has gone
        }
    }

    @Test
    void aConnectionThatIsNotAcceptedEndsWithItsLimitOrAnInterrupt() throws Exception {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var _ = new Socket(full.getInetAddress(), full.getLocalPort());
                var _ = new Socket(full.getInetAddress(), full.getLocalPort())) {
            String url = "http://127.0.0.1:" + full.getLocalPort() + "/";
            var failure = assertThrows(Broken.class, () -> new Asking(Asking.HASTY).ask(url));
            assertFalse(failure.trouble() instanceof Trouble.Cut, "" + failure.trouble());

            assertInterruptible(url, "{}");
        }
    }

    private void assertInterruptible(String url, String body) throws Exception {
        var heard = new CompletableFuture<String>();
        Thread asked = asking.begin(url, body, heard);
        Thread.sleep(200);

        asked.interrupt();

        assertTrue(asked.join(SOON), "still asking");
        assertInstanceOf(Stopped.class, assertThrows(ExecutionException.class, heard::get).getCause());
    }
}
