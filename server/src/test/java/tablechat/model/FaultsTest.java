package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

/// Each way in which a provider can fail, with each provider: one failure, in a sentence that helps.
@Timeout(60)
class FaultsTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0", "Content-Type", "application/json");
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
    private static final String SECRETS = Speaker.KEY + " at http://me:pass@host";
    private static final String BROKEN_EVENT = "event: content_block_delta\ndata: {no\n\n";
    private static final Step A = new Step.Text("a");
    private static final Step B = new Step.Text("b");
    private static final Step[] KEPT_ALIVE = Stream.generate(() -> new Step.Raw(": wait\n\n")).limit(100).toArray(Step[]::new);

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    /// `requests` is how many are made; each gets the same answer. `heard` is what was told before the failure.
    record Fault(String name, Answer answer, int requests, String heard, String... words) {
        /// Patience with all but those that are about waiting: a busy machine makes others wait too.
        Limits limits() {
            return words[0].equals("Nothing came") || words[0].equals("came to no end") ? Speaker.HASTY : Speaker.PATIENT;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("cut after two tokens", Answer.of(A, B, new Step.Cut()).every(Duration.ofMillis(100)), 1, "ab", "broke", "whole"),
                new Fault("cut before the first token", Answer.of(new Step.Cut()), 3, "", "broke"),
                new Fault("clean end, not whole", Answer.of(A), 1, "a", "broke"),
                new Fault("stall after a token", Answer.of(A, new Step.Stall()), 1, "a", "Nothing came", "URL"),
                new Fault("stall before a token", Answer.of(new Step.Stall()), 1, "", "Nothing came", "TABLECHAT_MODEL"),
                new Fault("no headers", Answer.text("a").afterSilence(Duration.ofSeconds(30)), 1, "", "Nothing came"),
                new Fault("401", Answer.error(401, "authentication_error", "no"), 1, "", "did not accept the key", "_API_KEY"),
                new Fault("403", Answer.error(403, "permission_error", "no"), 1, "", "_API_KEY", "TABLECHAT_MODEL"),
                new Fault("404", Answer.error(404, "not_found_error", "no"), 1, "", "some-model", "TABLECHAT_MODEL"),
                new Fault("413", Answer.status(413, "", Map.of()), 1, "", "start a new session"),
                new Fault("context", Answer.error(400, "context_length_exceeded", "no"), 1, "", "start a new session"),
                new Fault("too long", Answer.error(400, "x", "prompt is too long: 9 > 8"), 1, "", "start a new session"),
                new Fault("400", Answer.error(400, "x", "temperature is wrong"), 1, "", "temperature is wrong.", "(400)"),
                new Fault("400 with secrets", Answer.error(400, "x", "bad " + SECRETS), 1, "", "bad …"),
                new Fault("quota", Answer.error(429, "insufficient_quota", "no"), 1, "", "billing", "_API_KEY"),
                new Fault("429, come back late", Answer.status(429, "{}", Map.of("Retry-After", "60")), 1, "", "in 60 seconds"),
                new Fault("429, come back now", Answer.status(429, "{}", AT_ONCE), 3, "", "too many requests"),
                new Fault("500", Answer.status(500, "oops", AT_ONCE), 3, "", "does not work just now (500)"),
                new Fault("529", Answer.status(529, "{}", AT_ONCE), 3, "", "(529)"),
                new Fault("overloaded before a token", Answer.of(new Step.Error("overloaded_error", "no")), 3, "", "just now"),
                new Fault("error after a token", Answer.of(A, new Step.Error("overloaded_error", "full"), B), 1, "a", "full."),
                new Fault("odd error after a token", Answer.of(A, new Step.Error("odd", "Very odd")), 1, "a", "Very odd."),
                new Fault("web page", Answer.status(200, "<html>", HTML), 1, "", "a web page", "URL"),
                new Fault("web page, unnamed", Answer.of(new Step.Raw("<!doctype html>\n<p>\n")), 1, "", "a web page"),
                new Fault("JSON", Answer.status(200, "{}", AT_ONCE), 1, "", "unreadable", "URL"),
                new Fault("error as success", Answer.error(200, "odd", "Very odd"), 1, "", "Very odd."),
                new Fault("broken event", Answer.of(A, new Step.Raw(BROKEN_EVENT), B), 1, "a", "unreadable"),
                new Fault("endless line", Answer.of(new Step.Raw("data: " + "x".repeat(2 << 20))), 1, "", "came to no end"),
                new Fault("alive for ever", Answer.of(KEPT_ALIVE).every(Duration.ofMillis(100)), 1, "", "came to no end"),
                new Fault("nothing in it", Answer.of(new Step.End()), 1, "", "empty answer"));
    }

    static Stream<Object[]> faultsOfAll() {
        return faults().flatMap(fault -> Arrays.stream(Speaker.values()).map(speaker -> new Object[] {fault, speaker}));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("faultsOfAll")
    void everyFaultEndsInOneSentenceThatHelps(Fault fault, Speaker speaker) {
        for (int i = 0; i < fault.requests; i++) stub.answers(fault.answer);
        Model model = speaker.asks(stub.url(), fault.limits());

        var failure = assertThrows(ModelFailure.class, () -> model.ask(HELLO, heard));

        String sentence = failure.getMessage();
        for (String words : fault.words) {
            String expected = words.equals("URL") ? speaker.provider.urlVariable() : words;
            assertTrue(sentence.toLowerCase().contains(expected.toLowerCase()), sentence);
        }
        assertTrue(sentence.matches("[A-Za-z0-9].*[.…]"), sentence);
        assertFalse(sentence.contains(Speaker.KEY) || sentence.contains("pass"), sentence);
        assertEquals(fault.heard, heard.text());
        assertEquals(fault.requests, stub.seen().size());
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
    void whereNobodyListensTheAddressIsToBeLookedAt(Speaker speaker) {
        String url = stub.url();
        stub.close();

        var failure = assertThrows(ModelFailure.class, () -> speaker.asks(url, Speaker.HASTY).ask(HELLO, heard));

        assertTrue(failure.getMessage().contains("nothing listens there"), failure.getMessage());
        assertTrue(failure.getMessage().contains(speaker.provider.urlVariable()), failure.getMessage());
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
