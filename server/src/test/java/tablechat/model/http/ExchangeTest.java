package tablechat.model.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Responses as RFC 9112 allows them, and as it does not.
@Timeout(60)
final class ExchangeTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String EVENTS = "data: ä\n\nevent: x\r\ndata:b\r\n\r\n: not said\rdata: c\rdata: d\r\r";
    private static final String HEARD = "ä|x:b|c\nd";

    @AutoClose
    private final RawServer server = new RawServer();

    private final Asking asking = new Asking(Asking.PATIENT);

    private String url() {
        return "http://127.0.0.1:" + server.port() + "/v1/chat?a=b#c";
    }

    private String ask() throws Exception {
        return asking.ask(url());
    }

    private static String chunked(String events) {
        var chunks = new StringBuilder(CHUNKED);
        for (int at = 0; at < events.length(); at += 3) {
            String chunk = events.substring(at, Math.min(events.length(), at + 3));
            chunks.append(Integer.toHexString(chunk.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
            chunks.append(at % 2 == 0 ? ";name=value\r\n" : " \r\n").append(chunk).append("\r\n");
        }
        return chunks + "000\r\nTrailer: x\r\n\r\n";
    }

    @Test
    void aRequestSaysWhatItHasToAndTheKey() throws Exception {
        server.says(chunked(EVENTS));

        asking.ask(url(), "{\"text\":\"ä\"}", "secret");

        assertEquals("""
                POST /v1/chat?a=b HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Accept: text/event-stream\r
                Content-Length: 13\r
                Authorization: Bearer secret\r
                \r
                {"text":"ä"}""".formatted(server.port()), server.requests.getFirst());
    }

    @Test
    void theSameIsHeardHoweverItComes() throws Exception {
        String length = "content-length:  " + EVENTS.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n\r\n";
        server.says(chunked(EVENTS)).saysBytewise(chunked(EVENTS)).says(OK + length + EVENTS)
                .saysAndHangsUp("HTTP/1.0 200\r\nX:\r\n\r\n" + EVENTS)
                .says("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + chunked(EVENTS))
                .says(OK + "Content-Length: 5\r\nTransfer-Encoding: Chunked\r\n\r\n" + chunked(EVENTS).substring(CHUNKED.length()));

        for (int i = 0; i < 6; i++) assertEquals(HEARD, ask(), "answer " + i);
    }

    @Test
    void whoKeepsTheEventsKeepsNoneOfTheirData() throws Exception {
        server.says(chunked(EVENTS));

        ask();

        assertEquals(3, asking.kept.size());
        assertTrue(asking.kept.stream().allMatch(event -> event.data().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n",
        OK + "no colon\r\n\r\n", OK + " folded: x\r\n\r\n", OK + "Space : x\r\n\r\n",
        OK + "Content-Length: 5, 6\r\n\r\n", OK + "Content-Length: -5\r\n\r\n", OK + "Content-Length: 0x5\r\n\r\n",
        OK + "Transfer-Encoding: gzip, chunked\r\n\r\n",
        CHUNKED + "\r\n", CHUNKED + "g\r\n", CHUNKED + "+5\r\n", CHUNKED + "5x\r\n", CHUNKED + "1000000000000000\r\n",
        CHUNKED + "3\r\n: \nx\r\n"
    })
    void whatIsNoResponseIsUnreadable(String text) {
        server.says(text);

        assertEquals(new Trouble.Garbled(false), assertThrows(Broken.class, this::ask).trouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "HTTP/1.1 200", OK + "Content-Le", OK + "Content-Length: 100\r\n\r\ndata: a\n\n", CHUNKED + "5", CHUNKED + "5\r\n: ",
        CHUNKED + "2\r\n: \r\n0\r\nTrai"
    })
    void whatEndsTooEarlyIsCut(String text) {
        server.saysAndHangsUp(text);

        assertEquals(new Trouble.Cut(), assertThrows(Broken.class, this::ask).trouble());
    }

    @Test
    void aHeadThatNeverEndsIsNotKept() {
        server.says(OK + "X: y\r\n".repeat(20_000));

        assertEquals(new Trouble.Endless(), assertThrows(Broken.class, this::ask).trouble());
    }

    @Test
    void whatFollowsTheLastChunkIsNotReadForEver() {
        server.says(CHUNKED + "0\r\n" + "X: y\r\n".repeat(20_000));

        assertInstanceOf(Trouble.Garbled.class, assertThrows(Broken.class, this::ask).trouble());
    }

    @Test
    void aKeyCannotAddAHeader() {
        var refused = assertThrows(IllegalArgumentException.class, () -> asking.ask(url(), "{}", "key\r\nX-Other: x"));

        assertTrue(!refused.getMessage().contains("key"), refused.getMessage());
        assertEquals(0, server.connections.get());
    }
}
