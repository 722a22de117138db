package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tablechat.model.Model;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage.User;
import tablechat.model.Reply;
import tablechat.protocol.ModelInfo;
import tablechat.testing.Hold;
import tablechat.testing.ScriptedModel;
import tablechat.testing.Line;

class TitlesTest {
    private final ScriptedModel model = new ScriptedModel();

    @Test
    void aTitleIsMadeOfTheFirstMessageAlone() throws Exception {
        model.titles(Line.thinking("Sales."), Line.text("\"Sales by "), Line.text("month\""));

        Optional<String> title = new Titles(model).title("How do our sales develop?");

        assertEquals(Optional.of("Sales by month"), title);
        var prompt = model.titlePrompts().getFirst();
        assertTrue(prompt.instructions().startsWith("Write a title"));
        assertEquals(List.of(new User("How do our sales develop?")), prompt.messages());
        assertEquals(List.of(), prompt.tools());
    }

    @Test
    void ofALongMessageTheBeginningIsEnough() throws Exception {
        new Titles(model).title("x".repeat(32_000));

        assertEquals(List.of(new User("x".repeat(2_000))), model.titlePrompts().getFirst().messages());
    }

    @Test
    void aModelThatFailsOrSaysNothingGivesNone() throws Exception {
        model.titles(Line.failure("The key is wrong.")).titles();

        assertEquals(Optional.empty(), new Titles(model).title("How many?"));
        assertEquals(Optional.empty(), new Titles(model).title("How many?"));
    }

    @Test
    void aBugIsNotHidden() {
        model.titles(Line.bug(new IllegalArgumentException("bug")));

        assertThrows(IllegalStateException.class, () -> new Titles(model).title("How many?"));
    }

    @Test
    void aModelThatTakesTooLongIsCancelled() throws Exception {
        Stalled stalled;
        do {
            // On a busy machine the time may be up before the model was even asked.
            stalled = new Stalled();
            assertEquals(Optional.empty(), new Titles(stalled, Duration.ofMillis(20)).title("How many?"));
        } while (!stalled.hold.isReached());

        assertTrue(stalled.cancelled.await(20, TimeUnit.SECONDS), "the model is still asked");
    }

    @Test
    void anInterruptCancelsItToo() throws Exception {
        var stalled = new Stalled();
        var end = new AtomicReference<Exception>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                new Titles(stalled).title("How many?");
            } catch (InterruptedException e) {
                end.set(e);
            }
        });

        stalled.hold.awaitReached();
        asking.interrupt();

        assertTrue(asking.join(Duration.ofSeconds(20)));
        assertInstanceOf(InterruptedException.class, end.get());
        assertTrue(stalled.cancelled.await(20, TimeUnit.SECONDS), "the model is still asked");
    }

    /// Says nothing until it is cancelled, and tells when that happened.
    private static final class Stalled implements Model {
        private final Hold hold = new Hold();
        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public ModelInfo info() {
            return new ModelInfo("scripted", "stalled", false, null);
        }

        @Override
        public Reply ask(Prompt prompt, Listener listener) throws InterruptedException {
            try {
                hold.pass();
                throw new AssertionError("nobody releases this");
            } finally {
                cancelled.countDown();
            }
        }
    }
}
