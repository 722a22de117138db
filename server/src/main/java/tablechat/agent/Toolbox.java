package tablechat.agent;

import java.util.List;
import java.util.stream.Collectors;
import tablechat.database.DatabaseFailure;
import tablechat.model.Tool;
import tablechat.model.ToolCall;

/// The tools and the database they run against. Whatever the model got wrong, and whatever the database says, is an [Output].
record Toolbox(Source source) {
    private static final List<AgentTool> ALL = List.of(new ListTables(), new DescribeTables(), new RunQuery());

    List<Tool> specs() {
        return ALL.stream().map(AgentTool::spec).toList();
    }

    Output run(ToolCall call) throws InterruptedException {
        for (AgentTool tool : ALL) if (tool.spec().name().equals(call.name())) return run(tool, call);
        String names = ALL.stream().map(tool -> tool.spec().name()).collect(Collectors.joining(", "));
        return Output.failed("There is no tool \"%s\". The tools are %s.".formatted(Clip.cell(call.name(), 100), names));
    }

    private Output run(AgentTool tool, ToolCall call) throws InterruptedException {
        if (call.problem() != null) return Output.failed(call.problem() + " " + expected(tool.spec()));
        try {
            return tool.run(new Arguments(call.input()), source);
        } catch (BadArgument bad) {
            return Output.failed(bad.getMessage() + " " + expected(tool.spec()));
        } catch (DatabaseFailure failure) {
            return Output.failed(failure.getMessage());
        }
    }

    private static String expected(Tool tool) {
        return tool.parameters().stream()
                .map(Toolbox::expected)
                .collect(Collectors.joining(", ", tool.name() + " expects: ", "."));
    }

    private static String expected(Tool.Parameter parameter) {
        String kind = switch (parameter.kind()) {
            case STRING -> "a string";
            case INTEGER -> "a whole number";
            case STRINGS -> "a list of strings";
        };
        return "%s (%s%s)".formatted(parameter.name(), kind, parameter.required() ? "" : ", optional");
    }
}
