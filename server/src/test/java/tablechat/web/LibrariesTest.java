package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page takes from others comes from the class path: small, and once for each version.
final class LibrariesTest {
    private static final Pattern NAMED = Pattern.compile("import\\('\\.(/lib/[^']+)'\\)");

    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;

    @BeforeEach
    void start() {
        server = Server.start(new Settings("127.0.0.1", 0, Path.of("static"), List.of(), null), new Recorder());
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    @Test
    void everyLibraryThePageNamesIsThereToBeKept() throws Exception {
        List<String> paths = NAMED.matcher(Files.readString(Path.of("static/lib.js"))).results().map(found -> found.group(1)).toList();

        assertFalse(paths.isEmpty());
        for (String path : paths) {
            HttpResponse<byte[]> answer = get(path, "identity");
            assertEquals(200, answer.statusCode(), path);
            assertEquals("text/javascript; charset=utf-8", header(answer, "content-type"));
            assertEquals("private, max-age=31536000, immutable", header(answer, "cache-control"));
            assertEquals("no-cache", header(get("/lib.js", "identity"), "cache-control"));
        }
    }

    @Test
    void whatCanBeZippedGoesZippedToThoseWhoTakeIt() throws Exception {
        HttpResponse<byte[]> plain = get("/reduce.js", "identity, gzip;q=0");
        HttpResponse<byte[]> zipped = get("/reduce.js", "br;q=1.0, gzip;q=0.8");

        assertEquals("", header(plain, "content-encoding"));
        assertEquals("gzip", header(zipped, "content-encoding"));
        assertEquals("Accept-Encoding", header(plain, "vary"));
        assertTrue(zipped.body().length < plain.body().length / 2);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
        assertFalse(header(plain, "etag").equals(header(zipped, "etag")));
    }

    @Test
    void whoHasTheZippedOneIsNotSentItAgain() throws Exception {
        String tag = header(get("/reduce.js", "gzip"), "etag");

        assertEquals(304, send(request("/reduce.js", "gzip").header("If-None-Match", tag)).statusCode());
        assertEquals(200, send(request("/reduce.js", "identity").header("If-None-Match", tag)).statusCode());
    }

    @Test
    void gzipThatWasRefusedIsNotSentForAStar() throws Exception {
        for (String codings : List.of("gzip;q=0, *", "identity, gzip;q=0.5", "br")) {
            assertEquals("", header(get("/reduce.js", codings), "content-encoding"), codings);
        }
    }

    @Test
    void aTagIsOfTheseBytesInThisCoding() throws Exception {
        for (String codings : List.of("identity", "gzip")) {
            HttpResponse<byte[]> whole = get("/reduce.js", codings);
            HttpResponse<byte[]> kept = send(request("/reduce.js", codings).header("If-None-Match", "\"a\", W/" + header(whole, "etag")));

            assertEquals('"' + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(whole.body())) + '"', header(whole, "etag"));
            assertEquals(List.of(304, 0), List.of(kept.statusCode(), kept.body().length));
            assertEquals(List.of("Accept-Encoding", header(whole, "etag")), List.of(header(kept, "vary"), header(kept, "etag")));
        }
    }

    @Test
    void toHeadOnlyTheLengthOfTheZippedOneIsTold() throws Exception {
        HttpResponse<byte[]> told = send(request("/reduce.js", "gzip").HEAD());

        assertEquals(get("/reduce.js", "gzip").body().length, Integer.parseInt(header(told, "content-length")));
        assertEquals(0, told.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lib/chart.js/9.9.9/dist/chart.umd.min.js", "/lib/chart.js/../chart.js/4.5.1/package.json",
            "/lib/chart.js", "/lib/META-INF/1/a.js", "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js"})
    void nothingElseIsReachedThatWay(String path) throws Exception {
        assertEquals(404, get(path, "identity").statusCode());
    }

    private HttpResponse<byte[]> get(String path, String codings) throws IOException, InterruptedException {
        return send(request(path, codings));
    }

    private HttpRequest.Builder request(String path, String codings) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).header("Accept-Encoding", codings);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
