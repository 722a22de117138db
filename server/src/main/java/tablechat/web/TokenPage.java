package tablechat.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.StringJoiner;

/// What a browser without the token sees: a page that asks for it and opens the address again with `?token=`.
final class TokenPage {
    private static final String PAGE = "/token.html";
    private static final Set<String> PARTS = Set.of("/token.js", "/token.css", "/css/tokens.css");

    private final StaticFiles files;

    TokenPage(StaticFiles files) {
        this.files = files;
    }

    /// Answers a browser; false for anybody else, who then has to be told in words.
    boolean answers(Refusal refusal, RoutingRequest request, RoutingResponse response) {
        String path = request.prologue().uriPath().rawPath();
        if (PARTS.contains(path)) return files.send(path, request, response);
        boolean browser = request.headers().contains(HeaderNames.ACCEPT)
                && request.headers().get(HeaderNames.ACCEPT).get().contains("text/html");
        if (!browser) return false;
        refusal.headers().forEach(response::header);
        response.status(refusal.status());
        return files.send(PAGE, request, response);
    }

    /// Sends the browser to the same address without the token, with the cookie that stands for it.
    static void exchange(String cookie, RoutingRequest request, RoutingResponse response) {
        response.header(HeaderNames.SET_COOKIE, cookie);
        response.header(HeaderNames.LOCATION, withoutToken(request));
        response.header(PlainText.NOT_STORED);
        response.status(Status.SEE_OTHER_303).send();
    }

    private static String withoutToken(RoutingRequest request) {
        // More than one slash in front would name another host.
        String path = "/" + request.prologue().uriPath().rawPath().replaceFirst("^[/\\\\]+", "");
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String name : request.query().names()) {
            if (name.equals(Token.PARAMETER)) continue;
            for (String value : request.query().all(name)) query.add(encoded(name) + "=" + encoded(value));
        }
        return path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
