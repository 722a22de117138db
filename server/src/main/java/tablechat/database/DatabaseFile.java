package tablechat.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import tablechat.protocol.Rejected;

/// The file in `sqlite:/path/shop.db`, `sqlite:relative.db` (from the working folder) or `sqlite:///path/shop.db`.
/// Everything after the scheme is a path: an engine's own parameters and `file:` names mean nothing here.
///
/// @param path absolute and normalized
record DatabaseFile(String product, Path path) {

    /// @param example a whole URL, `SCHEME:/path/shop.db`
    /// @throws Rejected when the URL names no file
    static DatabaseFile in(String url, String product, String example) {
        String scheme = example.substring(0, example.indexOf(':'));
        String rest = url.substring(scheme.length() + 1);
        if (rest.startsWith("//") && !rest.startsWith("///")) {
            throw wrong("After %1$s:// comes an absolute path, as in %1$s:///path/shop.db; for a relative one write %1$s:shop.db."
                    .formatted(scheme));
        }
        String path = Percent.decoded(rest.startsWith("///") ? rest.substring(2) : rest);
        if (path.isBlank()) throw wrong("The URL names no file; write it as in %s.".formatted(example));
        if (path.equals(":memory:")) throw wrong("A database in memory is empty; name a file, as in %s.".formatted(example));
        try {
            return new DatabaseFile(product, Path.of(path).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw wrong("The URL holds a character that no file name can have.");
        }
    }

    /// A URL that names the same file from whatever folder.
    String url(String scheme) {
        return scheme + ":" + path.toString().replace("%", "%25").replace(",", "%2C");
    }

    /// The file itself, so that one put in its place is noticed. Its number alone would be given again to the next file.
    ///
    /// @throws DatabaseFailure when there is no file
    Object identity() throws DatabaseFailure {
        BasicFileAttributes attributes = attributes();
        return Arrays.asList(attributes.fileKey(), attributes.creationTime());
    }

    /// [#identity], and what changes when the file is written.
    Object state() throws DatabaseFailure {
        BasicFileAttributes attributes = attributes();
        return Arrays.asList(attributes.fileKey(), attributes.creationTime(), attributes.lastModifiedTime(), attributes.size());
    }

    private BasicFileAttributes attributes() throws DatabaseFailure {
        if (!Files.exists(path)) throw new DatabaseFailure("There is no file %s.".formatted(path));
        if (Files.isDirectory(path)) {
            String article = "AEIOS".indexOf(product.charAt(0)) >= 0 ? "an" : "a";
            throw new DatabaseFailure("%s is a folder, not %s %s database.".formatted(path, article, product));
        }
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            throw new DatabaseFailure("The file %s cannot be looked at.".formatted(path));
        }
    }

    private static Rejected wrong(String sentence) {
        return Rejected.field("url", sentence);
    }
}
