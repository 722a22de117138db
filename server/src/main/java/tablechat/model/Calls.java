package tablechat.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tablechat.json.Json;
import tablechat.json.Malformed;
import tablechat.protocol.Nullable;

/// Makes a model's tool calls fit to be run and sent back: each with an id of its own, and arguments that are an object.
final class Calls {
    private Calls() {}

    /// @param prompt what was asked: the ids in it are taken too, since some servers count from 0 in every answer
    static List<ToolCall> of(List<ToolExecutionRequest> requests, Prompt prompt) {
        Set<String> taken = taken(prompt);
        var calls = new ArrayList<ToolCall>();
        for (ToolExecutionRequest request : requests) calls.add(call(request, unused(request.id(), taken)));
        return List.copyOf(calls);
    }

    private static Set<String> taken(Prompt prompt) {
        var ids = new HashSet<String>();
        for (PromptMessage message : prompt.messages()) {
            if (message instanceof PromptMessage.Assistant assistant) {
                for (ToolCall call : assistant.calls()) ids.add(call.id());
            }
        }
        return ids;
    }

    private static String unused(@Nullable String id, Set<String> taken) {
        if (id != null && !id.isBlank() && taken.add(id)) return id;
        String made = "call_" + UUID.randomUUID().toString().replace("-", "");
        taken.add(made);
        return made;
    }

    private static ToolCall call(ToolExecutionRequest request, String id) {
        String name = request.name() == null ? "" : request.name();
        String arguments = request.arguments() == null ? "" : request.arguments().strip();
        // Gemini leaves them out where there are none, which langchain4j puts so.
        if (arguments.isEmpty() || arguments.equals("null")) return new ToolCall(id, name, Map.of(), null);
        try {
            return new ToolCall(id, name, Json.readObject(arguments), null);
        } catch (Malformed e) {
            return new ToolCall(id, name, Map.of(), "The arguments are not one JSON object: " + e.getMessage());
        }
    }
}
