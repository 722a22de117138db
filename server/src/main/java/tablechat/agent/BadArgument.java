package tablechat.agent;

/// An argument of a call that does not fit. The message tells the model what would.
final class BadArgument extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadArgument(String sentence) {
        super(sentence, null, false, false);
    }
}
