package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tablechat.testing.Answer;
import tablechat.testing.Step;
import tablechat.testing.StubProvider;

/// An interrupt ends an ask in every state, and the provider sees its client go.
@Timeout(60)
class InterruptTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Step[] MANY = Stream.generate(() -> new Step.Text("x")).limit(2000).toArray(Step[]::new);

    @AutoClose
    private final StubProvider stub = new StubProvider();

    private final Heard heard = new Heard();

    enum State {
        BEFORE_HEADERS(Answer.text("a").afterSilence(LONG)),
        BEFORE_THE_FIRST_TOKEN(Answer.of(new Step.Stall())),
        STALLED(Answer.of(new Step.Text("a"), new Step.Stall())),
        BETWEEN_TOKENS(Answer.of(MANY).every(Duration.ofMillis(20))),
        DRIPPING(Answer.of(MANY).byteByByte(Duration.ofMillis(5))),
        FLOODING(Answer.of(Stream.generate(() -> MANY).limit(500).flatMap(Arrays::stream).toArray(Step[]::new))),
        BEFORE_A_RETRY(Answer.status(429, "", Map.of("Retry-After", "15")));

        final Answer answer;

        State(Answer answer) {
            this.answer = answer;
        }

        boolean begins() {
            return this != BEFORE_HEADERS && this != BEFORE_THE_FIRST_TOKEN && this != BEFORE_A_RETRY;
        }
    }

    static Stream<Object[]> statesOfAll() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Speaker.values()).map(speaker -> new Object[] {state, speaker}));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("statesOfAll")
    void anInterruptEndsTheAskAndTheRequest(State state, Speaker speaker) throws Exception {
        stub.answers(state.answer);
        Model model = speaker.asks(stub);
        var outcome = new AtomicReference<Object>();
        Thread asking = Thread.ofVirtual().start(() -> outcome.set(outcome(model)));
        if (state.begins()) heard.first.await();
        while (stub.seen().isEmpty()) Thread.sleep(5);
        Thread.sleep(50);

        asking.interrupt();

        assertTrue(asking.join(SOON), "still asking");
        assertInstanceOf(InterruptedException.class, outcome.get());
        if (state != State.BEFORE_A_RETRY) assertTrue(stub.isLeftWithin(SOON), "the request goes on");
        assertFalse(stub.seen().size() > 1, "asked again");
    }

    private Object outcome(Model model) {
        try {
            return model.ask(HELLO, heard);
        } catch (ModelFailure | InterruptedException e) {
            return e;
        }
    }
}
