package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.stream.Stream;

/// What every answer tells the browser: run, load and connect to nothing but what comes from here, and stay in no one's frame.
final class SafeHeaders {
    /// What browsers look at only in the answer that a page is made of.
    static final List<Header> OF_PAGES = List.of(
            header(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            header("Referrer-Policy", "no-referrer"),
            header("X-Frame-Options", "DENY"),
            header("Cross-Origin-Opener-Policy", "same-origin"),
            header("Permissions-Policy", "camera=(), microphone=(), geolocation=()"));

    static final List<Header> OF_FILES =
            List.of(header("X-Content-Type-Options", "nosniff"), header("Cross-Origin-Resource-Policy", "same-origin"));

    static final List<Header> ALL = Stream.concat(OF_FILES.stream(), OF_PAGES.stream()).toList();

    private SafeHeaders() {}

    private static Header header(String name, String value) {
        return HeaderValues.createCached(HeaderNames.create(name), value);
    }
}
