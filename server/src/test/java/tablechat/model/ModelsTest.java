package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.ModelInfo;

class ModelsTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);

    private static final String NOBODY = "127.0.0.1:1";

    private static final Model OFFLINE = new Model() {
        @Override
        public ModelInfo info() {
            return new ModelInfo("offline", "rules", true, null);
        }

        @Override
        public Reply ask(Prompt prompt, Listener listener) {
            throw new AssertionError("not asked here");
        }
    };

    private static Models find(String... settings) {
        var map = new HashMap<>(Map.of("OLLAMA_HOST", NOBODY));
        for (int i = 0; i < settings.length; i += 2) map.put(settings[i], settings[i + 1]);
        return Models.find(map::get, OFFLINE, Duration.ofSeconds(15));
    }

    private static List<String> names(Models models) {
        return models.infos().stream().map(info -> info.provider() + "/" + info.name()).toList();
    }

    @Test
    void withoutSettingsThereIsTheOfflineModel() {
        assertEquals(List.of("offline/rules"), names(find()));
        assertEquals(List.of("offline/rules"), names(find("OPENAI_API_KEY", "  ", "TABLECHAT_MODEL", "")));
    }

    @Test
    void anthropicComesBeforeOpenAi() {
        Models models = find("OPENAI_API_KEY", "a", "ANTHROPIC_API_KEY", "b");

        assertEquals(List.of("anthropic/claude-sonnet-4-6", "openai/gpt-4.1", "offline/rules"), names(models));
        for (ModelInfo info : models.infos()) assertNull(info.error());
    }

    @Test
    void aServerOfOnesOwnNeedsNoKey() {
        assertEquals(List.of("openai/gpt-4.1", "offline/rules"), names(find("OPENAI_BASE_URL", "http://localhost:1234/v1")));
    }

    @Test
    void theModelAskedForIsTheDefault() {
        Models models = find(
                "TABLECHAT_MODEL", "openai/meta-llama/Llama-3.3", "OPENAI_API_KEY", "a", "ANTHROPIC_API_KEY", "b");

        assertEquals(List.of("openai/meta-llama/Llama-3.3", "anthropic/claude-sonnet-4-6", "offline/rules"), names(models));
    }

    @Test
    void theFirstKeyFoundIsThatOfGeminiLastOfAll() {
        assertEquals(List.of("gemini/gemini-2.5-flash", "offline/rules"), names(find("GEMINI_API_KEY", "a")));
        assertEquals(List.of("openai/gpt-4.1", "gemini/gemini-2.5-flash", "offline/rules"),
                names(find("GEMINI_API_KEY", "a", "OPENAI_API_KEY", "b")));
    }

    @Test
    void othersAreListedBesideTheDefault() {
        String others = "openai/gpt-4.1-mini, ollama/qwen3,openai/gpt-4.1-mini,";

        Models models = find("OPENAI_API_KEY", "a", "TABLECHAT_MODELS", others);

        assertEquals(List.of("openai/gpt-4.1", "openai/gpt-4.1-mini", "ollama/qwen3", "offline/rules"), names(models));
        assertEquals("gpt-4.1-mini", models.named("openai/gpt-4.1-mini").info().name());
    }

    @Test
    void withoutAKeyWhatIsListedComesBeforeTheOfflineModel() {
        assertEquals(List.of("ollama/qwen3", "offline/rules"), names(find("TABLECHAT_MODELS", "ollama/qwen3")));
    }

    @Test
    void whatCannotBeListedSaysSo() {
        Models models = find("OPENAI_API_KEY", "a", "TABLECHAT_MODELS", "nonsense/x");

        assertTrue(models.named("nonsense/x").info().error().contains("TABLECHAT_MODELS has \"nonsense/x\""));
        assertNull(models.named(null).info().error());
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline", "offline/rules"})
    void theOfflineModelCanBeAskedFor(String name) {
        Models models = find("TABLECHAT_MODEL", name, "OPENAI_API_KEY", "a");

        assertEquals(List.of("offline/rules", "openai/gpt-4.1"), names(models));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "TABLECHAT_MODEL, nonsense/x, OPENAI_API_KEY, a, TABLECHAT_MODEL",
        "TABLECHAT_MODEL, gpt-5, OPENAI_API_KEY, a, TABLECHAT_MODEL",
        "TABLECHAT_MODEL, openai/gpt-5, ANTHROPIC_API_KEY, a, OPENAI_API_KEY",
        "TABLECHAT_MODEL, anthropic, ANTHROPIC_BASE_URL, http://localhost, ANTHROPIC_API_KEY",
        "TABLECHAT_MODEL, gemini, GEMINI_BASE_URL, http://localhost, GEMINI_API_KEY",
        "TABLECHAT_MODEL, ollama/qwen3, OLLAMA_HOST, `what? ever`, OLLAMA_HOST",
        "OPENAI_API_KEY, `sk secret`, X, x, OPENAI_API_KEY",
        "OPENAI_API_KEY, a, OPENAI_BASE_URL, localhost:99, OPENAI_BASE_URL",
        "OPENAI_API_KEY, a, OPENAI_BASE_URL, http://me:secret@host/v1, OPENAI_BASE_URL",
        "OPENAI_API_KEY, a, OPENAI_BASE_URL, http://[, OPENAI_BASE_URL",
        "ANTHROPIC_API_KEY, ä, X, x, ANTHROPIC_API_KEY",
    })
    void aWrongSettingIsSaidByTheDefaultModel(String a, String valueA, String b, String valueB, String named) {
        Models models = find(a, valueA, b, valueB);

        Model first = models.named(null);
        String error = first.info().error();
        assertNotNull(error);
        assertTrue(error.contains(named), error);
        assertFalse(error.contains("secret"), error);
        assertFalse(first.info().offline());
        assertEquals(error, assertThrows(ModelFailure.class, () -> first.ask(HELLO, new Heard())).getMessage());
        assertTrue(names(models).contains("offline/rules"));
    }

    @Test
    void aModelIsFoundByEitherName() {
        Models models = find("OPENAI_API_KEY", "a");

        assertSame(models.named("openai/gpt-4.1"), models.named("gpt-4.1"));
        assertSame(models.named(null), models.named("gpt-4.1"));
        assertSame(OFFLINE, models.named("rules"));
        assertNull(models.named("openai"));
        assertNull(models.named("openai/other"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://host, http://host/v1, http://host/v1",
        "http://host/v1, http://host/v1, http://host/v1",
        "http://host/api, http://host/api, http://host/api/v1",
    })
    void theVersionIsAddedWhereItIsMissing(String given, String openAi, String anthropic) {
        assertEquals(openAi, new OpenAi().address(given));
        assertEquals(anthropic, new Anthropic(null).address(given));
    }

    @Test
    void aKeyShowsInNoText() {
        assertEquals("host:1", new Access("http://host:1/v1", "secret").toString());
        assertEquals(Map.of("a", new Access("http://host/v1", "secret")).toString(), "{a=host}");
    }
}
