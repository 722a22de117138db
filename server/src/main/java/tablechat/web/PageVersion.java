package tablechat.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tablechat.protocol.Nullable;

/// Where the page's files lie for the browser: below `/v/VERSION/`, so that it may keep them for ever and still has the new ones
/// after an upgrade. `index.html` alone lies elsewhere and is asked for again each time; it names the others below `v/now/`, in place
/// of which it is sent with the version.
record PageVersion(@Nullable String version) {
    static final PageVersion NONE = new PageVersion(null);
    /// Beside this class; the build writes it. What is read of a jar comes out of the one that was opened at the start, whatever
    /// lies at its path by then: the version has to come from there as the files do.
    static final String FILE = "page-version";

    private static final System.Logger LOG = System.getLogger(PageVersion.class.getName());
    private static final String NOW = "v/now/";
    private static final Pattern PATH = Pattern.compile("/v/([0-9a-z]{3,8})(/.+)");

    /// That of the jar we come from. A folder of classes has none, as it may change at any time.
    static PageVersion ofJar() {
        return in(PageVersion.class.getResource(FILE));
    }

    static PageVersion in(@Nullable URL file) {
        if (file == null || !file.getProtocol().equals("jar")) return NONE;
        try (InputStream in = file.openStream()) {
            return new PageVersion(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "page: its version cannot be read, so browsers keep none of its files: " + e);
            return NONE;
        }
    }

    /// Of the names and contents of all files in the folder.
    static PageVersion of(Path page) throws IOException {
        var sum = new CRC32();
        try (Stream<Path> files = Files.walk(page)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum.update(page.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
        }
        return new PageVersion("%08x".formatted(sum.getValue()));
    }

    /// The path of a file without its version: as it is where it names none.
    static String plain(String path) {
        Matcher versioned = PATH.matcher(path);
        return versioned.matches() ? versioned.group(2) : path;
    }

    /// Whether the path names this version, whose files never change.
    boolean isIn(String path) {
        Matcher versioned = PATH.matcher(path);
        return version != null && versioned.matches() && versioned.group(1).equals(version);
    }

    /// The page, naming its files by this version.
    byte[] named(byte[] page) {
        if (version == null) return page;
        return new String(page, StandardCharsets.UTF_8).replace(NOW, "v/" + version + "/").getBytes(StandardCharsets.UTF_8);
    }
}
