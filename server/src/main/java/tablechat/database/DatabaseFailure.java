package tablechat.database;

/// A user's database could not be reached or read. The message is a sentence for a person and holds no secret.
public final class DatabaseFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean denied;

    public DatabaseFailure(String message) {
        this(message, false);
    }

    /// @param denied whether it answered, and does not let this login in
    DatabaseFailure(String message, boolean denied) {
        super(message);
        this.denied = denied;
    }

    boolean isDenied() {
        return denied;
    }
}
