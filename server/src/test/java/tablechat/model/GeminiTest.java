package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.json.Json;
import tablechat.testing.Answer;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

/// What only Gemini does.
class GeminiTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    private String failure(Answer answer) {
        stub.answers(answer);
        return assertThrows(ModelFailure.class, () -> Speaker.GEMINI.asks(stub).ask(HELLO, heard)).getMessage();
    }

    @Test
    void itIsAskedForAStreamAndItsThoughts() throws Exception {
        stub.answers(Answer.text("ok"));

        Speaker.GEMINI.asks(stub).ask(HELLO, heard);

        StubProvider.Seen request = stub.seen().getFirst();
        assertEquals("/v1beta/models/some-model:streamGenerateContent?alt=sse", request.path());
        assertEquals(Speaker.KEY, request.headers().get("x-goog-api-key"));
        assertTrue(request.body().toString().contains("thinkingConfig={includeThoughts=true}"), request.toString());
    }

    @Test
    void aModelThatCannotThinkIsAskedAgainWithout() throws Exception {
        stub.answers(
                Answer.error(400, "INVALID_ARGUMENT", "Thinking is not enabled for models/gemini-2.0-flash"),
                Answer.text("one"),
                Answer.text("two"));
        Model model = Speaker.GEMINI.asks(stub);

        assertEquals("one", model.ask(HELLO, heard).text());
        assertEquals("two", model.ask(HELLO, heard).text());

        assertEquals(3, stub.seen().size());
        assertFalse(stub.seen().get(1).body().toString().contains("thinkingConfig"));
        assertFalse(stub.seen().get(2).body().toString().contains("thinkingConfig"));
    }

    @Test
    void aCallWithoutArgumentsHasNone() throws Exception {
        stub.answers(Answer.of(new Step.Call("", "list_tables", ""), new Step.End()));

        ToolCall call = Speaker.GEMINI.asks(stub).ask(HELLO, heard).calls().getFirst();

        assertEquals(Map.of(), call.input());
        assertEquals(null, call.problem());
    }

    @Test
    void theOutputsOfOneRoundAreOneMessage() throws Exception {
        stub.answers(Answer.text("ok"));
        var round = List.of(
                new PromptMessage.Assistant("", null, List.of(call("a"), call("b")), Map.of()), output("a"), output("b"));
        var messages = new ArrayList<>(HELLO.messages());
        messages.addAll(round);
        messages.addAll(round);

        Speaker.GEMINI.asks(stub).ask(new Prompt("", messages, List.of(), false), heard);

        List<Object> contents = Json.list(stub.seen().getFirst().body().get("contents"));
        assertEquals(List.of("user 1", "model 2", "user 2", "model 2", "user 2"), contents.stream().map(GeminiTest::shape).toList());
    }

    private static ToolCall call(String id) {
        return new ToolCall(id, "run_query", Map.of("sql", "select 1"), null);
    }

    private static PromptMessage output(String call) {
        return new PromptMessage.ToolOutput(call, "run_query", "1", false);
    }

    private static String shape(Object content) {
        Map<String, Object> message = Json.object(content);
        return message.get("role") + " " + Json.list(message.get("parts")).size();
    }

    @Test
    void whenToComeBackIsReadFromItsError() {
        String sentence = failure(Answer.status(429, """
                {"error": {"code": 429, "message": "You exceeded your current quota.", "status": "RESOURCE_EXHAUSTED", "details": [
                  {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations":
                      [{"quotaId": "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"}]},
                  {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.4s"}]}}""", AS_JSON));

        assertEquals("gemini gets too many requests from this key. Try again in 35 seconds.", sentence);
    }

    @Test
    void aLimitOfTheDayIsNotWaitedFor() {
        String sentence = failure(Answer.status(429, """
                [{"error": {"code": 429, "message": "You exceeded your current quota.", "status": "RESOURCE_EXHAUSTED", "details": [
                  {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations":
                      [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},
                  {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "1s"}]}}]""", AS_JSON));

        assertTrue(sentence.contains("used up") && sentence.contains("GEMINI_API_KEY"), sentence);
        assertEquals(1, stub.seen().size());
    }

    @Test
    void aWrongKeyIsToldAsThat() {
        String sentence = failure(Answer.status(400, """
                {"error": {"code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT",
                  "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]}}""", AS_JSON));

        assertTrue(sentence.contains("did not accept the key. Look at GEMINI_API_KEY."), sentence);
    }

    @Test
    void aQuestionThatWasHeldBackIsToldAsThat() {
        String sentence = failure(Answer.of(new Step.Raw("data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n")));

        assertTrue(sentence.contains("content filter"), sentence);
    }

    @ParameterizedTest
    @CsvSource({"SAFETY, content filter", "MAX_TOKENS, tokens", "UNEXPECTED_TOOL_CALL, empty answer", "STOP, empty answer"})
    void whyItEndedWithoutAnAnswerIsSaid(String reason, String words) {
        String end = "data: {\"candidates\":[{\"index\":0,\"finishReason\": \"%s\"}]}\n\n".formatted(reason);

        String sentence = failure(Answer.of(new Step.Raw(end)));

        assertTrue(sentence.contains(words), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host", "http://host/v1beta"})
    void theVersionIsAddedWhereItIsMissing(String given) {
        assertEquals("http://host/v1beta", new Gemini().address(given));
    }
}
