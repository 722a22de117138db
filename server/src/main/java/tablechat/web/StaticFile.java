package tablechat.web;

import io.helidon.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import tablechat.protocol.Nullable;

/// A file of the page, as it is and, where that is smaller, zipped. `tag` changes whenever the bytes do; `lasting` says that they
/// never do at this address.
record StaticFile(Body body, @Nullable Body zipped, String tag, boolean lasting) {
    /// Below this, zipping saves no packet on the way.
    private static final int ZIPPED_BYTES_MIN = 1_000;

    static StaticFile of(byte[] bytes, Header type, boolean lasting) {
        byte[] zipped = bytes.length < ZIPPED_BYTES_MIN ? bytes : zip(bytes);
        return new StaticFile(new Body(type, bytes), zipped.length < bytes.length ? new Body(type, zipped) : null, tag(bytes), lasting);
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] zip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no writing to memory that fails", e);
        }
        return zipped.toByteArray();
    }
}
