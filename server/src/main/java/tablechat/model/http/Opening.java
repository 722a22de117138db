package tablechat.model.http;

import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// Sends a request and waits for the head of its answer. It is written out and there is a connection to send it over before leave
/// to send it is waited for.
record Opening(Http http, Limits limits, Permission permission) {
    private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

    /// The caller closes the response. A connection that was used before and died unnoticed is replaced, where that is allowed.
    ///
    /// @throws Broken no answer began within the limit, or there is no way to the server
    Response open(HttpRequest request, String body) throws InterruptedException {
        URI uri = URI.create(request.url());
        byte[] bytes = bytes(request, uri, body);
        @Nullable Line spare = http.spare(Origin.of(uri));
        if (spare != null && isUpWhenAllowed(spare)) {
            Response response = askSpare(spare, bytes);
            if (response != null) return response;
            if (!permission.mayAskAgain()) throw new Broken(new Trouble.Cut());
        }
        Line line = new Dial(limits.connect()).open(uri);
        awaitLeave(line);
        Response response = ask(line, bytes);
        if (response == null) throw new Broken(new Trouble.Cut());
        return response;
    }

    /// False, and it is closed, where the server left while leave was waited for: nothing was sent over it.
    private boolean isUpWhenAllowed(Line spare) throws InterruptedException {
        awaitLeave(spare);
        boolean isUp = spare.isUp();
        if (!isUp) spare.close();
        return isUp;
    }

    private void awaitLeave(Line line) throws InterruptedException {
        try {
            permission.beforeAsking();
        } catch (InterruptedException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    /// Null when the server hung up and said nothing, as one does that had left before. One that began to answer has the request.
    private @Nullable Response askSpare(Line spare, byte[] request) throws InterruptedException {
        try {
            return ask(spare, request);
        } catch (Broken e) {
            if (e.trouble() instanceof Trouble.Cut && !spare.heard()) return null;
            throw e;
        }
    }

    /// Null when the server hung up instead of an answer.
    private @Nullable Response ask(Line line, byte[] request) throws InterruptedException {
        boolean began = false;
        try {
            line.write(request, limits.first());
            Head head = Head.read(line, limits.first());
            if (head == null) return null;
            var response = new Response(http, line, head, new Body(line, head));
            began = true;
            return response;
        } finally {
            if (!began) line.close();
        }
    }

    private static byte[] bytes(HttpRequest request, URI uri, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        field("Host", uri.getHost() + port, head);
        field("Accept", "text/event-stream", head);
        field("Content-Length", "" + content.length, head);
        for (Map.Entry<String, List<String>> field : request.headers().entrySet()) {
            for (String value : field.getValue()) field(field.getKey(), value, head);
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[first.length + content.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(content, 0, whole, first.length, content.length);
        return whole;
    }

    /// A line end in a key would begin a header of its own.
    private static void field(String name, String value, StringBuilder head) {
        if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("the header " + name + " has characters that no header may have");
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
