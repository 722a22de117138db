package tablechat.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import tablechat.protocol.Nullable;

/// Errors as one line of text. Also what Helidon answers with by itself, which would lack our headers.
final class PlainText implements DirectHandler {
    private static final Header TYPE = HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    static final Header NOT_STORED = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

    static void send(ServerRequest request, ServerResponse response, Status status, String text) {
        response.status(status).header(NOT_STORED);
        new Body(TYPE, line(text)).send(request, response);
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, @Nullable String message) {
        TransportResponse.Builder response = TransportResponse.builder().status(status).keepAlive(false);
        headers.forEach(response::header);
        SafeHeaders.ALL.forEach(response::header);
        response.header(TYPE).header(NOT_STORED);
        if (!request.method().equals("HEAD")) response.entity(line(text(status, message)));
        return response.build();
    }

    /// What goes wrong in the server is told in the log, not to the client.
    private static String text(Status status, @Nullable String message) {
        if (status.code() >= 500 || message == null || message.isBlank()) return status.reasonPhrase() + ".";
        return message;
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
