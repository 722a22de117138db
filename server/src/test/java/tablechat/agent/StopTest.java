package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tablechat.model.ModelFailure;
import tablechat.testing.Hold;
import tablechat.testing.ScriptedModel;
import tablechat.testing.Line;

/// An interrupt ends an answer in every phase, and no started call is left open.
class StopTest {
    private static final Duration HANG = Duration.ofSeconds(20);
    private static final Map<String, Object> COUNT = Map.of("sql", "select 1");

    private final Hold hold = new Hold();
    private final ScriptedModel model = new ScriptedModel();
    private final Heard heard = new Heard();
    private final AtomicReference<Exception> end = new AtomicReference<>();
    private final FakeSource source = new FakeSource().gives("select 1", List.of("n"), List.of(List.of(1L)));

    @Test
    void beforeTheFirstPiece() throws Exception {
        model.replies(Line.hold(hold), Line.text("One."));

        stopAtHold();

        assertEquals(List.of(), heard.lines);
    }

    @Test
    void inTheMiddleOfTheText() throws Exception {
        model.replies(Line.text("There is "), Line.hold(hold), Line.text("one."));

        stopAtHold();

        assertEquals(List.of("text There is "), heard.lines);
    }

    @Test
    void whileAToolRuns() throws Exception {
        source.holdsQueries(hold);
        model.replies(Line.call("a", "run_query", COUNT), Line.call("b", "run_query", COUNT));

        stopAtHold();

        assertEquals(List.of("started a", "finished a STOPPED"), heard.lines);
        assertEquals("Stopped before it was done.", heard.finished.getFirst().error());
        assertNull(heard.finished.getFirst().output());
    }

    @Test
    void whileATableIsSampled() throws Exception {
        source.holdsQueries(hold).table("t", "n INTEGER");
        model.replies(Line.call("a", "describe_tables", Map.of("names", List.of("t"))));

        stopAtHold();

        assertEquals(List.of("started a", "finished a STOPPED"), heard.lines);
    }

    @Test
    void inASecondRound() throws Exception {
        model.replies(Line.call("a", "run_query", COUNT)).replies(Line.hold(hold));

        stopAtHold();

        assertEquals(List.of("started a", "finished a COMPLETE"), heard.lines);
    }

    @Test
    void betweenTwoCalls() throws Exception {
        model.replies(Line.call("a", "run_query", COUNT), Line.call("b", "run_query", COUNT));
        source.interruptsItsCaller();

        answer();

        assertInstanceOf(InterruptedException.class, end.get());
        assertEquals(List.of("started a", "finished a COMPLETE"), heard.lines);
        assertEquals(1, model.prompts().size());
    }

    private void stopAtHold() throws InterruptedException {
        Thread turn = Thread.ofVirtual().start(this::answer);
        hold.awaitReached();
        turn.interrupt();

        assertTrue(turn.join(HANG), "the answer does not end");
        assertInstanceOf(InterruptedException.class, end.get());
    }

    private void answer() {
        try {
            new Agent(model, source, Clock.systemUTC()).answer(List.of(Messages.user("How many?")), heard);
        } catch (ModelFailure | InterruptedException e) {
            end.set(e);
        }
    }
}
