package tablechat.transcript;

import java.io.IOException;
import java.util.List;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Result;
import tablechat.protocol.Result.Column;

/// Everything of a session, in the format that is imported: a line for the session, one for each message. Rows go through as the
/// store has them: no more than one result is held at a time.
final class JsonDocument implements Document {
    private String between = "\n";

    /// A result before its rows.
    private record ResultHead(String id, String sql, List<Column> columns, @Nullable Long rowCount, boolean truncated,
            long durationMs) {}

    @Override
    public void begin(Head head, Appendable out) throws IOException {
        out.append(open(head)).append(",\"messages\":[");
    }

    @Override
    public void message(Entry entry, Rows rows, Appendable out) throws IOException {
        out.append(between);
        between = ",\n";
        write(entry, rows, out);
    }

    /// One message, the same for the same message.
    static void write(Entry entry, Rows rows, Appendable out) throws IOException {
        String whole = Json.write(entry.with(List.of()));
        out.append(whole, 0, whole.length() - "]}".length());
        String comma = "";
        for (Part part : entry.parts()) {
            out.append(comma);
            comma = ",";
            if (part instanceof Part.Tool(Call call) && call.result() != null) write(call, call.result(), rows, out);
            else out.append(Json.write(part));
        }
        out.append("]}");
    }

    private static void write(Call call, Result result, Rows rows, Appendable out) throws IOException {
        String bare = Json.write(new Part.Tool(call.with(call.output(), null)));
        out.append(bare, 0, bare.length() - "}}".length()).append(",\"result\":");
        out.append(open(new ResultHead(result.id(), result.sql(), result.columns(), result.rowCount(), result.truncated(),
                result.durationMs())));
        out.append(",\"rows\":").append(rows.json(result)).append("}}}");
    }

    /// An object without its closing brace.
    private static String open(Record object) {
        String json = Json.write(object);
        return json.substring(0, json.length() - 1);
    }

    @Override
    public void end(Appendable out) throws IOException {
        out.append("\n]}\n");
    }
}
