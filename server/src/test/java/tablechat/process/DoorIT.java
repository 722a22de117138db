package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Proofs;
import tablechat.testing.ServerProcess;
import tablechat.web.RawClient;

/// The door of the packaged server.
@Timeout(300)
class DoorIT {
    private static final String TOKEN = "canary/Token+4711";
    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: ([^;]+);");
    private static final Pattern FOREIGN = Pattern.compile("root:.*:0:0|Manifest-Version|SQLite format 3|<project|TABLECHAT_");
    private static final List<String> UPS = List.of(
            "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "..;/", "..%252f", "%c0%ae%c0%ae/", "....//", "..%00/", "//");
    private static final int SLOW = Proofs.count(20, 200);
    private static final int SLOW_SECONDS = Proofs.count(3, 60);

    @TempDir
    Path folder;

    /// Also where every class logs all it can.
    @Test
    void theTokenIsInNoLogAndNoReferrer() throws Exception {
        Path logging = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                .level = ALL
                """);
        String encoded = URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
        var options = "-Djava.util.logging.config.file=" + logging;
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_TOKEN", TOKEN, "JAVA_TOOL_OPTIONS", options))) {
            String bearer = "Authorization: Bearer " + TOKEN;
            String exchanged = ask(server, "GET", "/?token=" + encoded + "&a=b");
            Matcher cookie = COOKIE.matcher(exchanged);
            assertTrue(cookie.find(), exchanged);
            String page = ask(server, "GET", "/", "Cookie: " + cookie.group(1));
            try (var socket = RawClient.socket(server.port(), "?token=" + encoded)) {
                socket.send(RawClient.frame(0x81, "{\"type\":\"session.create\"}"));
                assertTrue(socket.read(RawClient.TEXT).text().contains("welcome"));
            }

            for (String answer : List.of(exchanged, page, ask(server, "GET", "/nothing", bearer), ask(server, "POST", "/", bearer))) {
                assertTrue(answer.contains("Referrer-Policy: no-referrer\r\n"), answer);
                assertNowhere(answer);
            }
            assertTrue(exchanged.contains("Location: /?a=b\r\n"), exchanged);
            assertTrue(page.startsWith("HTTP/1.1 200"), page);
            server.term();
            server.status();
            assertTrue(server.err().contains("FINE"), "it logs less than it can");
            assertNowhere(server.out() + server.err());
        }
    }

    private static void assertNowhere(String text) {
        String plain = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        for (String form : List.of(TOKEN, URLEncoder.encode(TOKEN, StandardCharsets.UTF_8), plain.substring(0, plain.length() - 4))) {
            int at = text.indexOf(form);
            assertEquals(-1, at, () -> text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100)));
        }
    }

    @Test
    void noPathLeadsOutOfThePage() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of())) {
            for (String up : UPS) climb(server, up);
            assertEquals("", server.err().lines().filter(line -> !line.contains(" INFO ")).findFirst().orElse(""));
        }
    }

    /// As the page is worked on.
    @Test
    void noPathLeadsOutOfAFolderThatIsServed() throws Exception {
        Path page = Files.createDirectory(folder.resolve("page"));
        Files.writeString(page.resolve("index.html"), "<!doctype html>");
        Files.writeString(folder.resolve("beside.js"), "TABLECHAT_SECRET");
        Files.createSymbolicLink(page.resolve("linked.js"), folder.resolve("beside.js"));
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_STATIC", page.toString()))) {
            for (String up : UPS) climb(server, up);
            for (String target : List.of("/../beside.js", "/linked.js", "/x/../../beside.js")) {
                assertTrue(ask(server, "GET", target).matches("(?s)HTTP/1.1 [34]\\d\\d .*"), target);
            }
        }
    }

    private static void climb(ServerProcess server, String up) throws IOException, InterruptedException {
        for (String start : List.of("/", "/results/", "/lib/", "/views/", "/sessions/")) {
            for (String target : List.of("etc/passwd", "pom.xml", "META-INF/MANIFEST.MF", "logging.properties", "data/tablechat.db")) {
                String answer = ask(server, "GET", start + up.repeat(8) + target);

                assertTrue(answer.matches("(?s)HTTP/1.1 [34]\\d\\d .*"), () -> start + up + target + ": " + answer);
                assertFalse(FOREIGN.matcher(answer.replace("TABLECHAT_ALLOWED_HOSTS", "")).find(), answer);
            }
        }
    }

    /// Each sends a byte of its request a second. The full dose sees them ended, too.
    @Test
    void slowRequestsHoldUpNobody() throws Exception {
        var slow = new ArrayList<RawClient>();
        try (var server = ServerProcess.start(folder, Map.of()); var pulse = new Pulse(server.port(), 20)) {
            for (int i = 0; i < SLOW; i++) slow.add(new RawClient(server.port()));
            for (RawClient client : slow) client.send("GET / HTTP/1.1\r\nX".getBytes(StandardCharsets.US_ASCII));
            int open = SLOW;
            int seconds = 0;
            for (; seconds < SLOW_SECONDS && open > 0; seconds++) {
                Thread.sleep(1_000);
                open = (int) slow.stream().filter(DoorIT::drip).count();
                String page = ask(server, "GET", "/");
                assertTrue(page.startsWith("HTTP/1.1 200"), page);
            }

            List<Double> waits = pulse.milliseconds();
            if (Proofs.ALL) assertEquals(0, open, "still open after " + seconds + " s");
            Proofs.report("%d requests sent byte by byte: ended after %d s; others' ping p99 %.1f ms of %,d",
                    SLOW, seconds, Pulse.percentile(waits, 99), waits.size());
        } finally {
            for (RawClient client : slow) client.close();
        }
    }

    private static boolean drip(RawClient client) {
        try {
            client.send(new byte[] {'x'});
            return true;
        } catch (SocketException ended) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String ask(ServerProcess server, String method, String path, String... headers)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(headers));
        all.add("Connection: close");
        try (var client = new RawClient(server.port())) {
            String request = RawClient.request(method, path, server.port(), all.toArray(String[]::new));
            return client.exchange(request) + client.rest();
        }
    }
}
