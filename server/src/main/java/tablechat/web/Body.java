package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// What an answer carries, in bytes. To HEAD it goes with its length and without its bytes: Helidon would send them, and a
/// client would take them for the next answer.
record Body(Header type, byte[] bytes) {

    void send(ServerRequest request, ServerResponse response) {
        response.header(type);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(bytes.length));
            response.send();
        } else {
            response.send(bytes);
        }
    }
}
