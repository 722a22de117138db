package tablechat.chat;

import java.util.List;
import tablechat.json.Json;
import tablechat.protocol.Result.Column;

/// `{"columns":[{"name":…,"type":…}],"rows":[[…],…],"rowCount":n}`: arrays, since two columns may share a name. Values as in the
/// protocol, a line for each row.
final class JsonSheet implements Sheet {
    private String between = "\n";

    @Override
    public void begin(List<Column> columns, StringBuilder out) {
        out.append("{\"columns\":").append(Json.write(columns)).append(",\"rows\":[");
    }

    @Override
    public void row(List<Object> cells, StringBuilder out) {
        out.append(between).append(Json.write(cells));
        between = ",\n";
    }

    @Override
    public void end(long rows, StringBuilder out) {
        out.append("\n],\"rowCount\":").append(rows).append("}\n");
    }
}
