package tablechat.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tablechat.json.Json;
import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// A field of a request that some servers refuse and an answer can do without: nothing but comfort is lost.
enum Spare {
    /// Asks for the count of tokens.
    STREAM_OPTIONS("stream_options", body -> body.remove("stream_options")),
    /// Forbids further calls. A model that calls nevertheless is found out by the agent.
    TOOL_CHOICE("tool_choice", body -> body.remove("tool_choice")),
    /// Gives thoughts of this turn back.
    REASONING("reasoning_content", body -> eachMessage(body, message -> message.remove("reasoning_content"))),
    /// Asks Gemini for its thoughts.
    THINKING("thinking.?config|thinking is not|not support thinking", Spare::removeThinking);

    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

    private final Pattern named;
    private final Consumer<Map<String, Object>> removal;

    Spare(String named, Consumer<Map<String, Object>> removal) {
        this.named = Pattern.compile(named, Pattern.CASE_INSENSITIVE);
        this.removal = removal;
    }

    /// The one that a refusal names; null when it is about something else.
    static @Nullable Spare refused(Trouble trouble) {
        if (!(trouble instanceof Trouble.Status(int status, _, String said, _)) || !REFUSALS.contains(status)) return null;
        for (Spare spare : values()) if (spare.named.matcher(said).find()) return spare;
        return null;
    }

    /// A request without these.
    static String strip(String body, Set<Spare> spares) {
        if (spares.isEmpty()) return body;
        Map<String, Object> request = Json.readObject(body);
        for (Spare spare : EnumSet.copyOf(spares)) spare.removal.accept(request);
        return Json.write(request);
    }

    private static void eachMessage(Map<String, Object> body, Consumer<Map<String, Object>> change) {
        if (!(body.get("messages") instanceof List<?> messages)) return;
        for (Object message : messages) change.accept(Json.object(message));
    }

    private static void removeThinking(Map<String, Object> body) {
        if (body.get("generationConfig") instanceof Map<?, ?> config) config.remove("thinkingConfig");
    }
}
