package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.model.offline.OfflineModel;
import tablechat.testing.Answer;
import tablechat.testing.StubProvider;

/// An Ollama that is looked for beside the start.
@Timeout(30)
class OllamaTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);

    private static final Duration PATIENT = Duration.ofSeconds(15);

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    private Models find(String... settings) {
        return find(PATIENT, settings);
    }

    private Models find(Duration limit, String... settings) {
        var map = new HashMap<>(Map.of("OLLAMA_HOST", stub.url()));
        for (int i = 0; i < settings.length; i += 2) map.put(settings[i], settings[i + 1]);
        return Models.find(map::get, new OfflineModel(), limit);
    }

    private static List<String> names(Models models) {
        return models.infos().stream().map(info -> info.provider() + "/" + info.name()).toList();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "``, http://localhost:11434/v1",
        "box, http://box:11434/v1",
        "box:99, http://box:99/v1",
        "0.0.0.0, http://127.0.0.1:11434/v1",
        "0.0.0.0:11434, http://127.0.0.1:11434/v1",
        "[::]:11434, http://127.0.0.1:11434/v1",
        "[::1]:11434, http://[::1]:11434/v1",
        ":99, http://localhost:99/v1",
        "http://box, http://box/v1",
        "http://box:11434, http://box:11434/v1",
        "http://box:11434/v1, http://box:11434/v1",
        "https://box/ollama, https://box/ollama/v1",
    })
    void theHostIsReadAsOllamaReadsIt(String given, String address) {
        assertEquals(address, new Ollama().address(given.isEmpty() ? null : given));
    }

    @Test
    void withoutAKeyItsFirstModelThatChatsIsTheDefault() throws Exception {
        stub.has("nomic-embed-text:latest", "qwen3:8b", "llama3.2:latest").answers(Answer.text("ok"));

        Models models = find();

        assertEquals(List.of("ollama/qwen3:8b", "ollama/llama3.2", "offline/rules"), names(models));
        assertNull(models.named(null).info().error());
        assertEquals("ok", models.named(null).ask(HELLO, heard).text());
        assertEquals("/v1/chat/completions", stub.seen().getFirst().path());
        assertNull(stub.seen().getFirst().headers().get("authorization"));
    }

    @Test
    void besideAKeyItsModelsCanBeChosen() {
        stub.has("qwen3:8b");

        assertEquals(List.of("openai/gpt-4.1", "ollama/qwen3:8b", "offline/rules"), names(find("OPENAI_API_KEY", "a")));
        assertEquals(List.of("offline/rules", "ollama/qwen3:8b"), names(find("TABLECHAT_MODEL", "offline")));
    }

    @Test
    void theOneThatIsAskedForComesFirstAndOnce() {
        stub.has("llama3.2:latest", "qwen3:latest");

        assertEquals(List.of("ollama/qwen3", "ollama/llama3.2", "offline/rules"), names(find("TABLECHAT_MODEL", "ollama/qwen3")));
        assertEquals(List.of("ollama/llama3.2", "ollama/qwen3", "offline/rules"), names(find("TABLECHAT_MODEL", "ollama")));
    }

    @Test
    void aModelThatWasNotPulledIsSaidBeforeItIsAsked() {
        stub.has("llama3.2:latest");

        String error = find("TABLECHAT_MODEL", "ollama/qwen3").named(null).info().error();

        assertNotNull(error);
        assertTrue(error.contains("ollama pull qwen3") && error.contains("TABLECHAT_MODEL"), error);
    }

    @Test
    void aModelThatWasNotPulledIsSaidByTheAnswer() {
        stub.answers(Answer.error(404, "not_found_error", "model \\\"qwen3\\\" not found, try pulling it first"));
        Model model = Speaker.OLLAMA.asks(stub);

        var failure = assertThrows(ModelFailure.class, () -> model.ask(HELLO, heard));

        assertTrue(failure.getMessage().contains("Run \"ollama pull some-model\""), failure.getMessage());
    }

    @Test
    void whereNoneAnswersThereIsTheOfflineModel() {
        assertEquals(List.of("offline/rules"), names(find("OLLAMA_HOST", "127.0.0.1:1")));
        assertEquals(List.of("offline/rules"), names(find())); // another server listens there
        assertEquals(List.of("offline/rules"), names(find("OLLAMA_HOST", "what? ever")));
    }

    @ParameterizedTest
    @CsvSource({"ollama, OLLAMA_HOST", "ollama/qwen3, OLLAMA_HOST"})
    void anOllamaThatIsAskedForAndNotThereIsSaid(String wanted, String named) {
        String error = find("TABLECHAT_MODEL", wanted, "OLLAMA_HOST", "127.0.0.1:1").named(null).info().error();

        assertNotNull(error);
        assertTrue(error.contains("nothing listens there") && error.contains(named), error);
    }

    @Test
    void anOllamaWithoutModelsSaysHowToGetOne() {
        stub.has();

        Model model = find("TABLECHAT_MODEL", "ollama").named(null);

        assertTrue(model.info().error().contains("has no model yet. Run \"ollama pull NAME\""), model.info().error());
        assertEquals(List.of("offline/rules"), names(find()));
    }

    @Test
    void aSilentOneHoldsUpNothing() {
        stub.reads(Answer.text("late").afterSilence(Duration.ofMinutes(1))); // longer than a test may take

        Models models = find(Duration.ofMillis(300));

        assertEquals(List.of("offline/rules"), names(models));
    }

    @Test
    void oneThatIsSlowIsFoundWhenItHasAnswered() throws Exception {
        stub.has("qwen3:8b");

        Models models = find(Duration.ZERO);

        while (names(models).size() == 1) Thread.sleep(20); // each time it is not waited for
        assertEquals(List.of("ollama/qwen3:8b", "offline/rules"), names(models));
        assertSame(models.named(null), models.named(null));
    }

    @Test
    void aServerOfOnesOwnThatIsNotThereIsSaidBeforeItIsAsked() {
        String error = find("OPENAI_BASE_URL", "http://127.0.0.1:1/v1").named(null).info().error();

        assertNotNull(error);
        assertTrue(error.contains("nothing listens there") && error.contains("OPENAI_BASE_URL"), error);
        assertNull(find("OPENAI_BASE_URL", stub.url()).named(null).info().error());
        assertEquals(List.of(), stub.seen());
    }
}
