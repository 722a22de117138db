package tablechat.chat;

import java.util.List;
import java.util.Set;
import tablechat.agent.SlidingWindow;
import tablechat.model.Model;
import tablechat.protocol.Call;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Part;
import tablechat.store.MessageStore;

/// What of a connection's rows the model of one turn may see. The offline one is a part of TableChat, so it sees them all;
/// but what it then says is not for others to read who may see less.
///
/// @param allowed to models outside this process
/// @param seen by the one that answers
record Sight(Privacy allowed, Privacy seen) {
    private static final List<Part> WITHHELD = List.of(new Part.Text(
            "(This answer was written by somebody who could see more of the data. The user has it; it is kept from you.)"));

    static Sight of(Model model, Privacy allowed) {
        return new Sight(allowed, model.info().offline() ? Privacy.ROWS : allowed);
    }

    /// Whether nothing is kept from it.
    boolean isWhole() {
        return seen == Privacy.ROWS;
    }

    /// The newest messages of a session, without the answers that may repeat what is not to be seen now.
    List<Message> of(List<Message> history, MessageStore messages, String session) {
        if (isWhole()) return history;
        Set<String> withheld = messages.writtenSeeingMore(session, SlidingWindow.MESSAGES_MAX + 2, seen);
        return history.stream()
                .map(message -> message.role() == Role.ASSISTANT && withheld.contains(message.id()) && !message.parts().isEmpty()
                        ? message.with(WITHHELD) : message)
                .toList();
    }

    /// What the offline model reads goes nowhere: where rows are to stay here, none count as given away.
    Call counted(Call call) {
        return allowed != seen && call.modelRows() != null ? call.withModelRows(0) : call;
    }
}
