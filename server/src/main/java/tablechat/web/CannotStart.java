package tablechat.web;

/// The server cannot start for a reason that whoever starts it can mend; the message says how, in one or two sentences.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotStart(String message) {
        super(message, null, false, false);
    }
}
