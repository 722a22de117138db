package tablechat.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tablechat.model.PromptMessage;
import tablechat.model.ToolCall;

/// Keeps the ids of calls apart within a prompt: some models number theirs from 0 in each reply, others refuse an id seen twice.
final class CallIds {
    private final Set<String> taken = new HashSet<>();

    CallIds(List<PromptMessage> history) {
        for (PromptMessage message : history) {
            if (message instanceof PromptMessage.Assistant earlier) earlier.calls().forEach(call -> taken.add(call.id()));
        }
    }

    /// The call with its own id, or with one made from it where that is taken.
    ToolCall unique(ToolCall call) {
        String id = call.id();
        for (int n = 2; !taken.add(id); n++) id = call.id() + "-" + n;
        return new ToolCall(id, call.name(), call.input(), call.problem());
    }
}
