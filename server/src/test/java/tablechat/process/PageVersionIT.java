package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.ServerProcess;

/// What of the packaged page a browser may keep.
class PageVersionIT {
    private static final Pattern MAIN = Pattern.compile("src=\"(v/[0-9a-f]{8}/)main\\.js\"");
    private static final String CHANGE = "// changed";

    @TempDir
    Path folder;

    @Test
    void everythingButThePageItselfIsKeptUnderItsVersion() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of()); var client = HttpClient.newHttpClient()) {
            String origin = "http://127.0.0.1:" + server.port() + "/";
            HttpResponse<String> page = get(client, origin);
            String version = version(page);

            assertFalse(page.body().contains("v/now/"), page.body());
            assertEquals("no-cache", cached(page));
            for (String file : new String[] {"main.js", "css/tokens.css", "lib/chart.js/4.5.1/dist/chart.umd.min.js"}) {
                assertEquals("private, max-age=31536000, immutable", cached(get(client, origin + version + file)), file);
            }
            HttpResponse<String> other = get(client, origin + "v/00000000/main.js");
            assertEquals("no-cache", cached(other));
            assertEquals(get(client, origin + "main.js").body(), other.body());
        }
    }

    /// As a package manager puts a new one in place, before anybody restarts the server.
    @Test
    void underTheVersionOfAJarThatIsNotRunYetNothingIsKept() throws Exception {
        Files.createSymbolicLink(folder.resolve("libs"), ServerProcess.JAR.resolveSibling("libs"));
        Path jar = Files.copy(ServerProcess.JAR, folder.resolve("tablechat.jar"));
        Path next = changed(Files.copy(jar, folder.resolve("next.jar")));
        try (var server = of(jar); var client = HttpClient.newHttpClient()) {
            server.port();
            Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            String origin = "http://127.0.0.1:" + server.port() + "/";
            String version = version(get(client, origin));
            HttpResponse<String> main = get(client, origin + version + "main.js");
            server.kill();

            try (var upgraded = of(jar)) {
                String nextOrigin = "http://127.0.0.1:" + upgraded.port() + "/";
                String nextVersion = version(get(client, nextOrigin));
                assertNotEquals(nextVersion, version);
                assertTrue(get(client, nextOrigin + nextVersion + "main.js").body().endsWith(CHANGE));
                assertFalse(main.body().endsWith(CHANGE));
            }
        }
    }

    private ServerProcess of(Path jar) {
        List<String> command = ServerProcess.command(folder);
        command.set(command.size() - 1, jar.toString());
        return ServerProcess.run(folder, command, Map.of());
    }

    /// As the build makes it when a file of the page has changed.
    private static Path changed(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.writeString(files.getPath("static", "main.js"), CHANGE, StandardOpenOption.APPEND);
            Files.delete(files.getPath("static", "main.js.gz"));
            Files.writeString(files.getPath("tablechat", "web", "page-version"), "00c0ffee");
        }
        return jar;
    }

    private static String version(HttpResponse<String> page) {
        Matcher main = MAIN.matcher(page.body());
        assertTrue(main.find(), page.body());
        return main.group(1);
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), address);
        return answer;
    }

    private static String cached(HttpResponse<?> answer) {
        return answer.headers().firstValue("cache-control").orElse("");
    }
}
