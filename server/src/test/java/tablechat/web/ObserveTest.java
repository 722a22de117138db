package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
            assertEquals(List.of(Set.of("name", "status", "data"), Set.of("name", "status", "data")),
                    checks.stream().map(check -> Json.object(check).keySet()).toList());
        }
    }

    @Test
    void beforeThereIsAStoreBothSayThatItIsStarting() throws Exception {
        var settings = new Settings("127.0.0.1", 0, folder, List.of(), "secret");
        Server server = Server.start(settings, (_, _) -> null, new Observe(_ -> Optional.empty(), _ -> Optional.empty()));
        try {
            HttpResponse<String> answer = get("http://127.0.0.1:%d/observe/health".formatted(server.port()));

            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().startsWith("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"start\",\"status\":\"DOWN\""), answer.body());
            assertTrue(answer.body().contains("TableChat is starting"), answer.body());
            HttpResponse<String> metrics = get("http://127.0.0.1:%d/observe/metrics".formatted(server.port()));
            assertEquals("503 TableChat is starting.", metrics.statusCode() + " " + metrics.body().strip());
        } finally {
            server.stop();
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
            String reference = Files.readString(Path.of("static", "asyncapi.yaml"));
            metrics.lines().filter(line -> line.startsWith("# TYPE ")).map(line -> line.split(" ")[2]).forEach(name ->
                    assertTrue(reference.contains("    | `" + name + "` | "), name));
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
        Server server = Server.start(settings, (_, _) -> null, new Observe(_ -> Optional.empty(), _ -> Optional.of(metrics)));
        try {
            String path = ":%d/observe/metrics".formatted(server.port());

            assertEquals(404, get("http://" + outside.get().getHostAddress() + path).statusCode());
            assertEquals(200, get("http://127.0.0.1" + path).statusCode());
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: chat.example", "Host: localhost:%d\r\nX-Forwarded-For: 203.0.113.7",
            "Host: 127.0.0.1:%d\r\nForwarded: for=203.0.113.7", "Host: [::1]:%d\r\nVia: 1.1 proxy"})
    void nobodySeesItForWhomAProxyHereAsks(String headers) throws Exception {
        var settings = new Settings("127.0.0.1", 0, folder, List.of("chat.example"), "secret");
        var metrics = new Metrics();
        Server server = Server.start(settings, (_, _) -> null, new Observe(_ -> Optional.empty(), _ -> Optional.of(metrics)));
        try {
            assertEquals("HTTP/1.1 404 Not Found", statusLine(server.port(), headers.replace("%d", "" + server.port())));
            assertEquals("HTTP/1.1 200 OK", statusLine(server.port(), "Host: LocalHost:" + server.port()));
        } finally {
            server.stop();
        }
    }

    private static String statusLine(int port, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /observe/metrics HTTP/1.1\r\n%s\r\nAuthorization: Bearer secret\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.formatted(headers).getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
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
