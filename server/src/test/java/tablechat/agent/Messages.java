package tablechat.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Call;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Part;

/// Stored messages for tests, in a word or two each.
final class Messages {
    private Messages() {}

    static Message user(String text) {
        return message(Role.USER, Status.COMPLETE, new Part.Text(text));
    }

    static Message answer(String text) {
        return message(Role.ASSISTANT, Status.COMPLETE, new Part.Text(text));
    }

    static Message answer(Part... parts) {
        return message(Role.ASSISTANT, Status.COMPLETE, parts);
    }

    static Message message(Role role, Status status, Part... parts) {
        return new Message("id", role, status, Instant.EPOCH, List.of(parts), null, null, null, null, null);
    }

    static Part text(String text) {
        return new Part.Text(text);
    }

    static Part call(String id, Call.Status status, String output) {
        return new Part.Tool(new Call(id, "run_query", Map.of("sql", "select 1"), status, output, null, null, 1L));
    }
}
