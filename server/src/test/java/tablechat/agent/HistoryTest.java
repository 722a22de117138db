package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tablechat.agent.Messages.answer;
import static tablechat.agent.Messages.call;
import static tablechat.agent.Messages.text;
import static tablechat.agent.Messages.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tablechat.model.PromptMessage;
import tablechat.model.PromptMessage.Assistant;
import tablechat.model.PromptMessage.ToolOutput;
import tablechat.model.PromptMessage.User;
import tablechat.model.ToolCall;
import tablechat.protocol.Call;
import tablechat.protocol.Message;
import tablechat.protocol.Part;
import tablechat.protocol.Result;

class HistoryTest {
    private static final Map<String, Object> INPUT = Map.of("sql", "select 1");

    @Test
    void eachCallIsFollowedByItsOutputAndRoundsStayApart() throws Exception {
        Message told = answer(
                text("Let me "), text("look."),
                call("a", Call.Status.COMPLETE, "1 row"), call("b", Call.Status.FAILED, "error: no"),
                text("And again."),
                call("c", Call.Status.COMPLETE, "2 rows"),
                text("Seven."));

        List<PromptMessage> prompt = History.prompt(List.of(user("How many?"), told, user("Sure?")), new FakeSource());

        assertEquals(List.of(
                new User("How many?"),
                assistant("Let me look.", "a", "b"),
                new ToolOutput("a", "run_query", "1 row", false),
                new ToolOutput("b", "run_query", "error: no", true),
                assistant("And again.", "c"),
                new ToolOutput("c", "run_query", "2 rows", false),
                assistant("Seven."),
                new User("Sure?")), prompt);
    }

    @Test
    void aCallWithoutOutputIsNotSent() throws Exception {
        Message stopped = answer(
                text("Let me look."),
                call("a", Call.Status.COMPLETE, "1 row"), call("b", Call.Status.STOPPED, null), call("c", null, null));

        List<PromptMessage> prompt = History.prompt(List.of(stopped), new FakeSource());

        assertEquals(List.of(assistant("Let me look.", "a"), new ToolOutput("a", "run_query", "1 row", false)), prompt);
    }

    @Test
    void whatWasThoughtEarlierIsNotSent() throws Exception {
        Message thought = answer(new Part.Thinking("They want a count."), text("Seven."));

        assertEquals(List.of(assistant("Seven.")), History.prompt(List.of(thought), new FakeSource()));
    }

    @Test
    void outputsOfEarlierTurnsAreShortened() throws Exception {
        String long_ = "x".repeat(498) + "🙂 and more";

        List<PromptMessage> prompt = History.prompt(List.of(answer(call("a", Call.Status.COMPLETE, long_))), new FakeSource());

        assertEquals(new ToolOutput("a", "run_query", "x".repeat(498) + "…", false), prompt.getLast());
    }

    @Test
    void theUsersOwnSqlIsSentAsTheUsersText() throws Exception {
        var result = new Result("r", "select 1", List.of(new Result.Column("n", "INTEGER")), List.of(List.of(7L)), 1L, false, 3);
        var withOutput = new Call("a", "run_query", INPUT, Call.Status.COMPLETE, "1 row\nn\n1", null, null, 3L);
        var withResult = new Call("a", "run_query", INPUT, Call.Status.COMPLETE, null, result, null, 3L);
        var failed = new Call("a", "run_query", INPUT, Call.Status.FAILED, null, null, "no such table", 3L);

        assertEquals("I ran this SQL myself:\nselect 1\n\nIt gave:\n1 row\nn\n1", asText(withOutput));
        assertEquals("I ran this SQL myself:\nselect 1\n\nIt gave:\n1 row\nn\n7", asText(withResult));
        assertEquals("I ran this SQL myself:\nselect 1\n\nIt gave:\nerror: no such table", asText(failed));
    }

    private static String asText(Call call) throws Exception {
        Message own = Messages.message(Message.Role.USER, Message.Status.COMPLETE, new Part.Tool(call));
        return ((User) History.prompt(List.of(own), new FakeSource()).getFirst()).text();
    }

    private static Assistant assistant(String text, String... ids) {
        var calls = new ArrayList<ToolCall>();
        for (String id : ids) calls.add(new ToolCall(id, "run_query", INPUT, null));
        return new Assistant(text, null, calls, Map.of());
    }
}
