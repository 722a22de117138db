package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tablechat.json.Json;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// Google's Gemini. Its models think in any case, so they are asked to tell what; one that cannot is asked without.
final class Gemini implements Provider {
    private static final String HOME = "https://generativelanguage.googleapis.com/v1beta";
    private static final Pattern BARE = Pattern.compile("https?://[^/]+");

    private static final String OUTPUT = "functionResponse";

    /// Reasons for an end that langchain4j does not know: it could not read the event that holds one.
    private static final Pattern UNKNOWN_END = Pattern.compile("(\"finishReason\"\\s*:\\s*)\"(?!(?:STOP|MAX_TOKENS|SAFETY"
            + "|RECITATION|LANGUAGE|OTHER|BLOCKLIST|PROHIBITED_CONTENT|SPII|MALFORMED_FUNCTION_CALL)\")\\w+\"");

    @Override
    public String name() {
        return "gemini";
    }

    @Override
    public String defaultModel() {
        return "gemini-2.5-flash";
    }

    @Override
    public String keyVariable() {
        return "GEMINI_API_KEY";
    }

    @Override
    public String urlVariable() {
        return "GEMINI_BASE_URL";
    }

    @Override
    public boolean keyOptional() {
        return false;
    }

    @Override
    public String address(@Nullable String given) {
        if (given == null) return HOME;
        return BARE.matcher(given).matches() ? given + "/v1beta" : given;
    }

    @Override
    public void ask(
            ChatRequest request, Access access, String model, HttpClientBuilder http, StreamingChatResponseHandler handler) {
        GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(access.url())
                .apiKey(access.key())
                .modelName(URLEncoder.encode(model, StandardCharsets.UTF_8)) // it becomes part of the address
                .thinkingConfig(GeminiThinkingConfig.builder().includeThoughts(true).build())
                .returnThinking(true)
                .sendThinking(true)
                .build()
                .chat(request, handler);
    }

    /// It wants the outputs of one round's calls in one message, where langchain4j makes one of each.
    @Override
    public String sendable(String body) {
        if (body.indexOf(OUTPUT) == body.lastIndexOf(OUTPUT)) return body;
        Map<String, Object> request = Json.readObject(body);
        var contents = new ArrayList<Map<String, Object>>();
        for (Object next : Json.list(request.get("contents"))) {
            Map<String, Object> content = Json.object(next);
            if (!contents.isEmpty() && isOutput(contents.getLast()) && isOutput(content)) {
                parts(contents.getLast()).addAll(parts(content));
            } else {
                contents.add(content);
            }
        }
        request.put("contents", contents);
        return Json.write(request);
    }

    private static boolean isOutput(Map<String, Object> content) {
        List<Object> parts = parts(content);
        return !parts.isEmpty() && Json.object(parts.getFirst()).containsKey(OUTPUT);
    }

    private static List<Object> parts(Map<String, Object> content) {
        return Json.list(content.get("parts"));
    }

    @Override
    public String readable(String event) {
        return event.contains("\"finishReason\"") ? UNKNOWN_END.matcher(event).replaceAll("$1\"OTHER\"") : event;
    }

    /// Its count of output leaves out what it thought.
    @Override
    public Usage usage(TokenUsage tokens) {
        Usage usage = Provider.super.usage(tokens);
        if (!(tokens instanceof GoogleAiGeminiTokenUsage more)) return usage;
        return usage.plus(new Usage(0, Provider.count(more.thoughtsTokenCount())));
    }
}
