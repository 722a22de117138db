package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tablechat.testing.Answer;
import tablechat.testing.StubProvider;

/// A question is put again only where its asker wants that.
@Timeout(60)
class RetriesTest {
    private static final Prompt HELLO = new Prompt("", List.of(new PromptMessage.User("Hello?")), List.of(), false);
    private static final Answer BUSY = Answer.status(503, "", Map.of("Retry-After", "0"));

    @AutoClose
    private final StubProvider stub = new StubProvider();

    @Test
    void aTitleIsAskedForOnce() {
        stub.answers(BUSY, BUSY, BUSY);

        assertThrows(ModelFailure.class, () -> Speaker.OPENAI.asks(stub).ask(HELLO, Model.Listener.ONCE));

        assertEquals(1, stub.seen().size());
    }

    /// The request may have been read before the server left.
    @Test
    void oneThatWentOutOnAConnectionTheServerLeftCountsToo() throws Exception {
        stub.answers(Answer.text("ok"), Answer.none(), Answer.none(), Answer.none(), Answer.text("too late"));
        Model model = Speaker.OPENAI.asks(stub);
        model.ask(HELLO, Model.Listener.ONCE);

        assertThrows(ModelFailure.class, () -> model.ask(HELLO, new Twice()));

        assertEquals(1 + 3, stub.seen().size());
    }

    /// May be asked again so often.
    private static final class Twice implements Model.Listener {
        private int left = 2;

        @Override
        public boolean mayAskAgain() {
            return left-- > 0;
        }

        @Override
        public void text(String piece) {}

        @Override
        public void thinking(String piece) {}
    }
}
