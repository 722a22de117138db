package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tablechat.testing.Line.attribute;
import static tablechat.testing.Line.brokenCall;
import static tablechat.testing.Line.bug;
import static tablechat.testing.Line.call;
import static tablechat.testing.Line.failure;
import static tablechat.testing.Line.text;
import static tablechat.testing.Line.thinking;
import static tablechat.testing.Line.usage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tablechat.model.ModelFailure;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage.Assistant;
import tablechat.model.PromptMessage.ToolOutput;
import tablechat.model.PromptMessage.User;
import tablechat.model.ToolCall;
import tablechat.protocol.Call;
import tablechat.protocol.Message;
import tablechat.protocol.Usage;
import tablechat.testing.ScriptedModel;

class AgentTest {
    private static final Map<String, Object> COUNT = Map.of("sql", "select count(*) from customers");
    private static final Message QUESTION = Messages.user("How many customers are there?");

    private final ScriptedModel model = new ScriptedModel();
    private final Heard heard = new Heard();
    private final FakeSource source = new FakeSource()
            .table("customers", "id INTEGER")
            .gives("select count(*) from customers", List.of("count"), List.of(List.of(7L)));

    @Test
    void anAnswerComesInThePiecesTheModelSaysItIn() throws Exception {
        model.answers("There are ", "seven.");

        answer(QUESTION);

        assertEquals(List.of("text There are ", "text seven."), heard.lines);
        assertEquals(List.of(new User("How many customers are there?")), model.prompts().getFirst().messages());
        assertNull(heard.usage);
    }

    @Test
    void theModelIsAskedAgainWithWhatItsToolGave() throws Exception {
        model.replies(thinking("A count."), text("Let me look."), call("a", "run_query", COUNT), attribute("signature", "s1"));
        model.answers("Seven.");

        answer(QUESTION);

        assertEquals(
                List.of("thinking A count.", "text Let me look.", "started a", "finished a COMPLETE", "text Seven."),
                heard.lines);
        assertEquals("1 row\ncount\n7", heard.finished.getFirst().output());
        assertEquals(List.of(List.of(7L)), heard.rows.getFirst().rows());
        assertEquals(
                List.of(
                        new User("How many customers are there?"),
                        new Assistant("Let me look.", "A count.", calls("a"), Map.of("signature", "s1")),
                        new ToolOutput("a", "run_query", "1 row\ncount\n7", false)),
                model.prompts().getLast().messages());
    }

    @Test
    void everyQuestionBringsInstructionsAndTools() throws Exception {
        model.calls("list_tables", Map.of()).answers("One.");

        answer(QUESTION);

        for (var prompt : model.prompts()) {
            assertTrue(prompt.instructions().contains("table customers(id INTEGER)"));
            assertEquals(4, prompt.tools().size());
            assertFalse(prompt.mustAnswer());
        }
    }

    @Test
    void onlyTheWindowOfALongHistoryIsSent() throws Exception {
        var history = new ArrayList<Message>();
        for (int i = 0; i < 30; i++) history.addAll(List.of(Messages.user("question " + i), Messages.answer("answer " + i)));
        history.add(QUESTION);
        model.answers("Seven.");

        answer(history.toArray(Message[]::new));

        assertEquals(19, model.prompts().getFirst().messages().size());
        assertEquals(new User("question 21"), model.prompts().getFirst().messages().getFirst());
    }

    @Test
    void whatAModelGotWrongComesBackToItAndItMayTryAgain() throws Exception {
        model.calls("count_customers", Map.of());
        model.replies(brokenCall("b", "run_query", "The arguments are not JSON."));
        model.calls("run_query", COUNT).answers("Seven.");

        answer(QUESTION);

        assertEquals(
                List.of(Call.Status.FAILED, Call.Status.FAILED, Call.Status.COMPLETE),
                heard.finished.stream().map(Call::status).toList());
        assertEquals(List.of(true, true, false), outputsSent().stream().map(ToolOutput::failed).toList());
        assertEquals("Seven.", heard.text.toString());
    }

    @Test
    void callsOfTheSameIdAreToldApartAlsoFromEarlierTurns() throws Exception {
        model.replies(call("call_0", "run_query", COUNT), call("call_0", "run_query", COUNT));
        model.replies(call("call_0", "run_query", COUNT), call("call_1", "run_query", COUNT));
        model.answers("Seven.");

        answer(QUESTION, Messages.answer(Messages.call("call_1", Call.Status.COMPLETE, "1 row")), QUESTION);

        var fresh = List.of("call_0", "call_0-2", "call_0-3", "call_1-2");
        assertEquals(fresh, heard.finished.stream().map(Call::id).toList());
        assertEquals(fresh, outputsSent().stream().map(ToolOutput::call).skip(1).toList());
    }

    @Test
    void usageIsAddedUpOverTheRounds() throws Exception {
        model.replies(call("a", "run_query", COUNT), usage(100, 20));
        model.calls("run_query", COUNT);
        model.replies(text("Seven."), usage(130, 5));

        answer(QUESTION);

        assertEquals(new Usage(230, 25), heard.usage);
    }

    @Test
    void anEmptyAnswerIsAskedForOnceMore() throws Exception {
        model.replies(thinking("Hm.")).answers("Seven.");

        answer(QUESTION);

        assertEquals(List.of(false, true), mustAnswer());
        assertEquals(List.of("thinking Hm.", "text Seven."), heard.lines);
    }

    @Test
    void aModelThatStaysSilentFails() {
        model.answers().answers(" \n");

        var failure = assertThrows(ModelFailure.class, () -> answer(QUESTION));

        assertEquals("The model gave no answer. Try again, or ask in other words.", failure.getMessage());
        assertEquals(2, model.prompts().size());
    }

    @Test
    void aModelThatFailsKeepsItsSentenceAndWhatCameBefore() {
        model.replies(text("There a"), failure("The key is wrong. Set OPENAI_API_KEY."));

        var failure = assertThrows(ModelFailure.class, () -> answer(QUESTION));

        assertEquals("The key is wrong. Set OPENAI_API_KEY.", failure.getMessage());
        assertEquals(List.of("text There a"), heard.lines);
    }

    @Test
    void aBugInAToolFinishesItsCallWithAFixedSentence() {
        var bug = new IllegalStateException("secret");
        source.breaks(bug);
        model.replies(call("a", "run_query", COUNT), call("b", "run_query", COUNT));

        var thrown = assertThrows(IllegalStateException.class, () -> answer(QUESTION));

        assertSame(bug, thrown);
        assertEquals(List.of("started a", "finished a FAILED"), heard.lines);
        assertEquals("Something went wrong inside TableChat.", heard.finished.getFirst().error());
        assertNull(heard.finished.getFirst().output());
    }

    @Test
    void aBugInAModelIsNotHidden() {
        var bug = new IllegalStateException("bug");
        model.replies(text("There"), bug(bug));

        assertSame(bug, assertThrows(IllegalStateException.class, () -> answer(QUESTION)));
    }

    private void answer(Message... history) throws ModelFailure, InterruptedException {
        new Agent(model, source, Clock.systemUTC()).answer(List.of(history), heard);
    }

    private List<Boolean> mustAnswer() {
        return model.prompts().stream().map(Prompt::mustAnswer).toList();
    }

    private static List<ToolCall> calls(String id) {
        return List.of(new ToolCall(id, "run_query", COUNT, null));
    }

    private List<ToolOutput> outputsSent() {
        return model.prompts().getLast().messages().stream()
                .filter(ToolOutput.class::isInstance)
                .map(ToolOutput.class::cast)
                .toList();
    }
}
