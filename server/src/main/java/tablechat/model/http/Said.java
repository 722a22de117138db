package tablechat.model.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.json.Malformed;
import tablechat.protocol.Nullable;

/// What a provider says of an error, in one of the shapes they have for it:
///
/// - `{"error":{"type","code","message"}}`: OpenAI, Anthropic and most that are compatible; with some `error` is the text itself
/// - `{"error":{"code":429,"status","message","details":[…]}}`: Google, with [RetryInfo and others](https://google.aip.dev/193)
/// - `{"promptFeedback":{"blockReason"}}`: Gemini, instead of an answer
/// - `{"message"}` and `{"detail"}`: Cerebras, vLLM, and whatever is made with FastAPI
///
/// @param pause until it makes sense to ask again; null when that is not said
record Said(boolean isError, String code, String text, @Nullable Duration pause) {
    private static final Said NOTHING = new Said(false, "", "", null);

    /// Nothing, when it is no JSON.
    static Said in(String json) {
        try {
            // Google puts an array around it where it takes the stream for one.
            String text = json.strip();
            boolean listed = text.startsWith("[") && text.endsWith("]");
            return of(Json.readObject(listed ? text.substring(1, text.length() - 1) : text));
        } catch (Malformed e) {
            return NOTHING;
        }
    }

    private static Said of(Map<String, Object> object) {
        if (object.get("promptFeedback") instanceof Map<?, ?> feedback && feedback.get("blockReason") != null) {
            return new Said(true, "content_filter", "", null);
        }
        return switch (object.get("error")) {
            case Map<?, ?> error -> new Said(true, code(error), string(error.get("message")), pause(error));
            case String text -> new Said(true, "", text, null);
            case null, default -> new Said(false, "", plain(object), null);
        };
    }

    private static String plain(Map<String, Object> object) {
        if (object.get("message") instanceof String message) return message;
        Object detail = object.get("detail");
        return detail instanceof String text ? text : detail == null ? "" : Json.write(detail);
    }

    private static String code(Map<?, ?> error) {
        for (Map<?, ?> detail : details(error)) {
            if ("API_KEY_INVALID".equals(detail.get("reason"))) return "API_KEY_INVALID";
            // A limit of the day does not pass while one waits.
            if (detail.get("violations") instanceof List<?> limits && limits.toString().contains("PerDay")) {
                return "insufficient_quota";
            }
        }
        return switch (error.get("code")) {
            case String code -> code;
            case Long status -> status.toString();
            case null, default -> string(error.get("type"));
        };
    }

    private static @Nullable Duration pause(Map<?, ?> error) {
        for (Map<?, ?> detail : details(error)) {
            if (detail.get("retryDelay") instanceof String delay) return RetryAfter.read(delay.replaceAll("s$", ""));
        }
        return null;
    }

    private static List<Map<?, ?>> details(Map<?, ?> error) {
        if (!(error.get("details") instanceof List<?> details)) return List.of();
        return details.stream().<Map<?, ?>>mapMulti((detail, next) -> {
            if (detail instanceof Map<?, ?> map) next.accept(map);
        }).toList();
    }

    private static String string(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
