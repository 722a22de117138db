package tablechat.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The shared secret, in the three forms a request may bring it: `Authorization: Bearer TOKEN`, `?token=TOKEN`, and the cookie
/// the latter is exchanged for, which holds a digest and not the secret. Compared in constant time.
final class Token {
    static final String PARAMETER = "token";
    private static final String BEARER = "bearer ";

    private final byte[] secret;
    private final String cookieName;
    private final byte[] cookieValue;

    /// The port is in the cookie's name, since browsers send cookies to every port of a host.
    Token(String secret, int port) {
        this.secret = bytes(secret);
        this.cookieName = "tablechat-" + port;
        this.cookieValue = bytes(digest("tablechat cookie " + secret));
    }

    boolean isIn(Visit visit) {
        return visit.token() != null && is(visit.token())
                || visit.authorization().size() == 1 && isBearer(visit.authorization().getFirst())
                || isInCookies(visit.cookies());
    }

    /// What this request takes for the token, right or wrong, each as a digest.
    Set<String> triedIn(Visit visit) {
        var tried = new HashSet<String>();
        if (visit.token() != null) tried.add(digest(visit.token()));
        for (String authorization : visit.authorization()) tried.add(digest(authorization));
        for (String cookie : ours(visit.cookies())) tried.add(digest(cookie));
        return tried;
    }

    /// The value of a `Set-Cookie` header.
    String cookie() {
        return cookieName + "=" + new String(cookieValue, StandardCharsets.UTF_8) + "; Path=/; HttpOnly; SameSite=Strict";
    }

    private boolean is(String given) {
        return MessageDigest.isEqual(bytes(given), secret);
    }

    private boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && is(authorization.substring(BEARER.length()).strip());
    }

    private boolean isInCookies(List<String> headers) {
        boolean found = false;
        for (String cookie : ours(headers)) found |= MessageDigest.isEqual(bytes(cookie), cookieValue);
        return found;
    }

    /// The values of the cookies with our name.
    private List<String> ours(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(cookie -> cookie.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(cookieName))
                .map(pair -> pair[1].strip())
                .toList();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
