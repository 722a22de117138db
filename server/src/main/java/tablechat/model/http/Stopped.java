package tablechat.model.http;

/// The asking thread was interrupted. Unchecked, since it has to pass through langchain4j.
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Stopped() {
        super(null, null, false, false);
    }
}
