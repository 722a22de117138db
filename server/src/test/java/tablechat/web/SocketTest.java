package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.web.RawClient.Frame;

/// Real sockets: what a listener and its client see of each other.
@Timeout(60)
final class SocketTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Recorder recorder = new Recorder();
    private Server server;

    @BeforeEach
    void start() {
        server = start(Timings.USUAL);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void textGoesInAndOutWhole() throws Exception {
        try (RawClient client = open("")) {
            client.send(RawClient.frame(0x01, "say Grü"), RawClient.frame(0x89, "?"), RawClient.frame(0x80, "ße 😀"));

            assertArrayEquals(new byte[] {'?'}, client.read(RawClient.PONG).payload());
            Frame answer = client.read(RawClient.TEXT);
            assertEquals("Grüße 😀", answer.text());
            assertTrue(answer.last());
        }
    }

    @Test
    void theFirstFrameMayComeWithTheRequest() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            byte[] request = RawClient.upgrade(server.port(), "").getBytes(StandardCharsets.US_ASCII);
            client.send(request, RawClient.frame(0x81, "say early"));

            assertTrue(client.exchange("").contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
            assertEquals("early", client.read().text());
        }
    }

    @Test
    void queryParametersReachTheListenerDecoded() throws Exception {
        try (RawClient client = open("?connection=my%20shop&until=turn.finished&connection=second")) {
            client.send(RawClient.frame(0x81, "say open"));

            assertEquals("open", client.read().text());
            assertEquals(Map.of("connection", "my shop", "until", "turn.finished"), recorder.query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WebSocket"})
    void bothSpellingsOfTheUpgradeAreKnown(String spelling) throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            String request = RawClient.upgrade(server.port(), "").replace("Upgrade: websocket", "Upgrade: " + spelling);

            String head = client.exchange(request);

            assertTrue(head.startsWith("HTTP/1.1 101"), head);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | Connection: Upgrade | Connection: keep-alive",
        "400 | dGhlIHNhbXBsZSBub25jZQ== | AQEBAQEBAQEBAQEBAQEB",
        "400 | dGhlIHNhbXBsZSBub25jZQ== | !",
        "400 | Sec-WebSocket-Key: | X-Other:",
        "426 | Version: 13 | Version: 8",
        "404 | GET /ws | GET /other",
        "405 | GET /ws | POST /ws",
        "403 | Host: 127.0.0.1 | Host: evil.example",
        "403 | Upgrade: websocket | Upgrade: websocket~Origin: http://evil.example",
        "400 | Version: 13 | Version: 13~Content-Length: 3"
    })
    void whatIsWrongWithAHandshakeGetsItsStatus(int status, String from, String to) throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            String wrong = RawClient.upgrade(server.port(), "").replace(from, to.replace("~", "\r\n"));

            String answer = client.exchange(wrong) + client.rest();

            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
            assertEquals(status == 426, answer.contains("Sec-WebSocket-Version: 13"), answer);
        }
    }

    @Test
    void aCloseIsAnsweredAndTheConnectionEnds() throws Exception {
        try (RawClient client = open("")) {
            client.send(RawClient.frame(0x81, "say bye"), RawClient.close(4321), RawClient.frame(0x89, "late"));

            assertEquals("bye", client.read().text());
            assertEquals(4321, client.read().closeCode());
            assertNull(client.read());
            assertEquals(4321, recorder.closed().code());
        }
    }

    @ParameterizedTest
    @CsvSource({"1002, 8100", "1003, 828000000000", "1007, 818100000000ff", "1009, 81ff000000000010000100000000"})
    void aBrokenRuleClosesWithItsCodeAndTheListenerIsTold(int code, String frame) throws Exception {
        try (RawClient client = open("")) {
            client.send(HexFormat.of().parseHex(frame));

            assertEquals(code, client.read().closeCode());
            assertNull(client.read());
            assertEquals(code, recorder.closed().code());
        }
    }

    @Test
    void theReasonIsSeenThoughTheClientGoesOnSending() throws Exception {
        try (RawClient client = open("")) {
            byte[] part = RawClient.frame(0x00, "*".repeat(64 * 1024));
            client.send(RawClient.frame(0x01, ""));

            for (int i = 0; i < 24; i++) client.send(part);

            assertEquals(1009, client.read().closeCode());
        }
    }

    @Test
    void aListenersFailureClosesWithAFixedText() throws Exception {
        try (RawClient client = open("")) {
            client.send(RawClient.frame(0x81, "fail with secret"));

            Frame close = client.read();
            assertEquals(1011, close.closeCode());
            assertEquals("internal error", close.closeReason());
            assertEquals(1011, recorder.closed().code());
        }
    }

    @Test
    void theListenerIsToldOnceHoweverTheClientVanishes() throws Exception {
        RawClient reset = open("");
        reset.reset();
        assertEquals(1006, recorder.closed().code());

        RawClient finished = open("");
        finished.halfClose();
        assertEquals(1006, recorder.closed().code());
        finished.close();

        RawClient inFrame = open("");
        inFrame.send(new byte[] {(byte) 0x81});
        inFrame.close();
        assertEquals(1006, recorder.closed().code());
        assertTrue(recorder.ends.isEmpty());
    }

    @Test
    void theLastMessageIsFollowedByClose1000() throws Exception {
        try (RawClient client = open("")) {
            client.send(RawClient.frame(0x81, "last word"));

            assertEquals("word", client.read().text());
            assertEquals(1000, client.read().closeCode());
            client.send(RawClient.close(1000));
            assertNull(client.read());
        }
    }

    @Test
    void aClientThatDoesNotReadIsClosed1013AndCutWithoutSlowingOthers() throws Exception {
        try (RawClient slow = open("");
                RawClient other = open("")) {
            slow.send(RawClient.frame(0x81, "flood"));
            assertEquals(1013, recorder.closed().code());

            other.send(RawClient.frame(0x81, "say hello"));

            assertEquals("hello", other.read().text());
        }
    }

    @Test
    void aSilentClientIsPingedAndThenDropped() throws Exception {
        server.stop();
        server = start(new Timings(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(600), LONG, LONG));
        try (RawClient silent = open("")) {
            assertEquals(RawClient.PING, silent.read().opcode());

            assertNull(silent.read(RawClient.TEXT));
            assertEquals(1006, recorder.closed().code());
        }
    }

    @Test
    void aClientThatAnswersPingsStays() throws Exception {
        server.stop();
        server = start(new Timings(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(5), LONG, LONG));
        try (RawClient client = open("")) {
            for (int i = 0; i < 10; i++) {
                assertNotNull(client.read(RawClient.PING));
                client.send(RawClient.frame(0x8a, ""));
            }

            client.send(RawClient.frame(0x81, "say here"));

            assertEquals("here", client.read(RawClient.TEXT).text());
        }
    }

    @Test
    void stoppingTellsEveryClient1001() throws Exception {
        try (RawClient polite = open("");
                RawClient stubborn = open("")) {
            Thread stopping = Thread.ofVirtual().start(server::stop);

            assertEquals(1001, polite.read().closeCode());
            assertEquals(1001, stubborn.read().closeCode());
            polite.send(RawClient.close(1001));
            stopping.join();
            assertNull(stubborn.read());
            assertEquals(1001, recorder.closed().code());
            assertEquals(1001, recorder.closed().code());
        }
    }

    @Test
    void aTakenPortIsSaidInOneSentence() {
        Settings same = new Settings("127.0.0.1", server.port(), null, List.of(), null);

        CannotStart refused = assertThrows(CannotStart.class, () -> Server.start(same, recorder));

        assertTrue(refused.getMessage().contains("" + server.port()));
        assertFalse(refused.getMessage().contains("\n"));
    }

    private Server start(Timings timings) {
        return Server.start(new Settings("127.0.0.1", 0, null, List.of(), null), timings, recorder);
    }

    private RawClient open(String query) throws IOException {
        return RawClient.socket(server.port(), query);
    }
}
