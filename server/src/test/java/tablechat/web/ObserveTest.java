package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.metrics.Metrics;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// What a server tells of itself to whoever watches it.
@Timeout(60)
final class ObserveTest {
    @TempDir
    Path folder;

    @Test
    void healthSaysThatTheStoreCanBeWrittenAndWhatIsFree() throws Exception {
        try (TestServer server = TestServer.over(folder, new ScriptedModel())) {
            HttpResponse<String> answer = get("http://127.0.0.1:%d/observe/health".formatted(server.port()));

            Map<String, Object> health = Json.readObject(answer.body());
            List<Object> checks = Json.list(health.get("checks"));
            assertEquals(200, answer.statusCode());
            assertEquals("UP", health.get("status"));
            assertEquals(List.of("store", "disk"), checks.stream().map(check -> Json.object(check).get("name")).toList());
        }
    }

    @Test
    void metricsCountWhatHappened() throws Exception {
        var model = new ScriptedModel()
                .calls("run_query", Map.of("sql", "select 1"))
                .answers("One.")
                .fails("The model is away.");
        try (TestServer server = TestServer.over(folder, model); TestClient client = server.client("connection=sample")) {
            ask(client, "What is one?");
            ask(client, "And two?");

            String metrics = get("http://127.0.0.1:%d/observe/metrics".formatted(server.port())).body();

            for (String line : List.of(
                    "# TYPE tablechat_turns_total counter",
                    "tablechat_turns_total{outcome=\"complete\"} 1.0",
                    "tablechat_turns_total{outcome=\"failed\"} 1.0",
                    "tablechat_first_token_seconds_count 1",
                    "tablechat_query_seconds_count 1")) {
                assertTrue(metrics.contains(line + "\n"), metrics);
            }
            assertTrue(figure(metrics, "tablechat_commit_seconds_count") >= 4, metrics);
        }
    }

    @Test
    void otherMachinesDoNotSeeIt() throws Exception {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(outside.isPresent(), "no address but loopback");
        var settings = new Settings("0.0.0.0", 0, folder, List.of(), "secret");
        var metrics = new Metrics();
        Server server = Server.start(settings, (_, _) -> null, new Observe(() -> null, () -> metrics));
        try {
            String path = ":%d/observe/metrics".formatted(server.port());

            assertEquals(404, get("http://" + outside.get().getHostAddress() + path).statusCode());
            assertEquals(200, get("http://127.0.0.1" + path).statusCode());
        } finally {
            server.stop();
        }
    }

    private static void ask(TestClient client, String text) throws InterruptedException {
        int before = client.events("turn.finished").size();
        client.send(Map.of("type", "message.send", "text", text));
        client.await("another turn's end", _ -> client.events("turn.finished").size() > before);
    }

    private static double figure(String metrics, String name) {
        return metrics.lines().filter(line -> line.startsWith(name + " ")).mapToDouble(line -> Double.parseDouble(
                line.substring(name.length() + 1))).findFirst().orElse(0);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer secret").build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
