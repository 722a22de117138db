package tablechat.model.http;

import java.net.URI;

/// Whom a connection leads to. `host` has no brackets around an IPv6 address.
record Origin(boolean secure, String host, int port) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    static Origin of(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int usual = secure ? HTTPS_PORT : HTTP_PORT;
        return new Origin(secure, uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort() < 0 ? usual : uri.getPort());
    }
}
