package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.protocol.Call;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Part;
import tablechat.protocol.Window;

class SlidingWindowTest {

    /// A course is a letter for each message: u(ser), a(nswer), e(mpty answer), s(treaming answer).
    @ParameterizedTest(name = "{0} {1} times then {2}")
    @CsvSource(nullValues = "-", value = {
        // the course, repeated, then the end; how many are sent and left out
        "ua, 0, u, 1, 0",
        "ua, 1, u, 3, 0",
        "ua, 9, u, 19, 0",
        "ua, 9, uu, 20, 0",
        "ua, 10, -, 20, 0",
        "ua, 10, u, 19, 2",
        "ua, 11, -, 20, 2",
        "ua, 50, u, 19, 82",
        "u, 25, -, 20, 5",
        "ua, 10, us, 19, 2",
        "ua, 1, us, 3, 0",
        "ue, 1, u, 2, 1",
        "ue, 10, u, 10, 11",
        "ue, 1, -, 1, 1",
        "a, 3, -, 0, 3",
        "-, 0, -, 0, 0",
    })
    void theNewestTwentyAreSentFromAUserMessageOn(String course, int times, String end, int sent, int trimmed) {
        String letters = (course == null ? "" : course.repeat(times)) + (end == null ? "" : end);

        SlidingWindow window = SlidingWindow.of(messages(letters), letters.length());

        assertEquals(new Window(sent, trimmed), window.counts());
        if (sent > 0) assertEquals(Role.USER, window.sent().getFirst().role());
    }

    @Test
    void whatTheCallerDidNotEvenReadIsCountedAsLeftOut() {
        List<Message> newest = messages("ua".repeat(15));

        SlidingWindow window = SlidingWindow.of(newest, 1_000);

        assertEquals(new Window(20, 980), window.counts());
        assertEquals(newest.subList(10, 30), window.sent());
    }

    @Test
    void anAnswerCountsByWhatItSaysNotByItsStatus() {
        Message stoppedInTheMiddle = Messages.message(Role.ASSISTANT, Status.STOPPED, Messages.text("There are"));
        Message onlyACall = Messages.answer(Messages.call("c", Call.Status.COMPLETE, "1 row"));
        Message onlyAFailedCall = Messages.answer(Messages.call("c", Call.Status.FAILED, "error: no"));
        Message onlyThoughts = Messages.answer(new Part.Thinking("hm"));
        Message onlyBlanks = Messages.answer(" \n");
        Message question = Messages.user("And?");

        var something = SlidingWindow.of(List.of(question, stoppedInTheMiddle, question, onlyACall, question), 5);
        var nothing = SlidingWindow.of(List.of(question, onlyAFailedCall, question, onlyThoughts, question, onlyBlanks), 6);

        assertEquals(List.of(question, stoppedInTheMiddle, question, onlyACall, question), something.sent());
        assertEquals(List.of(question, question, question), nothing.sent());
        assertEquals(3, nothing.trimmed());
    }

    private static List<Message> messages(String letters) {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < letters.length(); i++) {
            messages.add(switch (letters.charAt(i)) {
                case 'u' -> Messages.user("question " + i);
                case 'a' -> Messages.answer("answer " + i);
                case 'e' -> Messages.answer();
                case 's' -> Messages.message(Role.ASSISTANT, Status.STREAMING, Messages.text("answer"));
                default -> throw new IllegalArgumentException(letters);
            });
        }
        return messages;
    }
}
