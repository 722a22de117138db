package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModelName;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// Anthropic. Instructions and tools are the same in every round of a turn, so they are marked to be kept by the provider.
final class Anthropic implements Provider {
    private static final String HOME = "https://api.anthropic.com/v1";
    private static final int ANSWER_TOKENS_MAX = 8_192;

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public String defaultModel() {
        return AnthropicChatModelName.CLAUDE_SONNET_4_6.toString();
    }

    @Override
    public String keyVariable() {
        return "ANTHROPIC_API_KEY";
    }

    @Override
    public String urlVariable() {
        return "ANTHROPIC_BASE_URL";
    }

    @Override
    public boolean keyOptional() {
        return false;
    }

    /// Anthropic's own tools take the address without the version.
    @Override
    public String address(@Nullable String given) {
        if (given == null) return HOME;
        return given.endsWith("/v1") ? given : given + "/v1";
    }

    @Override
    public StreamingChatModel connect(Access access, String model, HttpClientBuilder http) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(access.url())
                .apiKey(access.key())
                .modelName(model)
                .maxTokens(ANSWER_TOKENS_MAX)
                .cacheSystemMessages(true)
                .cacheTools(true)
                .returnThinking(true)
                .sendThinking(true)
                .build();
    }

    /// Its count of input leaves out what was kept from, or for, another request.
    @Override
    public Usage usage(TokenUsage tokens) {
        Usage usage = Provider.super.usage(tokens);
        if (!(tokens instanceof AnthropicTokenUsage more)) return usage;
        long kept = Provider.count(more.cacheCreationInputTokens()) + Provider.count(more.cacheReadInputTokens());
        return usage.plus(new Usage(kept, 0));
    }
}
