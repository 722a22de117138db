package tablechat.database;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// `%2C` and the like in URLs.
final class Percent {
    private Percent() {}

    /// A `%` that begins no two hexadecimal digits stands for itself, as people write it in file names and passwords.
    static String decoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int high = encoded[i] == '%' && i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(encoded[i + 2], 16) : -1;
            decoded.write(low >= 0 ? high << 4 | low : encoded[i]);
            if (low >= 0) i += 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
