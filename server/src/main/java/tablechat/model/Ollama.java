package tablechat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.json.Json;
import tablechat.model.http.Glance;
import tablechat.protocol.Nullable;

/// Ollama, asked as OpenAI is: its own way of streaming joins several tool calls into one. Runs the models that were pulled,
/// so it is asked which ones these are.
final class Ollama implements Provider {
    /// Read as Ollama itself reads `OLLAMA_HOST`: every part may be missing.
    private static final Pattern HOST = Pattern.compile("(?:(https?)://)?(\\[[^]]*]|[^:/]*)(?::(\\d*))?(/.*)?");
    private static final Pattern EMBEDS = Pattern.compile("embed|bert|(^|/)bge-|minilm");
    private static final String LATEST = ":latest";

    private final OpenAi openAi = new OpenAi();

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public String defaultModel() {
        return "";
    }

    @Override
    public String keyVariable() {
        return "OLLAMA_API_KEY";
    }

    @Override
    public String urlVariable() {
        return "OLLAMA_HOST";
    }

    @Override
    public boolean keyOptional() {
        return true;
    }

    @Override
    public boolean local() {
        return true;
    }

    /// What listens everywhere is asked here.
    @Override
    public String address(@Nullable String given) {
        Matcher parts = HOST.matcher(given == null ? "" : given);
        if (!parts.matches()) return given;
        String scheme = parts.group(1) == null ? "http" : parts.group(1);
        String host = switch (parts.group(2)) {
            case "" -> "localhost";
            case "0.0.0.0", "[::]" -> "127.0.0.1";
            default -> parts.group(2);
        };
        String usual = parts.group(1) == null ? ":11434" : "";
        String port = parts.group(3) == null || parts.group(3).isEmpty() ? usual : ":" + parts.group(3);
        String path = parts.group(4) == null ? "" : parts.group(4).replaceAll("/v1$", "");
        return scheme + "://" + host + port + path + "/v1";
    }

    @Override
    public List<String> example() {
        return openAi.example();
    }

    @Override
    public void ask(
            ChatRequest request, Access access, String model, HttpClientBuilder http, StreamingChatResponseHandler handler) {
        openAi.ask(request, access, model, http, handler);
    }

    /// Those that can chat, in its own order: the newest first.
    @Override
    public List<String> models(Access access, Glance glance) {
        var names = new ArrayList<String>();
        Map<String, Object> tags = glance.read(access.url().replaceAll("/v1$", "/api/tags"), access.key());
        for (Object entry : tags.get("models") instanceof List<?> list ? list : List.of()) {
            if (!(entry instanceof Map<?, ?> model) || !(model.get("name") instanceof String name)) continue;
            String family = model.get("details") instanceof Map<?, ?> details ? String.valueOf(details.get("family")) : "";
            if (!EMBEDS.matcher(name + " " + family).find()) names.add(shortened(name));
        }
        return names;
    }

    private static String shortened(String name) {
        return name.endsWith(LATEST) ? name.substring(0, name.length() - LATEST.length()) : name;
    }

    @Override
    public String remedy(String model) {
        return "Run \"ollama pull %s\", or look at %s.".formatted(model, Setup.MODEL);
    }
}
