package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// The page's files, from the jar (kept in memory once asked for) or from a folder (read anew each time), and below `/lib` those of
/// the libraries it uses: `/lib/NAME/VERSION/FILE` is that file of the WebJar. Instead of Helidon's static content, which tells
/// versions apart by the jar's time stamp and unpacks each file into the temporary folder. All of it is there below `/v/VERSION` also,
/// to be kept by the browser where that is its [PageVersion].
final class StaticFiles implements HttpService {
    /// Plain names only: nothing hidden, nothing that climbs, nothing encoded.
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    static final String LIBRARIES = "/META-INF/resources/webjars";

    private static final Pattern LIBRARY_PATH = Pattern.compile("/lib(/[^/]+/\\d[^/]*/.+)");

    private static final Header ASK_AGAIN = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
    private static final Header KEEP = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, max-age=31536000, immutable");
    private static final Header BY_ENCODING = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
    private static final Header ZIPPED = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");

    private static final Map<String, Header> TYPES = Map.ofEntries(
            type("html", "text/html; charset=utf-8"),
            type("js", "text/javascript; charset=utf-8"),
            type("mjs", "text/javascript; charset=utf-8"),
            type("css", "text/css; charset=utf-8"),
            type("json", "application/json; charset=utf-8"),
            type("yaml", "application/yaml; charset=utf-8"),
            type("txt", "text/plain; charset=utf-8"),
            type("svg", "image/svg+xml; charset=utf-8"),
            type("png", "image/png"),
            type("ico", "image/x-icon"),
            type("webp", "image/webp"),
            type("woff2", "font/woff2"));

    private static final String PAGE = "/index.html";

    /// Neither runs by itself nor shows anything: what else our headers say is said to the page that loads them.
    private static final Set<Header> OF_A_PAGE = Set.of(TYPES.get("js"), TYPES.get("css"));

    private final @Nullable Path folder;
    private final PageVersion version;
    private final Map<String, StaticFile> kept = new ConcurrentHashMap<>();

    StaticFiles(@Nullable Path folder) {
        this.folder = folder;
        version = folder == null ? PageVersion.ofJar() : PageVersion.NONE;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(this::handle);
    }

    /// Answers with a file and whatever status the response has by then; false when there is no such file.
    boolean send(String path, ServerRequest request, ServerResponse response) {
        Optional<StaticFile> found = find(path);
        found.ifPresent(file -> send(file, request, response));
        return found.isPresent();
    }

    Optional<StaticFile> find(String path) {
        Header type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PLAIN_PATH.matcher(path).matches()) return Optional.empty();
        String file = PageVersion.plain(path);
        try {
            Optional<StaticFile> own = folder == null ? inJar("/static" + file, type, false) : inFolder(folder, file, type);
            if (own.isPresent()) return version.isIn(path) ? own.map(StaticFile::kept) : own;
            Matcher library = LIBRARY_PATH.matcher(file);
            return library.matches() ? inJar(LIBRARIES + library.group(1), type, true) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    private void handle(ServerRequest request, ServerResponse response) {
        String path = request.prologue().uriPath().rawPath();
        if (!send(path.equals("/") ? PAGE : path, request, response)) {
            PlainText.send(request, response, Status.NOT_FOUND_404, "There is nothing here.");
        }
    }

    private static void send(StaticFile file, ServerRequest request, ServerResponse response) {
        boolean isZipped = file.zipped() != null
                && AcceptEncoding.prefersGzip(listed(request, HeaderNames.ACCEPT_ENCODING).toList());
        StaticFile.Sent sent = isZipped ? file.zipped() : file.plain();
        if (OF_A_PAGE.contains(sent.body().type())) SafeHeaders.OF_PAGES.forEach(header -> response.headers().remove(header.headerName()));
        response.header(HeaderNames.ETAG, sent.tag());
        response.header(file.lasting() ? KEEP : ASK_AGAIN);
        if (file.zipped() != null) response.header(BY_ENCODING);
        if (response.status().equals(Status.OK_200) && listed(request, HeaderNames.IF_NONE_MATCH).anyMatch(isTag(sent.tag()))) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            if (isZipped) response.header(ZIPPED);
            sent.body().send(request, response);
        }
    }

    private static Predicate<String> isTag(String tag) {
        return value -> value.equals("*") || value.replaceFirst("^W/", "").equals(tag);
    }

    private static Stream<String> listed(ServerRequest request, HeaderName name) {
        if (!request.headers().contains(name)) return Stream.empty();
        return request.headers().get(name).allValues().stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip);
    }

    private Optional<StaticFile> inJar(String path, Header type, boolean lasting) throws IOException {
        StaticFile known = kept.get(path);
        if (known != null) return Optional.of(known);
        byte[] bytes = resource(path);
        if (bytes == null) return Optional.empty();
        if (path.endsWith(PAGE)) bytes = version.named(bytes);
        StaticFile file = StaticFile.of(bytes, resource(path + Gzip.ENDING), type, lasting);
        kept.put(path, file);
        return Optional.of(file);
    }

    private static byte @Nullable [] resource(String path) throws IOException {
        try (InputStream in = StaticFiles.class.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static Optional<StaticFile> inFolder(Path folder, String path, Header type) throws IOException {
        Path file = folder.resolve(path.substring(1));
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) return Optional.empty();
        return Optional.of(StaticFile.of(Files.readAllBytes(file), null, type, false));
    }

    private static Map.Entry<String, Header> type(String suffix, String type) {
        return Map.entry(suffix, HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type));
    }
}
