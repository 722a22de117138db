package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The opening handshake (RFC 6455, section 4.2).
final class Handshake {
    static final Status UPGRADE_REQUIRED = Status.create(426, "Upgrade Required");
    private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
    private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
    private static final String VERSION_SPOKEN = "13";
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /// Why no socket can be opened with these headers; empty when one can.
    static Optional<Refusal> refuse(Method method, Headers headers) {
        if (!method.equals(Method.GET)) return Optional.of(new Refusal(Status.METHOD_NOT_ALLOWED_405, "Open a socket with GET."));
        if (!named(headers, HeaderNames.CONNECTION, "upgrade")) return bad("A WebSocket needs the header Connection: Upgrade.");
        if (!named(headers, VERSION, VERSION_SPOKEN)) {
            Header spoken = HeaderValues.create(VERSION, VERSION_SPOKEN);
            return Optional.of(new Refusal(UPGRADE_REQUIRED, "Only version 13 of WebSocket is spoken here.", List.of(spoken)));
        }
        List<String> keys = headers.contains(KEY) ? headers.get(KEY).allValues() : List.of();
        if (keys.size() != 1 || !isKey(keys.getFirst())) return bad("Sec-WebSocket-Key must be 16 bytes in base64.");
        return Optional.empty();
    }

    /// The answer that opens the socket, as it goes over the wire.
    static byte[] answer(Headers headers) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        append(answer, "Connection", "Upgrade");
        append(answer, "Upgrade", "websocket");
        append(answer, "Sec-WebSocket-Accept", accept(headers.get(KEY).get()));
        for (Header header : SafeHeaders.ALL) append(answer, header.name(), header.get());
        return answer.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static void append(StringBuilder answer, String name, String value) {
        answer.append(name).append(": ").append(value).append("\r\n");
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean named(Headers headers, HeaderName name, String token) {
        return headers.contains(name) && headers.get(name).allValues().stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }

    private static Optional<Refusal> bad(String text) {
        return Optional.of(new Refusal(Status.BAD_REQUEST_400, text));
    }
}
