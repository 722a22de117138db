package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.model.http.Http;
import tablechat.testing.Answer;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

/// The ways of servers that speak almost as OpenAI does. Their words are those of vLLM, llama.cpp, Groq and others.
class CompatibleTest {
    private static final Tool QUERY = new Tool("run_query", "Runs SQL.", List.of());
    private static final PromptMessage QUESTION = new PromptMessage.User("How many?");
    private static final Prompt MUST_ANSWER = new Prompt("", List.of(QUESTION), List.of(QUERY), true);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    private Model at(String url) {
        var provider = new OpenAi();
        var setup = new Setup(List.of(provider), Map.of("OPENAI_BASE_URL", url)::get, new Http(Speaker.PATIENT), Map.of());
        return setup.model(provider, "some-model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/", "/v1/chat/completions"})
    void aServerIsFoundWithOrWithoutItsVersionAndWithoutKey(String path) throws Exception {
        stub.answers(Answer.text("ok"));

        at(stub.url() + path).ask(MUST_ANSWER, heard);

        StubProvider.Seen request = stub.seen().getFirst();
        assertEquals("/v1/chat/completions", request.path());
        assertNull(request.headers().get("authorization"));
        assertNull(request.body().get("parallel_tool_calls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning_content", "reasoning"})
    void reasoningIsHeardAsThinking(String field) throws Exception {
        String event = "data: {\"choices\":[{\"index\":0,\"delta\":{\"%s\":\"Tables first.\"}}]}\n\n".formatted(field);
        stub.answers(Answer.of(new Step.Raw(event), new Step.Text("Nine."), new Step.End()));

        Reply reply = at(stub.url()).ask(MUST_ANSWER, heard);

        assertEquals(List.of("Tables first."), heard.thoughts);
        assertEquals("Tables first.", reply.thinking());
        assertEquals("Nine.", reply.text());
    }

    @Test
    void thinkingInTheTextIsTakenOutOfIt() throws Exception {
        stub.answers(Answer.text("<thi", "nk>\nTables ", "first.\n</think>\n", "\nNi", "ne."));

        Reply reply = at(stub.url()).ask(MUST_ANSWER, heard);

        assertEquals("Tables first.", reply.thinking().strip());
        assertEquals("Nine.", reply.text());
        assertEquals("Nine.", heard.text());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "stream_options|400|{`error`:{`message`:`Unsupported parameter(s): 'stream_options'`,`type`:`bad`}}",
        "stream_options|422|{`detail`:[{`loc`:[`body`,`stream_options`],`msg`:`Extra inputs are not permitted`}]}",
        "tool_choice|400|{`error`:`tool_choice: only auto is supported`}",
        "tool_choice|404|{`message`:`No endpoints found that support the provided 'tool_choice' value.`}",
    })
    void whatAServerRefusesIsLeftOutFromThenOn(String field, int status, String error) throws Exception {
        stub.answers(Answer.status(status, error.replace('`', '"'), JSON), Answer.text("one"), Answer.text("two"));
        Model model = at(stub.url());

        assertEquals("one", model.ask(MUST_ANSWER, heard).text());
        assertEquals("two", model.ask(MUST_ANSWER, heard).text());

        assertEquals(List.of(true, false, false), sent(field));
        assertEquals(List.of(true, true, true), sent("run_query"));
    }

    private List<Boolean> sent(String words) {
        return stub.seen().stream().map(request -> request.body().toString().contains(words)).toList();
    }

    @Test
    void thoughtsThatAreNotWantedBackAreNotSent() throws Exception {
        stub.answers(
                Answer.error(400, "x", "'messages.2' : property 'reasoning_content' is unsupported"),
                Answer.text("ok"));
        var call = new ToolCall("c1", "run_query", Map.of(), null);
        var messages = List.of(QUESTION, new PromptMessage.Assistant("", "Tables first.", List.of(call), Map.of()),
                new PromptMessage.ToolOutput("c1", "run_query", "1", false));

        at(stub.url()).ask(new Prompt("", messages, List.of(QUERY), false), heard);

        assertEquals(List.of(true, false), sent("Tables first."));
        assertEquals(List.of(true, true), sent("c1"));
    }

    /// As a first question and its title do.
    @Test
    void twoThatAreRefusedAtOnceForTheSameFieldAreBothAskedAgain() throws Exception {
        Answer refusal = Answer.error(400, "x", "stream_options is unknown here").afterSilence(Duration.ofMillis(300));
        stub.answers(refusal, refusal, Answer.text("one"), Answer.text("one"));
        Model model = at(stub.url());

        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<String> ask = () -> model.ask(MUST_ANSWER, new Heard()).text();
            for (Future<String> answer : threads.invokeAll(List.of(ask, ask))) assertEquals("one", answer.get());
        }

        assertEquals(List.of(true, true, false, false), sent("stream_options"));
    }

    @Test
    void aFieldThatIsRefusedThoughItIsNotSentIsSaidOnce() {
        Answer refusal = Answer.error(400, "x", "stream_options is unknown here");
        stub.answers(refusal, refusal);

        var failure = assertThrows(ModelFailure.class, () -> at(stub.url()).ask(MUST_ANSWER, heard));

        assertTrue(failure.getMessage().contains("stream_options is unknown here."), failure.getMessage());
        assertEquals(2, stub.seen().size());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "400|registry.ollama.ai/library/gemma3:4b does not support tools",
        "404|No endpoints found that support tool use.",
        "400|'auto' tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set",
        "500|tools param requires --jinja flag",
    })
    void aModelWithoutToolsIsSaidToBeOfNoUse(int status, String words) {
        stub.answers(Answer.error(status, "api_error", words));

        var failure = assertThrows(ModelFailure.class, () -> at(stub.url()).ask(MUST_ANSWER, heard));

        String sentence = failure.getMessage();
        assertTrue(sentence.startsWith("some-model takes no tools here"), sentence);
        assertTrue(sentence.contains(words) && sentence.contains("TABLECHAT_MODEL"), sentence);
        assertEquals(1, stub.seen().size());
    }

    @Test
    void whatKeepsAModelFromAnsweringIsKnownUntilItAnswers() throws Exception {
        stub.answers(Answer.error(401, "invalid_api_key", "no"), Answer.text("ok"));
        Model model = at(stub.url());
        assertNull(model.info().error());

        var failure = assertThrows(ModelFailure.class, () -> model.ask(MUST_ANSWER, heard));
        assertEquals(failure.getMessage(), model.info().error());

        model.ask(MUST_ANSWER, heard);
        assertNull(model.info().error());
    }

    @Test
    void whatPassesIsNotHeldAgainstAModel() {
        stub.answers(Answer.status(429, "{}", Map.of("Retry-After", "60")));
        Model model = at(stub.url());

        assertThrows(ModelFailure.class, () -> model.ask(MUST_ANSWER, heard));

        assertNull(model.info().error());
        assertFalse(model.info().offline());
    }
}
