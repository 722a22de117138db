package tablechat.web;

import io.helidon.http.Header;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A file of the page; `tag` changes whenever the bytes do.
record StaticFile(Body body, String tag) {

    static StaticFile of(byte[] bytes, Header type) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            return new StaticFile(new Body(type, bytes), '"' + tag + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
