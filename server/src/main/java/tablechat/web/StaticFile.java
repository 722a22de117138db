package tablechat.web;

import io.helidon.http.Header;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tablechat.protocol.Nullable;

/// A file of the page, as it is and, where that is smaller, zipped. `lasting` says that it never changes at this address.
record StaticFile(Sent plain, @Nullable Sent zipped, boolean lasting) {

    /// Its bytes in one coding, and a tag that changes whenever they do.
    record Sent(Body body, String tag) {

        static Sent of(byte[] bytes, Header type) {
            return new Sent(new Body(type, bytes), '"' + hash(bytes) + '"');
        }
    }

    /// @param zipped what the build made of it; null where it did not. It is not taken when it was made of other bytes
    static StaticFile of(byte[] bytes, byte @Nullable [] zipped, Header type, boolean lasting) {
        byte[] fitting = zipped != null && Gzip.isOf(zipped, bytes) ? zipped : Gzip.zip(bytes);
        return new StaticFile(Sent.of(bytes, type), fitting == null ? null : Sent.of(fitting, type), lasting);
    }

    /// The same at an address where it never changes.
    StaticFile kept() {
        return new StaticFile(plain, zipped, true);
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
