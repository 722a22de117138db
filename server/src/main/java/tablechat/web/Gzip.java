package tablechat.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tablechat.protocol.Nullable;

/// The files of the page, zipped. The build calls it, so that the jar has them beside the plain ones as `FILE.gz`, and no request
/// waits for it; their [PageVersion] is written down then, too.
public final class Gzip {
    static final String ENDING = ".gz";

    /// Below this, zipping saves no packet on the way.
    private static final int BYTES_MIN = 1_000;

    private static final int TRAILER_BYTES = 8;
    private static final Pattern TEXT = Pattern.compile(".*\\.(html|js|mjs|css|json|yaml|txt|svg)");
    private static final Pattern LIBRARY = Pattern.compile("/lib(/[a-z][^']*/\\d[^']*)'");

    private Gzip() {}

    /// @param arguments the folder of classes and resources: its `static` is zipped, and the libraries that `static/lib.js` names
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path page = classes.resolve("static");
        try (Stream<Path> files = Files.walk(page)) {
            for (Path file : files.filter(path -> TEXT.matcher(path.toString()).matches()).toList()) {
                write(Files.readAllBytes(file), file.resolveSibling(file.getFileName() + ENDING));
            }
        }
        for (String name : libraries(Files.readString(page.resolve("lib.js")))) {
            String resource = StaticFiles.LIBRARIES + name;
            try (InputStream in = Gzip.class.getResourceAsStream(resource)) {
                if (in == null) throw new IOException("static/lib.js names " + name + ", which no WebJar has");
                write(in.readAllBytes(), classes.resolve(resource.substring(1) + ENDING));
            }
        }
        Path version = Files.createDirectories(classes.resolve("tablechat/web")).resolve(PageVersion.FILE);
        Files.writeString(version, PageVersion.of(page).version());
    }

    static List<String> libraries(String module) {
        return LIBRARY.matcher(module).results().map(found -> found.group(1)).distinct().toList();
    }

    private static void write(byte[] bytes, Path file) throws IOException {
        byte[] zipped = zip(bytes);
        if (zipped == null) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, zipped);
    }

    /// Null where it is not worth it.
    static byte @Nullable [] zip(byte[] bytes) {
        if (bytes.length < BYTES_MIN) return null;
        var zipped = new ByteArrayOutputStream();
        try (OutputStream out = new Best(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no writing to memory that fails", e);
        }
        return zipped.size() < bytes.length ? zipped.toByteArray() : null;
    }

    /// Whether this is what those bytes were zipped to, and not an earlier state of them: by the checksum and the length that stand
    /// at its end (RFC 1952).
    static boolean isOf(byte[] zipped, byte[] bytes) {
        if (zipped.length < TRAILER_BYTES) return false;
        ByteBuffer trailer = ByteBuffer.wrap(zipped, zipped.length - TRAILER_BYTES, TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var checksum = new CRC32();
        checksum.update(bytes);
        return trailer.getInt() == (int) checksum.getValue() && trailer.getInt() == bytes.length;
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
