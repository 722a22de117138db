package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// OpenAI and the many servers that speak as it does.
final class OpenAi implements Provider {
    private static final String HOME = "https://api.openai.com/v1";
    private static final Pattern BARE = Pattern.compile("https?://[^/]+");
    private static final String ENDPOINT = "/chat/completions";
    private static final List<String> EXAMPLE = List.of(
            """
            {"id":"1","object":"chat.completion.chunk","created":1,"model":"m",\
            "choices":[{"index":0,"delta":{"content":"Yes."},"finish_reason":null}]}""",
            """
            {"id":"1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""",
            "[DONE]");

    @Override
    public String name() {
        return "openai";
    }

    /// Not of the GPT-5 family: those stream only for organizations that have proved who they are.
    @Override
    public String defaultModel() {
        return "gpt-4.1";
    }

    @Override
    public String keyVariable() {
        return "OPENAI_API_KEY";
    }

    @Override
    public String urlVariable() {
        return "OPENAI_BASE_URL";
    }

    @Override
    public boolean keyOptional() {
        return true;
    }

    /// Given without the version, or with more than needed.
    @Override
    public String address(@Nullable String given) {
        if (given == null) return HOME;
        String root = given.endsWith(ENDPOINT) ? given.substring(0, given.length() - ENDPOINT.length()) : given;
        return BARE.matcher(root).matches() ? root + "/v1" : root;
    }

    @Override
    public List<String> example() {
        return EXAMPLE;
    }

    @Override
    public void ask(
            ChatRequest request, Access access, String model, HttpClientBuilder http, StreamingChatResponseHandler handler) {
        OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(access.url())
                .apiKey(access.key())
                .modelName(model)
                .returnThinking(true)
                .sendThinking(true)
                // Some servers repeat a call's id with every piece of it.
                .accumulateToolCallId(false)
                .build()
                .chat(request, handler);
    }
}
