package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// Who runs models and is reached over HTTP. Adding one is a file that implements this and a line in [Models].
interface Provider {

    /// As written before the slash in `TABLECHAT_MODEL`.
    String name();

    String defaultModel();

    /// The environment's name for the key.
    String keyVariable();

    /// The environment's name for the address.
    String urlVariable();

    /// Whether a server of the user's own is asked without a key.
    boolean keyOptional();

    /// The root of the API below what the user gave, or the provider's own when that is null.
    String address(@Nullable String given);

    /// Opens no connection.
    StreamingChatModel connect(Access access, String model, HttpClientBuilder http);

    default Usage usage(TokenUsage tokens) {
        return new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
    }

    static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
