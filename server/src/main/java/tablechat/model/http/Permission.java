package tablechat.model.http;

/// When an answer may be heard, and a question be put again.
public interface Permission {
    /// Called before each event of an answer is told; returns when it may be.
    ///
    /// @throws InterruptedException it may not any more
    default void beforeHearing() throws InterruptedException {}

    /// Whether a question that failed, or got lost on its way, may be put once more; asked before each such attempt.
    default boolean mayAskAgain() {
        return true;
    }
}
