package tablechat.database;

/// A user's database could not be reached or read. The message is a sentence for a person and holds no secret.
public final class DatabaseFailure extends Exception {
    private static final long serialVersionUID = 1;

    public DatabaseFailure(String sentence) {
        super(sentence);
    }
}
