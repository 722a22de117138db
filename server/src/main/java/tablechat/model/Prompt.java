package tablechat.model;

import java.util.List;

/// All a model is given. With `mustAnswer` it may call no further tool and has to answer in text.
public record Prompt(String instructions, List<PromptMessage> messages, List<Tool> tools, boolean mustAnswer) {

    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
