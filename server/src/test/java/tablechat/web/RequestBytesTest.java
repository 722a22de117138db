package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.RequestException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestBytesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "GET / HTTP/1.1\r\nhost: x\r\n\r\n", "GET /\r\n\r\nHEAD /a\r\n\r\nGET /b\r\n", "GET /\r\n\r\n\u0081\u0085abcdefg"
    })
    void capitalsPassUnchanged(String requests) {
        byte[] bytes = bytes(requests);

        assertArrayEquals(bytes, of(bytes).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "get / HTTP/1.1\r\n", "Get / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nA: b\r\n\r\nget / HTTP/1.1\r\n",
        "GET /\r\n\r\r\n\r\nget"
    })
    void smallLettersInAMethodAreRefused(String requests) {
        RequestBytes whole = of(bytes(requests));

        assertEquals(405, assertThrows(RequestException.class, whole::get).status().code());
    }

    @Test
    void aMethodCutBetweenSegmentsIsSeen() {
        RequestBytes cut = of(bytes("GET /\r\n\r"), bytes("\nG"), bytes("et / "));
        cut.get();
        cut.get();

        assertThrows(RequestException.class, cut::get);
    }

    @Test
    void afterAnUpgradeEverythingPasses() {
        RequestBytes bytes = of(bytes("GET /\r\n\r\n"), bytes("get /\r\n\r\nget"));
        bytes.get();

        bytes.upgraded();

        assertArrayEquals(bytes("get /\r\n\r\nget"), bytes.get());
    }

    private static RequestBytes of(byte[]... segments) {
        Iterator<byte[]> left = Arrays.asList(segments).iterator();
        return new RequestBytes(new DataReader(() -> left.hasNext() ? left.next() : null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
