package tablechat.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;

/// A prompt in langchain4j's words.
final class Translation {
    /// Has Anthropic keep the prompt up to there, so that the next round of the turn pays only for what is new. Others ignore it.
    private static final Map<String, Object> KEPT_TO_HERE = Map.of("cache_control", "ephemeral");

    private Translation() {}

    static ChatRequest of(Prompt prompt) {
        var request = ChatRequest.builder().messages(messages(prompt));
        if (!prompt.tools().isEmpty()) {
            request.toolSpecifications(prompt.tools().stream().map(Translation::tool).toList());
            if (prompt.mustAnswer()) request.toolChoice(ToolChoice.NONE);
        }
        return request.build();
    }

    private static List<ChatMessage> messages(Prompt prompt) {
        var messages = new ArrayList<ChatMessage>();
        if (!prompt.instructions().isBlank()) messages.add(SystemMessage.from(prompt.instructions()));
        int question = lastQuestion(prompt.messages());
        for (int i = 0; i < prompt.messages().size(); i++) {
            Map<String, Object> marks = i == prompt.messages().size() - 1 ? KEPT_TO_HERE : Map.of();
            switch (prompt.messages().get(i)) {
                case PromptMessage.User(String text) -> messages.add(user(text, marks));
                case PromptMessage.Assistant assistant -> messages.add(assistant(assistant, i > question));
                case PromptMessage.ToolOutput output -> messages.add(output(output, marks));
            }
        }
        return messages;
    }

    private static int lastQuestion(List<PromptMessage> messages) {
        int last = messages.size() - 1;
        while (last >= 0 && !(messages.get(last) instanceof PromptMessage.User)) last--;
        return last;
    }

    private static UserMessage user(String text, Map<String, Object> marks) {
        return UserMessage.builder().addContent(TextContent.from(text)).attributes(marks).build();
    }

    /// Providers want thinking back while its turn goes on. Later they ignore it, or refuse that of another model.
    private static AiMessage assistant(PromptMessage.Assistant assistant, boolean turnGoesOn) {
        return AiMessage.builder()
                .text(assistant.text().isEmpty() ? null : assistant.text())
                .thinking(turnGoesOn ? assistant.thinking() : null)
                .attributes(turnGoesOn ? assistant.attributes() : Map.of())
                .toolExecutionRequests(assistant.calls().stream().map(Translation::call).toList())
                .build();
    }

    private static ToolExecutionRequest call(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.name())
                .arguments(Json.write(call.input()))
                .build();
    }

    private static ToolExecutionResultMessage output(PromptMessage.ToolOutput output, Map<String, Object> marks) {
        return ToolExecutionResultMessage.builder()
                .id(output.call())
                .toolName(output.tool())
                .text(output.text())
                .isError(output.failed())
                .attributes(marks)
                .build();
    }

    private static ToolSpecification tool(Tool tool) {
        var parameters = JsonObjectSchema.builder();
        for (Tool.Parameter parameter : tool.parameters()) parameters.addProperty(parameter.name(), schema(parameter));
        parameters.required(
                tool.parameters().stream().filter(Tool.Parameter::required).map(Tool.Parameter::name).toList());
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters.build())
                .build();
    }

    private static JsonSchemaElement schema(Tool.Parameter parameter) {
        String description = parameter.description();
        return switch (parameter.kind()) {
            case STRING -> JsonStringSchema.builder().description(description).build();
            case INTEGER -> JsonIntegerSchema.builder().description(description).build();
            case STRINGS ->
                JsonArraySchema.builder().items(new JsonStringSchema()).description(description).build();
        };
    }
}
