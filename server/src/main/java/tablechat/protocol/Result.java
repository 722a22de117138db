package tablechat.protocol;

import java.util.List;

/// The stored outcome of one query. `rows` are the first of those stored, each as long as `columns`;
/// a cell is null, a Boolean, a String, a Number a double carries exactly, or `{"$bytes": base64, "length": n}` as a Map.
/// `rowCount` is exact and absent when the query was cut before its end; `truncated` when it had more rows than are stored.
public record Result(
        String id,
        String sql,
        List<Column> columns,
        List<List<Object>> rows,
        @Nullable Long rowCount,
        boolean truncated,
        long durationMs) {

    public record Column(String name, String type) {}
}
