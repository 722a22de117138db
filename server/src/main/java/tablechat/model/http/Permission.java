package tablechat.model.http;

/// When a request may leave the process.
public interface Permission {
    /// Called each time before a question leaves the process, when all else that it takes is done, and before anything is told;
    /// returns when it may.
    ///
    /// @throws InterruptedException it may not any more
    default void beforeAsking() throws InterruptedException {}

    /// Whether a question that failed, or got lost on its way, may be put once more; asked before each such attempt.
    default boolean mayAskAgain() {
        return true;
    }
}
