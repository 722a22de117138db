package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import tablechat.model.http.Glance;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// Who runs models and is reached over HTTP. Adding one is a file that implements this and a line in [Models].
interface Provider {

    /// As written before the slash in `TABLECHAT_MODEL`.
    String name();

    /// Empty when that is the first one its server has.
    String defaultModel();

    /// The environment's name for the key.
    String keyVariable();

    /// The environment's name for the address.
    String urlVariable();

    /// Whether a server of the user's own is asked without a key.
    boolean keyOptional();

    /// Whether one may be on this machine without any setting, so that it is looked for.
    default boolean local() {
        return false;
    }

    /// The root of the API below what the user gave, or the provider's own when that is null.
    String address(@Nullable String given);

    /// A setting of its own that cannot be used, in a sentence; null when there is none.
    default @Nullable String problem() {
        return null;
    }

    /// The models its server has; null when that cannot be asked for next to nothing. Runs beside the start.
    default @Nullable List<String> models(Access access, Glance glance) {
        return null;
    }

    /// Has langchain4j ask over this client, and returns when that is over. None of its models is handed out: the JVM would load
    /// its interface with the provider, at the start.
    void ask(ChatRequest request, Access access, String model, HttpClientBuilder http, StreamingChatResponseHandler handler);

    /// The data of the events of a short answer, as its stream has them, for a rehearsal; empty where none is worth it.
    default List<String> example() {
        return List.of();
    }

    /// langchain4j's request in such a form that the provider takes it.
    default String sendable(String body) {
        return body;
    }

    /// An event of its stream in such a form that langchain4j can read it.
    default String readable(String event) {
        return event;
    }

    /// What to do about a model that it does not know.
    default String remedy(String model) {
        return "Look at %s.".formatted(Setup.MODEL);
    }

    default Usage usage(TokenUsage tokens) {
        return new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
    }

    static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
