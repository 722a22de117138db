package tablechat.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import java.util.List;
import tablechat.protocol.Nullable;

/// What a request says of itself that the [Door] looks at; `target` is the path as it came, `token` the query parameter.
record Visit(
        String target,
        List<String> hosts,
        List<String> origins,
        List<String> fetchSite,
        boolean followsLink,
        List<String> authorization,
        List<String> cookies,
        @Nullable String token) {
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final HeaderName FETCH_MODE = HeaderNames.create("Sec-Fetch-Mode");
    private static final HeaderName FETCH_DEST = HeaderNames.create("Sec-Fetch-Dest");

    static Visit of(HttpPrologue prologue, Headers headers) {
        boolean followsLink = all(headers, FETCH_MODE).equals(List.of("navigate"))
                && all(headers, FETCH_DEST).equals(List.of("document"));
        return new Visit(
                prologue.uriPath().rawPath(),
                all(headers, HeaderNames.HOST),
                all(headers, HeaderNames.ORIGIN),
                all(headers, FETCH_SITE),
                followsLink,
                all(headers, HeaderNames.AUTHORIZATION),
                all(headers, HeaderNames.COOKIE),
                prologue.query().first(Token.PARAMETER).orElse(null));
    }

    private static List<String> all(Headers headers, HeaderName name) {
        return headers.contains(name) ? headers.get(name).allValues() : List.of();
    }
}
