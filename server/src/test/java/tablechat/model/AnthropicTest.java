package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.json.Json;
import tablechat.model.http.Http;
import tablechat.testing.Answer;
import tablechat.testing.StubProvider;

/// What only Anthropic does.
class AnthropicTest {
    private static final PromptMessage QUESTION = new PromptMessage.User("How many?");
    private static final List<Tool> TOOLS = List.of(
            new Tool("list_tables", "Lists.", List.of()), new Tool("run_query", "Runs SQL.", List.of()));
    private static final Map<String, Object> KEPT = Map.of("type", "ephemeral");

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private Map<String, Object> asked(String thinking, PromptMessage... messages) throws Exception {
        stub.answers(Answer.text("ok"));
        var provider = new Anthropic(thinking);
        var settings = Map.of("ANTHROPIC_API_KEY", Speaker.KEY, "ANTHROPIC_BASE_URL", stub.url());
        var setup = new Setup(List.of(provider), settings::get, new Http(Speaker.PATIENT), Map.of());
        setup.model(provider, "some-model").ask(new Prompt("Be brief.", List.of(messages), TOOLS, false), new Heard());
        return stub.seen().getLast().body();
    }

    private static Map<String, Object> last(Object list) {
        return Json.object(Json.list(list).getLast());
    }

    @Test
    void instructionsAndToolsAndTheQuestionAreKept() throws Exception {
        Map<String, Object> body = asked(null, QUESTION);

        assertEquals(KEPT, last(body.get("system")).get("cache_control"));
        assertEquals(KEPT, last(body.get("tools")).get("cache_control"));
        assertEquals(KEPT, last(last(body.get("messages")).get("content")).get("cache_control"));
        assertEquals(3, body.toString().split("cache_control", -1).length - 1, "it allows four");
    }

    @Test
    void inTheNextRoundAllUpToTheLastOutputIsKept() throws Exception {
        var calls = List.of(new ToolCall("c1", "run_query", Map.of(), null), new ToolCall("c2", "run_query", Map.of(), null));

        Map<String, Object> body = asked(null, QUESTION, new PromptMessage.Assistant("", null, calls, Map.of()),
                new PromptMessage.ToolOutput("c1", "run_query", "1", false),
                new PromptMessage.ToolOutput("c2", "run_query", "2", false));

        Map<String, Object> output = last(last(body.get("messages")).get("content"));
        assertEquals("c2", output.get("tool_use_id"));
        assertEquals(KEPT, output.get("cache_control"));
        assertEquals(3, body.toString().split("cache_control", -1).length - 1, "it allows four");
    }

    @Test
    void itThinksOnlyWhenToldTo() throws Exception {
        assertNull(asked(null, QUESTION).get("thinking"));
        assertNull(asked(" ", QUESTION).get("thinking"));
        assertEquals(Map.of("type", "adaptive", "display", "summarized"), asked("adaptive", QUESTION).get("thinking"));
    }

    @Test
    void aBudgetOfThinkingComesOnTopOfTheAnswer() throws Exception {
        long usual = (Long) asked(null, QUESTION).get("max_tokens");

        Map<String, Object> body = asked("4000", QUESTION);

        assertEquals(Map.of("type", "enabled", "budget_tokens", 4000L), body.get("thinking"));
        assertEquals(usual + 4000, body.get("max_tokens"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "100", "99999", "-1", "4k"})
    void aSenselessBudgetIsSaidByTheModel(String thinking) {
        var settings = new HashMap<>(Map.of("ANTHROPIC_API_KEY", "a", "ANTHROPIC_THINKING", thinking));

        String error = Models.find(settings::get).named(null).info().error();

        assertTrue(error != null && error.contains("ANTHROPIC_THINKING is \"" + thinking + "\""), error);
    }

    @ParameterizedTest
    @CsvSource({"http://host, http://host/v1", "http://host/v1, http://host/v1", "http://host/api, http://host/api/v1"})
    void theVersionIsAddedWhereItIsMissing(String given, String address) {
        assertEquals(address, new Anthropic(null).address(given));
    }
}
