package tablechat.agent;

import java.util.List;
import java.util.stream.Collectors;
import tablechat.database.DatabaseFailure;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.model.ToolCall;
import tablechat.protocol.Nullable;

/// The tools of one answer, the database they run against and the rows it gave last; used by the answer's thread. Whatever the
/// model got wrong, and whatever the database says, is an [Output].
final class Toolbox {
    private static final List<AgentTool> ALL = List.of(new ListTables(), new DescribeTables(), new RunQuery(), new Chart());

    private final Source source;
    private @Nullable Rows newest;

    Toolbox(Source source) {
        this.source = source;
    }

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
            Output output = tool.run(new Arguments(call.input()), source, newest);
            if (output.rows() != null) newest = output.rows();
            return output;
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
