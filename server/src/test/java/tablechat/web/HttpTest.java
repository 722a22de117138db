package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Nullable;

/// What comes back over plain HTTP, byte by byte.
@Timeout(60)
final class HttpTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path page;

    private @Nullable Server server;

    @AfterEach
    void stop() {
        if (server != null) server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "HEAD, /, 200",
        "GET, /icon.svg, 200",
        "GET, /ws, 426",
        "GET, /nothing.js, 404",
        "GET, /%zz, 400",
        "GET, http://127.0.0.1/, 400",
        "POST, /, 405",
        "OPTIONS, /, 405",
        "get, /, 405",
        "TRACE, /, 405",
        "FOO, /, 405"
    })
    void everyAnswerCarriesOurHeaders(String method, String path, int status) throws IOException {
        String answer = ask(start(null), method, path, "Connection: close");

        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        SafeHeaders.ALL.forEach(header -> assertTrue(answer.contains(header.name() + ": " + header.get() + "\r\n"), answer));
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("\r\nserver:"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app.js", "/v/now/app.js", "/look.css"})
    void whatAPageIsMadeOfCarriesOnlyWhatConcernsIt(String path) throws IOException {
        String answer = ask(start(null), "GET", path, "Connection: close");

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        SafeHeaders.OF_FILES.forEach(header -> assertTrue(answer.contains(header.name() + ": " + header.get() + "\r\n"), answer));
        SafeHeaders.OF_PAGES.forEach(header -> assertFalse(answer.contains(header.name()), answer));
    }

    /// Another port of this machine is another server, whose pages are not ours.
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1", "https://127.0.0.1", "http://localhost", "http://127.0.0.1:443", "https://127.0.0.1:PORT"})
    void pagesOfOtherServersOnThisMachineMayNotAsk(String origin) throws IOException {
        Server started = start(null);

        String answer = ask(started, "GET", "/", "Connection: close", "Origin: " + origin.replace("PORT", "" + started.port()));

        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 3", "Content-Length: 1099511627776", "Content-Length: -1", "Content-Length: x",
        "Transfer-Encoding: chunked", "Transfer-Encoding: xchunked"
    })
    void anAnnouncedBodyIsRefusedAtOnceAndTheConnectionEnds(String header) throws IOException {
        String answer = ask(start(null), "GET", "/", header);

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "Connection: Close", "Connection: foo, close"})
    void theConnectionEndsWhenItShould(String header) throws IOException {
        String answer = ask(start(null), "GET", "/", header);

        assertTrue(answer.contains("Connection: close\r\n"), answer);
        assertTrue(answer.endsWith("<p>page"), answer);
    }

    @Test
    void aConnectionIsKeptForMoreRequests() throws IOException {
        int port = start(null).port();
        try (RawClient client = new RawClient(port)) {
            client.exchange(RawClient.request("HEAD", "/", port));

            String second = client.exchange(RawClient.request("HEAD", "/app.js", port));

            assertTrue(second.startsWith("HTTP/1.1 200"), second);
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/nothing.js, 404", "/ws, 426"})
    void headHasTheLengthAndNoBody(String path, int status) throws IOException {
        String answer = ask(start(null), "HEAD", path, "Connection: close");

        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertFalse(answer.contains("Content-Length: 0"), answer);
    }

    @Test
    void aFileIsNotSentAgainToOneWhoHasIt() throws IOException {
        Server server = start(null);
        String first = ask(server, "GET", "/app.js", "Connection: close");
        Matcher tag = Pattern.compile("ETag: (\\S+)").matcher(first);
        assertTrue(tag.find(), first);

        String again = ask(server, "GET", "/app.js", "Connection: close", "If-None-Match: W/\"x\", " + tag.group(1));

        assertTrue(again.startsWith("HTTP/1.1 304"), again);
        assertTrue(again.endsWith("\r\n\r\n"), again);
        assertTrue(first.contains("Cache-Control: no-cache\r\n"), first);
        assertTrue(first.contains("Content-Type: text/javascript; charset=utf-8\r\n"), first);
    }

    @Test
    void foreignNamesAndPagesGetASentence() throws IOException {
        Server server = start(null);

        String page = ask(server, "GET", "/", "Connection: close", "Origin: http://evil.example");

        assertTrue(page.startsWith("HTTP/1.1 403"), page);
        assertTrue(page.contains("TABLECHAT_ALLOWED_HOSTS"), page);
        assertFalse(page.contains("Access-Control"), page);
    }

    @Test
    void halfARequestIsEndedThoughItGoesOnByteByByte() throws Exception {
        page();
        server = Server.start(
                new Settings("127.0.0.1", 0, page, List.of(), null),
                new Timings(Duration.ofMillis(20), LONG, LONG, LONG, Duration.ofMillis(300)),
                new Recorder());
        try (RawClient slow = new RawClient(server.port())) {
            slow.send("GET / HTTP/1.1\r\nX".getBytes(StandardCharsets.US_ASCII));

            int bytes = drip(slow);

            assertTrue(bytes < 1_000, "still open after " + bytes + " bytes");
        }
    }

    @Test
    void withATokenNothingIsSaidWithoutIt() throws IOException {
        Server server = start("s3cret");

        String script = ask(server, "GET", "/", "Connection: close");
        String browser = ask(server, "GET", "/", "Connection: close", "Accept: text/html,*/*");
        String socket = ask(server.port(), RawClient.upgrade(server.port(), "?token=wrong"));

        assertTrue(script.startsWith("HTTP/1.1 401"), script);
        assertTrue(script.contains("Authorization: Bearer TOKEN"), script);
        assertTrue(browser.startsWith("HTTP/1.1 401"), browser);
        assertTrue(browser.contains("<script src=\"/token.js\" defer></script>"), browser);
        assertTrue(ask(server, "GET", "/token.js", "Connection: close").startsWith("HTTP/1.1 200"));
        assertTrue(socket.startsWith("HTTP/1.1 401"), socket);
    }

    @Test
    void theTokenInTheAddressIsExchangedForACookieThatOpensPageAndSocket() throws IOException {
        Server server = start("s3cret");

        String exchanged = ask(server, "GET", "//evil.example/?a=b%26c&token=s3cret", "Connection: close");
        Matcher cookie = Pattern.compile("Set-Cookie: ([^;]+); Path=/; HttpOnly; SameSite=Strict\r\n").matcher(exchanged);

        assertTrue(exchanged.startsWith("HTTP/1.1 303"), exchanged);
        assertTrue(exchanged.contains("Location: /evil.example/?a=b%26c\r\n"), exchanged);
        assertTrue(cookie.find(), exchanged);
        String header = "Cookie: " + cookie.group(1);
        assertTrue(ask(server, "GET", "/", "Connection: close", header).startsWith("HTTP/1.1 200"));
        try (RawClient client = new RawClient(server.port())) {
            assertTrue(client.exchange(RawClient.upgrade(server.port(), "", header)).startsWith("HTTP/1.1 101"));
        }
    }

    @Test
    void scriptsBringTheTokenAsTheyLike() throws IOException {
        Server server = start("s3cret");
        String bearer = "Authorization: Bearer s3cret";

        assertTrue(ask(server, "GET", "/", "Connection: close", bearer).startsWith("HTTP/1.1 200"));
        for (String request : new String[] {
            RawClient.upgrade(server.port(), "?token=s3cret"), RawClient.upgrade(server.port(), "", bearer)
        }) {
            try (RawClient client = new RawClient(server.port())) {
                assertTrue(client.exchange(request).startsWith("HTTP/1.1 101"));
            }
        }
    }

    @Test
    void otherPagesAreAskedBeforeTheFiles() throws IOException {
        page();
        server = Server.start(
                new Settings("127.0.0.1", 0, page, List.of(), null),
                new Recorder(),
                rules -> rules.get("/results/{file}", (request, response) -> {
                    throw new IllegalStateException("secret of " + request.path().pathParameters().get("file"));
                }));

        String failed = ask(server, "GET", "/results/1.csv", "Connection: close");

        assertTrue(failed.startsWith("HTTP/1.1 500"), failed);
        assertTrue(failed.contains("Internal Server Error."), failed);
        assertFalse(failed.contains("secret"), failed);
    }

    @Test
    void eachServerHasAPortOfItsOwn() throws IOException {
        Server first = start(null);
        Server second = Server.start(new Settings("localhost", 0, page, List.of(), null), new Recorder());
        try {
            assertFalse(first.port() == second.port());
            assertEquals("403", ask(second.port(), RawClient.request("GET", "/", first.port())).substring(9, 12));
        } finally {
            second.stop();
        }
    }

    private Server start(@Nullable String token) throws IOException {
        page();
        server = Server.start(new Settings("127.0.0.1", 0, page, List.of(), token), new Recorder());
        return server;
    }

    private void page() throws IOException {
        Files.writeString(page.resolve("index.html"), "<!doctype html><p>page");
        Files.writeString(page.resolve("app.js"), "export {};");
        Files.writeString(page.resolve("look.css"), "p {}");
        Files.writeString(page.resolve("icon.svg"), "<svg/>");
    }

    private static String ask(Server server, String method, String path, String... headers) throws IOException {
        return ask(server.port(), RawClient.request(method, path, server.port(), headers));
    }

    /// The whole answer, up to the end of the connection: so it has to end.
    private static String ask(int port, String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.exchange(request) + client.rest();
        }
    }

    private static int drip(RawClient client) throws IOException, InterruptedException {
        for (int bytes = 0; bytes < 1_000; bytes++) {
            try {
                client.send(new byte[] {'x'});
            } catch (SocketException ended) {
                return bytes;
            }
            Thread.sleep(20);
        }
        return 1_000;
    }
}
