package tablechat.database;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import tablechat.protocol.Rejected;

/// The file in `sqlite:/path/shop.db`, `sqlite:relative.db` (from the working folder) or `sqlite:///path/shop.db`.
/// Everything after the scheme is a path: SQLite's own parameters and `file:` names mean nothing here.
final class SqlitePath {

    private SqlitePath() {}

    /// Absolute and normalized; `%2C` and the like are decoded.
    ///
    /// @throws Rejected when the URL names no file
    static Path in(String url) {
        String rest = url.substring(Sqlite.NAME.length() + 1);
        if (rest.startsWith("//") && !rest.startsWith("///")) {
            throw wrong("After sqlite:// comes an absolute path, as in sqlite:///path/shop.db; "
                    + "for a relative one write sqlite:shop.db.");
        }
        String path = decoded(rest.startsWith("///") ? rest.substring(2) : rest);
        if (path.isBlank()) throw wrong("The URL names no file; write it as in %s.".formatted(Sqlite.EXAMPLE));
        if (path.equals(":memory:")) {
            throw wrong("A database in memory is empty; name a file, as in %s.".formatted(Sqlite.EXAMPLE));
        }
        try {
            return Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong("The URL holds a character that no file name can have.");
        }
    }

    /// A `%` that begins no two hexadecimal digits stands for itself, as people write it in file names.
    private static String decoded(String text) {
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

    private static Rejected wrong(String sentence) {
        return Rejected.field("url", sentence);
    }
}
