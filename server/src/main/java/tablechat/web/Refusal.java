package tablechat.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// An answer that refuses a request, in one line of plain text that says what to do; the connection ends with it.
record Refusal(Status status, String text, List<Header> headers) {

    Refusal(Status status, String text) {
        this(status, text, List.of());
    }

    void send(ServerRequest request, ServerResponse response) {
        headers.forEach(response::header);
        PlainText.send(request, response, status, text);
    }

    /// For refusing where there is no response yet to write to: before HTTP routing.
    RequestException exception() {
        RequestException.Builder builder = RequestException.builder()
                .type(DirectHandler.EventType.OTHER)
                .status(status)
                .message(text)
                .setKeepAlive(false);
        headers.forEach(builder::header);
        return builder.build();
    }
}
