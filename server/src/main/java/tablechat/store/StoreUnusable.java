package tablechat.store;

/// The data folder or the file in it cannot be used; nothing in it was changed. The message is one line for a person.
public final class StoreUnusable extends Exception {
    private static final long serialVersionUID = 1;

    StoreUnusable(String message) {
        super(message);
    }
}
