package tablechat.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.protocol.Nullable;

/// How a provider writes the steps of one answer as server-sent events. Used for one answer only.
sealed interface Dialect {

    String opening();

    String write(Step step);

    static Dialect of(String path) {
        if (path.contains(":streamGenerateContent")) return new Gemini();
        return path.endsWith("/messages") ? new Anthropic() : new OpenAi();
    }

    final class OpenAi implements Dialect {
        private String finish = "stop";
        private int calls;

        @Override
        public String opening() {
            return delta(Map.of("role", "assistant", "content", ""));
        }

        @Override
        public String write(Step step) {
            return switch (step) {
                case Step.Text(var text) -> delta(Map.of("content", text));
                case Step.Thinking(var text) -> delta(Map.of("reasoning_content", text));
                case Step.Call call -> call(call);
                case Step.Usage(int in, int out) ->
                    data(Map.of("choices", List.of(), "usage", Map.of("prompt_tokens", in, "completion_tokens", out)));
                case Step.Finish() ->
                    data(Map.of("choices", List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", finish))));
                case Step.End() -> write(new Step.Finish()) + "data: [DONE]\n\n";
                case Step.Error(var type, var message) -> data(Map.of("error", Map.of("type", type, "message", message)));
                case Step.Raw(var text) -> text;
                case Step.Signature _, Step.Wait _, Step.Until _, Step.Stall _, Step.Cut _, Step.Reset _ -> "";
            };
        }

        private String call(Step.Call call) {
            finish = "tool_calls";
            int index = calls++;
            int half = call.arguments().length() / 2;
            var first = Map.of("name", call.name(), "arguments", call.arguments().substring(0, half));
            var opened = call.id().isEmpty()
                    ? Map.of("index", index, "type", "function", "function", first)
                    : Map.of("index", index, "id", call.id(), "type", "function", "function", first);
            var rest = Map.of("index", index, "function", Map.of("arguments", call.arguments().substring(half)));
            return delta(Map.of("tool_calls", List.of(opened))) + delta(Map.of("tool_calls", List.of(rest)));
        }

        private static String delta(Map<String, Object> delta) {
            return data(Map.of("id", "chat-1", "model", "stub", "choices", List.of(Map.of("index", 0, "delta", delta))));
        }

        private static String data(Map<String, Object> data) {
            return "data: " + Json.write(data) + "\n\n";
        }
    }

    final class Anthropic implements Dialect {
        private String stop = "end_turn";
        private String open = "";
        private int index = -1;
        private int output = 1;

        @Override
        public String opening() {
            return event("message_start", Map.of("message", Map.of("id", "msg_1", "model", "stub", "content", List.of())));
        }

        @Override
        public String write(Step step) {
            return switch (step) {
                case Step.Text(var text) -> in("text", Map.of("type", "text_delta", "text", text));
                case Step.Thinking(var text) -> in("thinking", Map.of("type", "thinking_delta", "thinking", text));
                case Step.Signature(var text) -> in("thinking", Map.of("type", "signature_delta", "signature", text));
                case Step.Call call -> call(call);
                case Step.Usage(int in, int out) -> {
                    output = out;
                    var usage = Map.of("input_tokens", in, "output_tokens", out);
                    yield event("message_delta", Map.of("delta", Map.of(), "usage", usage));
                }
                case Step.Finish() -> {
                    var usage = Map.of("output_tokens", output);
                    yield close() + event("message_delta", Map.of("delta", Map.of("stop_reason", stop), "usage", usage));
                }
                case Step.End() -> write(new Step.Finish()) + event("message_stop", Map.of());
                case Step.Error(var type, var message) ->
                    event("error", Map.of("error", Map.of("type", type, "message", message)));
                case Step.Raw(var text) -> text;
                case Step.Wait _, Step.Until _, Step.Stall _, Step.Cut _, Step.Reset _ -> "";
            };
        }

        private String call(Step.Call call) {
            stop = "tool_use";
            int half = call.arguments().length() / 2;
            String start = start("tool_use", Map.of("type", "tool_use", "id", call.id(), "name", call.name(), "input", Map.of()));
            return start + piece(call.arguments().substring(0, half)) + piece(call.arguments().substring(half)) + close();
        }

        private String piece(String json) {
            var delta = Map.of("type", "input_json_delta", "partial_json", json);
            return event("content_block_delta", Map.of("index", index, "delta", delta));
        }

        private String in(String kind, Map<String, Object> delta) {
            String start = open.equals(kind) ? "" : start(kind, Map.of("type", kind, kind, ""));
            return start + event("content_block_delta", Map.of("index", index, "delta", delta));
        }

        private String start(String kind, Map<String, Object> block) {
            String closed = close();
            open = kind;
            index++;
            return closed + event("content_block_start", Map.of("index", index, "content_block", block));
        }

        private String close() {
            if (open.isEmpty()) return "";
            open = "";
            return event("content_block_stop", Map.of("index", index));
        }

        private static String event(String name, Map<String, Object> data) {
            var typed = new LinkedHashMap<String, Object>(Map.of("type", name));
            typed.putAll(data);
            return "event: " + name + "\ndata: " + Json.write(typed) + "\n\n";
        }
    }

    /// Its calls come whole, and its end is only that of the response.
    final class Gemini implements Dialect {
        private @Nullable String signature;

        @Override
        public String opening() {
            return "";
        }

        @Override
        public String write(Step step) {
            return switch (step) {
                case Step.Text(var text) -> part(Map.of("text", text));
                case Step.Thinking(var text) -> part(Map.of("text", text, "thought", true));
                case Step.Signature(var text) -> {
                    signature = text;
                    yield "";
                }
                case Step.Call call -> call(call);
                case Step.Usage(int in, int out) -> {
                    var usage = Map.of("promptTokenCount", in, "candidatesTokenCount", out - 1, "thoughtsTokenCount", 1);
                    yield data(Map.of("candidates", List.of(Map.of("index", 0)), "usageMetadata", usage));
                }
                case Step.Finish(), Step.End() -> candidate(Map.of("index", 0, "finishReason", "STOP"));
                case Step.Error(var type, var message) -> {
                    boolean full = type.equals("overloaded_error");
                    var error = Map.of("code", full ? 503 : 400, "status", full ? "UNAVAILABLE" : "ODD", "message", message);
                    yield data(Map.of("error", error));
                }
                case Step.Raw(var text) -> text;
                case Step.Wait _, Step.Until _, Step.Stall _, Step.Cut _, Step.Reset _ -> "";
            };
        }

        private String call(Step.Call call) {
            var made = new LinkedHashMap<String, Object>(Map.of("name", call.name()));
            if (!call.id().isEmpty()) made.put("id", call.id());
            if (!call.arguments().isEmpty()) made.put("args", Json.readObject(call.arguments()));
            var part = new LinkedHashMap<String, Object>(Map.of("functionCall", made));
            if (signature != null) part.put("thoughtSignature", signature);
            signature = null;
            return part(part);
        }

        private static String part(Map<String, Object> part) {
            var content = Map.of("role", "model", "parts", List.of(part));
            return candidate(Map.of("index", 0, "content", content));
        }

        private static String candidate(Map<String, Object> candidate) {
            return data(Map.of("candidates", List.of(candidate), "modelVersion", "stub"));
        }

        private static String data(Map<String, Object> data) {
            return "data: " + Json.write(data) + "\n\n";
        }
    }
}
