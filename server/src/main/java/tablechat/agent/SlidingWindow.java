package tablechat.agent;

import java.util.List;
import java.util.function.Predicate;
import tablechat.protocol.Call;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Part;
import tablechat.protocol.Window;

/// Which messages of a session a model is sent: whole ones, of the newest 20, the first a user message.
/// Answers with neither text nor a complete call are left out, their questions stay.
///
/// @param trimmed how many messages of the session are not among those sent
public record SlidingWindow(List<Message> sent, int trimmed) {
    public static final int MESSAGES_MAX = 20;

    /// An answer still being written at the end is not counted at all: what is sent is sent for it.
    ///
    /// @param newest the newest messages of a session, oldest first: all, or more than 20
    /// @param total how many messages the whole session has
    public static SlidingWindow of(List<Message> newest, int total) {
        boolean streaming = !newest.isEmpty() && newest.getLast().status() == Status.STREAMING;
        List<Message> settled = streaming ? newest.subList(0, newest.size() - 1) : newest;
        List<Message> sent = settled.subList(Math.max(0, settled.size() - MESSAGES_MAX), settled.size()).stream()
                .dropWhile(message -> message.role() == Role.ASSISTANT)
                .filter(Predicate.not(SlidingWindow::isEmptyAnswer))
                .toList();
        return new SlidingWindow(sent, (streaming ? total - 1 : total) - sent.size());
    }

    /// How many are sent and left out, for those who watch.
    public Window counts() {
        return new Window(sent.size(), trimmed);
    }

    private static boolean isEmptyAnswer(Message message) {
        return message.role() == Role.ASSISTANT && message.parts().stream().noneMatch(SlidingWindow::says);
    }

    private static boolean says(Part part) {
        return switch (part) {
            case Part.Text(String text) -> !text.isBlank();
            case Part.Thinking _ -> false;
            case Part.Tool(Call call) -> call.status() == Call.Status.COMPLETE && call.output() != null;
        };
    }
}
