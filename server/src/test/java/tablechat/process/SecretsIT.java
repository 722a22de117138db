package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.Answer;
import tablechat.testing.Canary;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// A key, a password and the token of this server are in nothing it says: to clients, in files to take away, in its log at the finest
/// level, in a thread dump; and what it keeps is for its owner alone.
@ExtendWith(OnPostgres.class)
@InTurn
final class SecretsIT {
    private static final Canary KEY = new Canary("sk-canary/key+42");
    private static final Canary TOKEN = new Canary("canary-token/of+this=server");

    @TempDir
    Path folder;

    @Test
    void nothingItSaysHoldsASecret(PostgresServer postgres) throws Exception {
        var password = new Canary(PostgresServer.PASSWORD);
        var said = new ArrayList<String>();
        try (var stub = new StubProvider();
                var server = start(stub);
                var client = TestClient.at(server.port(), "token=" + TOKEN.percentEncoded())) {
            client.await("welcome");
            add(client, "wrong", postgres, "c4n@ry/p?ss word");
            String session = add(client, "right", postgres, password.secret());
            talk(client, stub);
            client.send(Map.of("type", "query.run", "session", session, "sql", "select * from nowhere"));
            String result = client.send(Map.of("type", "query.run", "session", session, "sql", "select 1 as one"))
                    .text("result", "id");

            for (String path : List.of("/", "/asyncapi.yaml", "/observe/health", "/observe/metrics", "/results/" + result + ".csv",
                    "/results/" + result + ".json", "/sessions/" + session + ".json", "/nothing", "/?token=wrong")) {
                said.add(get(server.port(), path));
            }
            client.events().forEach(event -> said.add(Json.write(event.json())));
            said.add(threads(server));
            server.term();
            server.status();
            said.add(server.out() + server.err());
            assertTrue(server.err().contains("FINE"), "the log was as fine as that");
        }
        for (Canary canary : List.of(KEY, TOKEN, password, new Canary("c4n@ry/p?ss word"))) canary.assertAbsent(said, "was said");
        for (Canary canary : List.of(KEY, TOKEN)) canary.assertAbsent(kept(), "is kept");
        assertForTheOwnerAlone();
    }

    private ServerProcess start(StubProvider stub) throws IOException {
        Path levels = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                .level = ALL
                """);
        return ServerProcess.run(folder, List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file=" + levels, "-Djava.io.tmpdir=" + folder, "-XX:-UsePerfData",
                "-jar", Path.of("target", "tablechat.jar").toAbsolutePath().toString()),
                Map.of("OPENAI_BASE_URL", stub.url(), "OPENAI_API_KEY", KEY.secret(), "TABLECHAT_TOKEN", TOKEN.secret()));
    }

    /// An answer, and the failures that providers put the key into.
    private static void talk(TestClient client, StubProvider stub) throws InterruptedException {
        stub.answers(
                Answer.text("Your key is a secret of its own."),
                Answer.error(401, "authentication_error", "Incorrect API key provided: " + KEY.secret()),
                Answer.error(400, "invalid_request_error", "Bad header Bearer " + KEY.secret()));
        for (String status : List.of("complete", "failed", "failed")) {
            int before = client.events("turn.finished").size();
            client.send(Map.of("type", "message.send", "text", "Who?"));
            client.await("a turn's end", _ -> client.events("turn.finished").size() > before);
            assertEquals(status, client.events("turn.finished").getLast().text("status"));
        }
    }

    /// @return a session of it
    private static String add(TestClient client, String name, PostgresServer postgres, String password) throws InterruptedException {
        Received added = client.send(Map.of("type", "connection.add", "name", name,
                "url", postgres.url(PostgresServer.READER), "password", password));
        assertEquals("connection.added", added.type(), added::toString);
        return client.send(Map.of("type", "session.create", "connection", name, "title", "Mine")).text("session", "id");
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (!path.contains("token=")) request.header("Authorization", "Bearer " + TOKEN.secret());
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.headers().map() + "\n" + answer.body();
        }
    }

    private static String threads(ServerProcess server) throws IOException {
        Process dump = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(server.pid()), "Thread.print", "-l").redirectErrorStream(true).start();
        String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(text.contains("store-writer"), text);
        return text;
    }

    private List<String> kept() throws IOException {
        var contents = new ArrayList<String>();
        for (Path file : files()) contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        return contents;
    }

    private void assertForTheOwnerAlone() throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))));
        for (Path file : files()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
