package tablechat.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tablechat.protocol.Nullable;

/// Where the page's files lie for the browser: below `/v/VERSION/`, so that it may keep them for ever and still has the new ones
/// after an upgrade. `index.html` alone lies elsewhere and is asked for again each time; it names the others below `v/now/`, in place
/// of which it is sent with the version.
record PageVersion(@Nullable String version) {
    private static final String NOW = "v/now/";
    private static final Pattern PATH = Pattern.compile("/v/([0-9a-z]{3,8})(/.+)");

    /// That of this jar: of the names and checksums in its table of contents. A folder of classes has none, as it may change at any
    /// time.
    static PageVersion ofJar() {
        return OfJar.VERSION;
    }

    private static PageVersion read() {
        Path jar = Path.of(URI.create(PageVersion.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        if (!Files.isRegularFile(jar)) return new PageVersion(null);
        var sum = new CRC32();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream().filter(entry -> entry.getName().startsWith("static/")).forEach(entry ->
                    sum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + jar, e);
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

    private static final class OfJar {
        static final PageVersion VERSION = read();
    }
}
