package tablechat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import tablechat.model.Model;
import tablechat.model.ModelFailure;
import tablechat.model.Prompt;
import tablechat.model.Reply;
import tablechat.model.ToolCall;
import tablechat.protocol.ModelInfo;

/// Answers, calls tools with right and wrong arguments, thinks, dawdles and fails, as chance has it.
final class WhimsicalModel implements Model {
    private static final List<ToolCall> CALLS = List.of(
            call("run_query", Map.of("sql", "select count(*) from customers")), call("run_query", Map.of("sql",
            "drop table customers")),
            call("run_query", Map.of("sql", "select * from nowhere")), call("run_query", Map.of()), call("list_tables",
            Map.of("limit", "x")),
            call("describe_tables", Map.of("names", List.of("customers", "orders", ""))), call("chart", Map.of("result", "none")),
            call("no_such_tool", Map.of("\0", List.of())));

    private final Random random;
    private final AtomicInteger asked = new AtomicInteger();

    WhimsicalModel(Random random) {
        this.random = random;
    }

    private static ToolCall call(String tool, Map<String, Object> input) {
        return new ToolCall("", tool, input, null);
    }

    int asked() {
        return asked.get();
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo("test", "whimsical", false, null);
    }

    @Override
    public Reply ask(Prompt prompt, Listener listener) throws ModelFailure, InterruptedException {
        int number = asked.incrementAndGet();
        String text = "";
        for (int pieces = random.nextInt(20); pieces > 0; pieces--) {
            if (random.nextInt(4) == 0) Thread.sleep(random.nextInt(20));
            if (random.nextInt(100) == 0) throw new ModelFailure("The model has no mood for this. Ask again.");
            String piece = List.of("word ", "\n\n", "é😀", "`", "|", "\0").get(random.nextInt(6));
            text += piece;
            listener.text(piece);
        }
        var calls = new ArrayList<ToolCall>();
        if (!prompt.mustAnswer() && random.nextInt(3) == 0) {
            ToolCall chosen = CALLS.get(random.nextInt(CALLS.size()));
            calls.add(new ToolCall("call-" + number, chosen.name(), chosen.input(), null));
        }
        return new Reply(text, "", calls, Map.of(), null);
    }
}
