package tablechat.model.http;

/// An exchange ended in [Trouble]. Carries no message: an exception's text may hold a key or a URL.
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    public Broken(Trouble trouble) {
        super(null, null, false, false);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
