package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// Each provider as someone sets it up who reads the README, with a stub in its place.
class ProvidersIT {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern MODEL = Pattern.compile("(?m)^TABLECHAT_MODEL: (\\S+)");

    private static final Duration HANG = Duration.ofSeconds(30);
    private static final int LOOK_AGAIN_MILLISECONDS = 50;

    @TempDir
    Path folder;

    @AutoClose
    private final StubProvider stub = new StubProvider();

    static List<String> examples() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        return examples.results().map(example -> example.group(1)).toList();
    }

    /// The environment wins over the file, so only where the servers are differs from what is written there.
    private Map<String, String> here() {
        var environment = new HashMap<String, String>();
        for (String name : List.of("ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "GEMINI_BASE_URL", "OLLAMA_HOST")) {
            environment.put(name, stub.url());
        }
        return environment;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theReadmesExampleAnswers(String example) throws Exception {
        stub.has("qwen3:8b").answers(Answer.text("ok"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("tablechat.yaml"), example);
        Matcher model = MODEL.matcher(example);
        assertTrue(model.find());

        try (var check = ServerProcess.launch(folder, here(), "--check")) {
            assertEquals(0, check.status(), check::toString);
            assertTrue(check.out().matches("(?s).*model " + Pattern.quote(model.group(1)) + " +ok +answers\n"), check::toString);
        }
        assertEquals(1, stub.seen().size());
    }

    @Test
    void thereIsAnExampleForEachProvider() throws Exception {
        List<String> providers = List.of("anthropic", "openai", "gemini", "ollama");

        for (String provider : providers) {
            assertTrue(examples().stream().anyMatch(text -> text.contains("TABLECHAT_MODEL: " + provider + "/")), provider);
        }
    }

    @Test
    void theModelOfAMessageAnswersIt() throws Exception {
        stub.has("qwen3:8b").answers(Answer.text("Nine."));
        var environment = Map.of("OLLAMA_HOST", stub.url(), "TABLECHAT_MODEL", "offline");

        try (var server = ServerProcess.start(folder, environment);
                var client = TestClient.at(server.port())) {
            client.send(Map.of("type", "session.create", "title", "Chosen"));
            // It is looked for beside the start.
            Shell.await("the model", () ->
                    !client.send(Map.of("type", "message.send", "text", "How many?", "model", "ollama/qwen3:8b")).type().equals("error"));

            Received finished = client.await("turn.finished");
            assertEquals("Nine.", finished.said("message"));
            assertEquals("ollama/qwen3:8b", finished.text("message", "model"));
        }
    }

    @Test
    void langchain4jIsLoadedWhenSomebodyComesAndNotByAStart() throws Exception {
        Path classes = folder.resolve("classes.txt");
        var environment = here();
        // The cache would have all that a training loaded.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + classes);
        for (String key : List.of("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY")) environment.put(key, "some-key");

        try (var server = ServerProcess.start(folder, environment)) {
            String started = Files.readString(classes);
            assertTrue(started.contains("tablechat.model.Gemini "), "the log is not what it should be");
            assertEquals("", started.lines().filter(ProvidersIT::isOfLangchain4j).findFirst().orElse(""));

            try (var client = TestClient.at(server.port())) {
                client.await("welcome");
                long end = System.nanoTime() + HANG.toNanos();
                while (Files.readString(classes).lines().noneMatch(ProvidersIT::isOfLangchain4j)) {
                    assertTrue(System.nanoTime() < end, "it is not loaded");
                    Thread.sleep(LOOK_AGAIN_MILLISECONDS);
                }
            }
        }
    }

    private static boolean isOfLangchain4j(String loaded) {
        return loaded.contains(" dev.langchain4j.");
    }
}
