package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tablechat.testing.Line.call;
import static tablechat.testing.Line.failure;
import static tablechat.testing.Line.hold;
import static tablechat.testing.Line.text;
import static tablechat.testing.Line.thinking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tablechat.model.ModelFailure;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage.ToolOutput;
import tablechat.protocol.Call;
import tablechat.testing.Hold;
import tablechat.testing.ScriptedModel;
import tablechat.testing.Line;

class LimitsTest {
    private static final Map<String, Object> COUNT = Map.of("sql", "select 1");
    private static final String MEGABYTE = "x".repeat(1024 * 1024);
    private static final String TOO_LARGE = "The answer grew past 2 MiB and was ended there. Ask for less at once.";
    private static final String TOO_LATE = "The answer took more than 10 minutes and was ended. Ask for less at once.";

    private final ScriptedModel model = new ScriptedModel();
    private final Heard heard = new Heard();
    private final FakeSource source = new FakeSource().gives("select 1", List.of("n"), List.of(List.of(1L)));

    @AfterEach
    void noInterruptIsLeftBehind() {
        assertFalse(Thread.interrupted());
    }

    @Test
    void afterTenRoundsTheModelMustAnswer() throws Exception {
        for (int i = 0; i < 10; i++) model.calls("run_query", COUNT);
        model.answers("One.");

        answer();

        assertEquals(10, heard.finished.size());
        assertEquals(List.of(10), IntStream.range(0, 11)
                .filter(i -> model.prompts().get(i).mustAnswer())
                .boxed()
                .toList());
        assertEquals("One.", heard.text.toString());
    }

    @Test
    void whatItCallsWhenItMustAnswerIsNotRun() {
        for (int i = 0; i < 11; i++) model.calls("run_query", COUNT);

        assertThrows(ModelFailure.class, this::answer);

        assertEquals(10, heard.finished.size());
        assertTrue(model.prompts().getLast().mustAnswer());
    }

    @Test
    void atMostEightCallsRunInARound() throws Exception {
        model.replies(IntStream.range(0, 10).mapToObj(i -> call("c" + i, "run_query", COUNT)).toArray(Line[]::new));
        model.answers("One.");

        answer();

        assertEquals(8, source.queries.size());
        assertEquals(10, heard.finished.size());
        assertEquals(8, heard.finished.stream().filter(call -> call.status() == Call.Status.COMPLETE).count());
        assertEquals("Not run: at most 8 calls at once. Call it again if still needed.", heard.finished.getLast().error());
        Prompt second = model.prompts().getLast();
        assertEquals(10, second.messages().stream().filter(ToolOutput.class::isInstance).count());
    }

    @Test
    void anAnswerThatGrowsPastTwoMebibytesIsEnded() {
        model.replies(text(MEGABYTE), text(MEGABYTE), text("x"), text("y"));

        var failure = assertThrows(ModelFailure.class, this::answer);

        assertEquals(TOO_LARGE, failure.getMessage());
        assertEquals(2 * 1024 * 1024, heard.text.length());
    }

    @Test
    @Timeout(20)
    void whatTheModelStillHasToSayIsNotWaitedFor() {
        model.replies(text(MEGABYTE + MEGABYTE + "x"), hold(new Hold()));

        assertEquals(TOO_LARGE, assertThrows(ModelFailure.class, this::answer).getMessage());
    }

    @Test
    void thatIsTheReasonHoweverTheModelTakesIt() {
        model.replies(text(MEGABYTE + MEGABYTE + "x"));
        assertEquals(TOO_LARGE, assertThrows(ModelFailure.class, this::answer).getMessage());

        model.replies(text(MEGABYTE), text(MEGABYTE), text("x"), failure("The connection was closed."));
        assertEquals(TOO_LARGE, assertThrows(ModelFailure.class, this::answer).getMessage());
    }

    @Test
    void thinkingAndArgumentsCountAsWell() {
        model.replies(thinking(MEGABYTE), call("a", "run_query", Map.of("sql", MEGABYTE)));

        assertEquals(TOO_LARGE, assertThrows(ModelFailure.class, this::answer).getMessage());
        assertEquals(List.of(), heard.finished);
    }

    @Test
    void theLimitIsForTheWholeAnswerNotForARound() {
        model.replies(text(MEGABYTE), call("a", "run_query", COUNT)).replies(text("€".repeat(350_000)));

        assertEquals(TOO_LARGE, assertThrows(ModelFailure.class, this::answer).getMessage());
        assertEquals(1, heard.finished.size());
    }

    @Test
    void noFurtherStepIsTakenWhenTimeIsUp() {
        for (int i = 0; i < 20; i++) model.calls("run_query", COUNT);

        var failure = assertThrows(ModelFailure.class, () -> answer(new StepClock()));

        assertEquals(TOO_LATE, failure.getMessage());
        assertFalse(heard.finished.isEmpty());
        assertTrue(heard.finished.size() < 10);
    }

    @Test
    void aModelThatTricklesIsEndedWhenTimeIsUp() {
        model.answers("a b c d e f g h i j k l m n o p".split(" "));

        var failure = assertThrows(ModelFailure.class, () -> answer(new StepClock()));

        assertEquals(TOO_LATE, failure.getMessage());
        assertTrue(heard.text.toString().startsWith("abc"), heard.text.toString());
        assertFalse(heard.text.toString().endsWith("p"));
    }

    private void answer() throws ModelFailure, InterruptedException {
        answer(Clock.systemUTC());
    }

    private void answer(Clock clock) throws ModelFailure, InterruptedException {
        new Agent(model, source, clock).answer(List.of(Messages.user("How many?")), heard);
    }

    /// Each look at it moves it on by a minute.
    private static final class StepClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            Instant seen = now;
            now = now.plus(Duration.ofMinutes(1));
            return seen;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
