package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import tablechat.model.http.Limits;
import tablechat.testing.Answer;
import tablechat.testing.DeadPort;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

/// Each way in which a provider can fail, with each provider: one failure, in a sentence that helps.
@Timeout(60)
class FaultsTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0", "Content-Type", "application/json");
    private static final Step A = new Step.Text("a");

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    static Stream<Object[]> faultsOfAll() {
        return Fault.ofAll().flatMap(fault -> Arrays.stream(Speaker.values()).map(speaker -> new Object[] {fault, speaker}));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("faultsOfAll")
    void everyFaultEndsInOneSentenceThatHelps(Fault fault, Speaker speaker) {
        for (int i = 0; i < fault.requests(); i++) stub.answers(fault.answer());
        Model model = speaker.asks(stub.url(), fault.limits());

        var failure = assertThrows(ModelFailure.class, () -> model.ask(HELLO, heard));

        String sentence = failure.getMessage();
        for (String words : fault.words()) {
            String expected = words.equals("URL") ? speaker.provider.urlVariable() : words;
            assertTrue(sentence.toLowerCase().contains(expected.toLowerCase()), sentence);
        }
        assertTrue(sentence.matches("[A-Za-z0-9].*[.…]"), sentence);
        assertFalse(sentence.contains(Speaker.KEY) || sentence.contains("pass"), sentence);
        assertEquals(fault.heard(), heard.text());
        assertEquals(fault.requests(), stub.seen().size());
    }

    @ParameterizedTest
    @EnumSource
    void aRedirectIsNotFollowedWithTheKey(Speaker speaker) {
        try (var elsewhere = new StubProvider()) {
            stub.answers(Answer.status(307, "", Map.of("Location", elsewhere.url() + "/v1/messages")));

            var failure = assertThrows(ModelFailure.class, () -> speaker.asks(stub).ask(HELLO, heard));

            assertTrue(failure.getMessage().contains(speaker.provider.urlVariable()), failure.getMessage());
            assertEquals(List.of(), elsewhere.seen());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyListensTheAddressIsToBeLookedAt(Speaker speaker) throws IOException {
        try (var dead = new DeadPort()) {
            String url = "http://127.0.0.1:" + dead.number();

            var failure = assertThrows(ModelFailure.class, () -> speaker.asks(url, Speaker.HASTY).ask(HELLO, heard));

            assertTrue(failure.getMessage().contains("nothing listens there"), failure.getMessage());
            assertTrue(failure.getMessage().contains(speaker.provider.urlVariable()), failure.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsTwiceMayWorkTheThirdTime(Speaker speaker) throws Exception {
        stub.answers(Answer.status(503, "", AT_ONCE), Answer.status(429, "", AT_ONCE), Answer.text("at last"));

        Reply reply = speaker.asks(stub).ask(HELLO, heard);

        assertEquals("at last", reply.text());
        assertEquals(List.of("at last"), heard.texts);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatDiedUnusedIsReplaced(Speaker speaker) throws Exception {
        stub.answers(Answer.text("one"), Answer.of(new Step.Cut()), Answer.text("two"));
        Model model = speaker.asks(stub);

        var texts = new ArrayList<String>();
        for (int i = 0; i < 2; i++) texts.add(model.ask(HELLO, heard).text());

        assertEquals(List.of("one", "two"), texts);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithItsReasonButWithoutItsTerminatorNeverHangs(Speaker speaker) throws Exception {
        stub.answers(Answer.of(A, new Step.Finish()));
        Model model = speaker.asks(stub);

        if (speaker == Speaker.ANTHROPIC) assertThrows(ModelFailure.class, () -> model.ask(HELLO, heard));
        else assertEquals("a", model.ask(HELLO, heard).text());
    }

    /// Gemini's answers end with the response.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GEMINI")
    void aServerThatDoesNotHangUpAfterTheAnswerDelaysNothing(Speaker speaker) throws Exception {
        stub.answers(Answer.of(A, new Step.End(), new Step.Stall()));

        assertEquals("a", speaker.asks(stub).ask(HELLO, heard).text());
        assertTrue(stub.isLeftWithin(Duration.ofSeconds(10)));
    }
}
