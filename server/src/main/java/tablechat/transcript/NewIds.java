package tablechat.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Call;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Result;

/// Other ids in place of those in a file, the same one for the same one.
final class NewIds {
    private final Map<String, String> made = new HashMap<>();

    Entry in(Entry entry) {
        return new Entry(of(entry.id()), entry.role(), entry.status(), entry.createdAt(), of(entry.turn()), entry.model(),
                entry.privacy(), entry.usage(), entry.durationMs(), entry.error(), entry.parts().stream().map(this::in).toList());
    }

    private Part in(Part part) {
        if (!(part instanceof Part.Tool(Call call)) || call.result() == null) return part;
        Result result = call.result();
        List<List<Object>> rows = result.rows();
        return new Part.Tool(call.with(call.output(), new Result(
                of(result.id()), result.sql(), result.columns(), rows, result.rowCount(), result.truncated(), result.durationMs())));
    }

    @Nullable String of(@Nullable String id) {
        return id == null ? null : made.computeIfAbsent(id, _ -> Ids.next());
    }
}
