package tablechat.web;

import io.helidon.http.Header;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// The page's files, from the jar (kept in memory once asked for) or from a folder (read anew each time). Instead of Helidon's
/// static content, which tells versions apart by the jar's time stamp and unpacks each file into the temporary folder.
final class StaticFiles implements HttpService {
    /// Plain names only: nothing hidden, nothing that climbs, nothing encoded.
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

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

    private final @Nullable Path folder;
    private final Map<String, StaticFile> kept = new ConcurrentHashMap<>();

    StaticFiles(@Nullable Path folder) {
        this.folder = folder;
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
        try {
            return folder == null ? inJar(path, type) : inFolder(folder, path, type);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    private void handle(ServerRequest request, ServerResponse response) {
        String path = request.prologue().uriPath().rawPath();
        if (!send(path.equals("/") ? "/index.html" : path, request, response)) {
            PlainText.send(request, response, Status.NOT_FOUND_404, "There is nothing here.");
        }
    }

    private static void send(StaticFile file, ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ETAG, file.tag());
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        if (response.status().equals(Status.OK_200) && has(request, file.tag())) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            file.body().send(request, response);
        }
    }
    private static boolean has(ServerRequest request, String tag) {
        return request.headers().contains(HeaderNames.IF_NONE_MATCH)
                && request.headers().get(HeaderNames.IF_NONE_MATCH).allValues().stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(value -> value.strip().replaceFirst("^W/", ""))
                        .anyMatch(value -> value.equals(tag) || value.equals("*"));
    }

    private Optional<StaticFile> inJar(String path, Header type) throws IOException {
        StaticFile known = kept.get(path);
        if (known != null) return Optional.of(known);
        try (InputStream in = StaticFiles.class.getResourceAsStream("/static" + path)) {
            if (in == null) return Optional.empty();
            StaticFile file = StaticFile.of(in.readAllBytes(), type);
            kept.put(path, file);
            return Optional.of(file);
        }
    }

    private static Optional<StaticFile> inFolder(Path folder, String path, Header type) throws IOException {
        Path file = folder.resolve(path.substring(1));
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) return Optional.empty();
        return Optional.of(StaticFile.of(Files.readAllBytes(file), type));
    }

    private static Map.Entry<String, Header> type(String suffix, String type) {
        return Map.entry(suffix, HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type));
    }
}
