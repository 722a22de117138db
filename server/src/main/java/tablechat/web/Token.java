package tablechat.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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
        for (String header : headers) {
            for (String cookie : header.split(";")) {
                int equals = cookie.indexOf('=');
                if (equals < 0 || !cookie.substring(0, equals).strip().equals(cookieName)) continue;
                if (MessageDigest.isEqual(bytes(cookie.substring(equals + 1).strip()), cookieValue)) return true;
            }
        }
        return false;
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
