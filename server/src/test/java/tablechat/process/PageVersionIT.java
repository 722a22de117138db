package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.ServerProcess;

/// What of the packaged page a browser may keep.
class PageVersionIT {
    private static final Pattern MAIN = Pattern.compile("src=\"(v/[0-9a-f]{8}/)main\\.js\"");

    @TempDir
    Path folder;

    @Test
    void everythingButThePageItselfIsKeptUnderItsVersion() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of()); var client = HttpClient.newHttpClient()) {
            String origin = "http://127.0.0.1:" + server.port() + "/";
            HttpResponse<String> page = get(client, origin);
            Matcher main = MAIN.matcher(page.body());
            assertTrue(main.find(), page.body());

            assertFalse(page.body().contains("v/now/"), page.body());
            assertEquals("no-cache", cached(page));
            for (String file : new String[] {"main.js", "css/tokens.css", "lib/chart.js/4.5.1/dist/chart.umd.min.js"}) {
                assertEquals("private, max-age=31536000, immutable", cached(get(client, origin + main.group(1) + file)), file);
            }
            HttpResponse<String> other = get(client, origin + "v/00000000/main.js");
            assertEquals("no-cache", cached(other));
            assertEquals(get(client, origin + "main.js").body(), other.body());
        }
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
