package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// Anthropic. Instructions and tools are the same in every round of a turn, so they are marked to be kept by the provider, as is
/// the last message (see [Translation]).
///
/// @param thinking whether a model is to think first: null, `adaptive` for those that choose how much, or a number of tokens
record Anthropic(@Nullable String thinking) implements Provider {
    static final String THINKING = "ANTHROPIC_THINKING";

    private static final String HOME = "https://api.anthropic.com/v1";
    private static final String ADAPTIVE = "adaptive";
    private static final int ANSWER_TOKENS_MAX = 8_192;
    /// Anthropic's own bounds: at least the first, and with the answer no more than the smallest model writes.
    private static final int THINKING_TOKENS_MIN = 1_024;
    private static final int THINKING_TOKENS_MAX = 55_000;

    Anthropic {
        thinking = thinking == null || thinking.isBlank() ? null : thinking.strip();
    }

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public String defaultModel() {
        return "claude-sonnet-4-6";
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
    public @Nullable String problem() {
        if (thinking == null || thinking.equals(ADAPTIVE) || tokens() > 0) return null;
        return "%s is \"%s\"; it should be %s, or a number of tokens from %d to %d."
                .formatted(THINKING, thinking, ADAPTIVE, THINKING_TOKENS_MIN, THINKING_TOKENS_MAX);
    }

    /// 0 when the setting is no number of tokens.
    private int tokens() {
        int tokens = thinking.matches("\\d{4,5}") ? Integer.parseInt(thinking) : 0;
        return tokens < THINKING_TOKENS_MIN || tokens > THINKING_TOKENS_MAX ? 0 : tokens;
    }

    @Override
    public void ask(
            ChatRequest request, Access access, String model, HttpClientBuilder http, StreamingChatResponseHandler handler) {
        thinking(AnthropicStreamingChatModel.builder())
                .httpClientBuilder(http)
                .baseUrl(access.url())
                .apiKey(access.key())
                .modelName(model)
                .cacheSystemMessages(true)
                .cacheTools(true)
                .returnThinking(true)
                .sendThinking(true)
                .build()
                .chat(request, handler);
    }

    /// Thinking counts as output.
    private AnthropicStreamingChatModelBuilder thinking(AnthropicStreamingChatModelBuilder model) {
        if (thinking == null) return model.maxTokens(ANSWER_TOKENS_MAX);
        if (thinking.equals(ADAPTIVE)) {
            return model.maxTokens(2 * ANSWER_TOKENS_MAX).thinkingType(ADAPTIVE).thinkingDisplay("summarized");
        }
        return model.maxTokens(ANSWER_TOKENS_MAX + tokens()).thinkingType("enabled").thinkingBudgetTokens(tokens());
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
