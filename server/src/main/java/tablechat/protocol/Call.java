package tablechat.protocol;

import java.util.Map;

/// One use of a tool inside an assistant message (or the user's own SQL inside a user message).
/// `output` is the text the model got; `result` is what the user sees. A call that still runs has no `status`.
///
/// @param modelRows how many rows of the data went to the model with `output`; null where none are what the tool gives
public record Call(
        String id,
        String name,
        Map<String, Object> input,
        @Nullable Status status,
        @Nullable String output,
        @Nullable Result result,
        @Nullable String error,
        @Nullable Long durationMs,
        @Nullable Integer modelRows) {

    public enum Status {
        COMPLETE,
        FAILED,
        REFUSED,
        STOPPED
    }

    /// Without rows for the model.
    public Call(String id, String name, Map<String, Object> input, @Nullable Status status, @Nullable String output,
            @Nullable Result result, @Nullable String error, @Nullable Long durationMs) {
        this(id, name, input, status, output, result, error, durationMs, null);
    }

    public static Call started(String id, String name, Map<String, Object> input) {
        return new Call(id, name, input, null, null, null, null, null);
    }

    /// The same, with another number of rows.
    public Call withModelRows(int rows) {
        return new Call(id, name, input, status, output, result, error, durationMs, rows);
    }

    /// The same, with other things to show.
    public Call with(@Nullable String output, @Nullable Result result) {
        return new Call(id, name, input, status, output, result, error, durationMs, modelRows);
    }
}
