package tablechat.agent;

import tablechat.database.Outcome;
import tablechat.protocol.Call;
import tablechat.protocol.Nullable;
import tablechat.protocol.Usage;

/// Hears an answer grow, in order, on the thread that asked for it. What it heard stays, however the answer ends.
public interface Listener {

    /// All is ready to ask the model, whom nobody has asked yet; returns when it may be. Heard before anything else, and again
    /// each time.
    ///
    /// @throws InterruptedException it may not any more
    default void beforeAsking() throws InterruptedException {}

    /// Appends to the answer's text. Never empty, never ends within a surrogate pair.
    void text(String piece);

    /// Appends to what the model thinks aloud.
    void thinking(String piece);

    /// A call begins to run; it has no status yet. Its id is its own within the answer.
    void toolStarted(Call call);

    /// The call has ended, with `status`, `durationMs` and, as they apply, `output` and `error`. Follows each [#toolStarted]
    /// before anything else is heard, also when the answer is stopped or a bug shows. `result` is left to the listener.
    ///
    /// @param rows what the query gave, null for other tools and for a query that did not run
    void toolFinished(Call call, Outcome.@Nullable Rows rows);

    /// The tokens of this answer so far, after each time the model was asked; not heard when the model does not count them.
    void usage(Usage soFar);
}
