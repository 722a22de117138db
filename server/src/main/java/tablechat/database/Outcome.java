package tablechat.database;

import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// What became of one query.
public sealed interface Outcome {

    /// `rows` are those kept (at most 1,000 rows or 1 MiB), cells as [tablechat.protocol.Result] says; `rowCount` is absent
    /// when reading stopped before the end, and then `truncated` is true.
    record Rows(List<Column> columns, List<List<Object>> rows, @Nullable Long rowCount, boolean truncated, long durationMs)
            implements Outcome {}

    /// The guard does not let this SQL run.
    record Refused(String reason) implements Outcome {}

    /// The database did not run it, or not to its end; `hint` names the nearest real tables or columns ("Did you mean …?").
    record Failed(String message, @Nullable String hint, long durationMs) implements Outcome {}

    /// The database was not asked: too many queries run on it now. The message says so to a person.
    record Unavailable(String message) implements Outcome {}
}
