package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tablechat.protocol.Usage;
import tablechat.testing.Answer;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

class RemoteModelTest {
    private static final Prompt HELLO = new Prompt("Be brief.", List.of(new PromptMessage.User("Hello?")), List.of(), false);
    private static final Tool QUERY = new Tool("run_query", "Runs SQL.", List.of(
            new Tool.Parameter("sql", Tool.Kind.STRING, "One statement.", true),
            new Tool.Parameter("limit", Tool.Kind.INTEGER, "Rows at most.", false),
            new Tool.Parameter("names", Tool.Kind.STRINGS, "Tables.", false)));

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    @ParameterizedTest
    @EnumSource
    void theAnswerIsWhatTheListenerHeard(Speaker speaker) throws Exception {
        stub.answers(Answer.text("Hel", "lo ", "Wörld 😀"));

        Reply reply = speaker.asks(stub).ask(HELLO, heard);

        assertEquals("Hel", heard.texts.getFirst());
        assertEquals("Hello Wörld 😀", heard.text());
        assertEquals(heard.text(), reply.text());
        assertEquals(new Usage(11, 3), reply.usage());
        assertEquals(List.of(), reply.calls());
    }

    @ParameterizedTest
    @EnumSource
    void aDripOfBytesWithCrlfLosesNoCharacter(Speaker speaker) throws Exception {
        stub.answers(Answer.text("añ", "日本😀").withCrlf().byteByByte(Duration.ofMillis(1)));

        Reply reply = speaker.asks(stub).ask(HELLO, heard);

        assertEquals("añ日本😀", reply.text());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentHoldsInstructionsQuestionAndTools(Speaker speaker) throws Exception {
        stub.answers(Answer.text("ok"));

        speaker.asks(stub).ask(new Prompt("Be brief.", HELLO.messages(), List.of(QUERY), true), heard);

        StubProvider.Seen request = stub.seen().getFirst();
        String body = request.body().toString();
        assertTrue(body.contains("Be brief."), body);
        assertTrue(body.contains("Hello?"), body);
        assertTrue(body.contains("run_query"), body);
        assertTrue(body.contains("required=[sql]"), body);
        assertTrue(body.toLowerCase().contains("type=integer"), body);
        assertTrue((body + request.path()).contains("some-model"), body);
        Object choice = speaker == Speaker.GEMINI ? request.body().get("toolConfig") : request.body().get("tool_choice");
        assertTrue(choice.toString().toLowerCase().contains("none"), body);
        assertNull(request.headers().get("upgrade"), "offering HTTP/2 breaks some servers");
    }

    @Test
    void anthropicKeepsInstructionsAndTools() throws Exception {
        stub.answers(Answer.text("ok"));

        Speaker.ANTHROPIC.asks(stub).ask(new Prompt("Be brief.", HELLO.messages(), List.of(QUERY), false), heard);

        StubProvider.Seen request = stub.seen().getFirst();
        assertTrue(request.body().get("system").toString().contains("cache_control"), request.toString());
        assertTrue(request.body().get("tools").toString().contains("cache_control"), request.toString());
        assertEquals(Speaker.KEY, request.headers().get("x-api-key"));
        assertEquals("/v1/messages", request.path());
    }

    @Test
    void openAiGetsTheKeyAsABearer() throws Exception {
        stub.answers(Answer.text("ok"));

        Speaker.OPENAI.asks(stub).ask(HELLO, heard);

        StubProvider.Seen request = stub.seen().getFirst();
        assertEquals("Bearer " + Speaker.KEY, request.headers().get("authorization"));
        assertEquals("/v1/chat/completions", request.path());
    }

    @ParameterizedTest
    @EnumSource
    void toolCallsComeWithTheirInput(Speaker speaker) throws Exception {
        stub.answers(Answer.of(
                new Step.Text("Let me look."),
                new Step.Call("c1", "run_query", "{\"sql\":\"select 1\",\"limit\":5}"),
                new Step.Call("c2", "list_tables", "{}"),
                new Step.End()));

        Reply reply = speaker.asks(stub).ask(HELLO, heard);

        assertEquals("Let me look.", reply.text());
        assertEquals(
                List.of(
                        new ToolCall("c1", "run_query", Map.of("sql", "select 1", "limit", 5L), null),
                        new ToolCall("c2", "list_tables", Map.of(), null)),
                reply.calls());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GEMINI") // its arguments are JSON themselves
    void brokenArgumentsAreAProblemInWords(Speaker speaker) throws Exception {
        stub.answers(Answer.of(new Step.Call("c1", "run_query", "{\"sql\": \"sel"), new Step.End()));

        ToolCall call = speaker.asks(stub).ask(HELLO, heard).calls().getFirst();

        assertEquals(Map.of(), call.input());
        assertNotNull(call.problem());
    }

    @ParameterizedTest
    @EnumSource
    void callsGetIdsOfTheirOwn(Speaker speaker) throws Exception {
        stub.answers(Answer.of(
                new Step.Call("call_0", "a", "{}"),
                new Step.Call("call_0", "b", "{}"),
                new Step.Call("", "c", "{}"),
                new Step.End()));
        var earlier = new PromptMessage.Assistant("", null, List.of(new ToolCall("call_0", "z", Map.of(), null)), Map.of());
        var output = new PromptMessage.ToolOutput("call_0", "z", "done", false);
        var prompt = new Prompt("", List.of(HELLO.messages().getFirst(), earlier, output), List.of(QUERY), false);

        List<ToolCall> calls = speaker.asks(stub).ask(prompt, heard).calls();

        assertEquals(3, calls.stream().map(ToolCall::id).distinct().count());
        for (ToolCall call : calls) {
            assertNotEquals("call_0", call.id());
            assertFalse(call.id().isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource
    void thinkingIsHeardAndGoesBackWhileTheTurnGoesOn(Speaker speaker) throws Exception {
        stub.answers(
                Answer.of(
                        new Step.Thinking("Tables "),
                        new Step.Thinking("first."),
                        new Step.Signature("SIGNED"),
                        new Step.Call("c1", "run_query", "{\"sql\":\"select 1\"}"),
                        new Step.End()),
                Answer.text("One."));
        Model model = speaker.asks(stub);

        Reply reply = model.ask(new Prompt("", HELLO.messages(), List.of(QUERY), false), heard);
        var answer = new PromptMessage.Assistant(reply.text(), reply.thinking(), reply.calls(), reply.attributes());
        var output = new PromptMessage.ToolOutput("c1", "run_query", "1", true);
        model.ask(new Prompt("", List.of(HELLO.messages().getFirst(), answer, output), List.of(QUERY), false), heard);

        assertEquals(List.of("Tables ", "first."), heard.thoughts);
        assertEquals("Tables first.", reply.thinking());
        String body = stub.seen().get(1).body().toString();
        assertTrue(body.contains("Tables first."), body);
        assertTrue(body.contains("select 1"), body);
        if (!speaker.isCompatible()) assertTrue(body.toLowerCase().contains("signature=signed"), body);
        if (speaker == Speaker.ANTHROPIC) assertTrue(body.contains("is_error=true"), body);
    }

    @ParameterizedTest
    @EnumSource
    void thoughtsOfEarlierTurnsStayHere(Speaker speaker) throws Exception {
        stub.answers(Answer.text("ok"));
        var earlier = new PromptMessage.Assistant("Hi.", "old thought", List.of(), Map.of("thinking_signature", "OTHER"));
        var messages = List.of(HELLO.messages().getFirst(), earlier, new PromptMessage.User("And now?"));

        speaker.asks(stub).ask(new Prompt("", messages, List.of(), false), heard);

        assertFalse(stub.seen().getFirst().body().toString().contains("old thought"));
    }

    @Test
    void halvesOfACharacterAreHeardAsOne() throws Exception {
        stub.answers(Answer.of(
                new Step.Raw("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\\ud83d\"}}]}\n\n"),
                new Step.Raw("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\ude00b\"}}]}\n\n"),
                new Step.End()));

        Speaker.OPENAI.asks(stub).ask(HELLO, heard);

        assertEquals(List.of("a", "😀b"), heard.texts);
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatFailsEndsTheAskAndTheRequest(Speaker speaker) throws Exception {
        stub.answers(Answer.of(new Step.Text("a"), new Step.Text("b"), new Step.Stall()));
        var listener = new Model.Listener() {
            @Override
            public void text(String piece) {
                throw new IllegalStateException("too long");
            }

            @Override
            public void thinking(String piece) {}
        };

        var thrown = assertThrows(IllegalStateException.class, () -> speaker.asks(stub).ask(HELLO, listener));

        assertEquals("too long", thrown.getMessage());
        assertTrue(stub.isLeftWithin(Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentThatMayNotBe(Speaker speaker) throws Exception {
        stub.answers(Answer.text("ok"));
        var listener = new Model.Listener() {
            @Override
            public void beforeAsking() throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public void text(String piece) {}

            @Override
            public void thinking(String piece) {}
        };

        assertThrows(InterruptedException.class, () -> speaker.asks(stub).ask(HELLO, listener));

        assertEquals(List.of(), stub.seen());
    }

    @ParameterizedTest
    @EnumSource
    void oneConnectionServesManyAsks(Speaker speaker) throws Exception {
        Model model = speaker.asks(stub);

        for (int i = 0; i < 5; i++) {
            stub.answers(Answer.text("ok"));
            model.ask(HELLO, heard);
        }

        assertEquals(1, stub.connections());
    }
}
