package tablechat.model;

/// A model could not answer. The message is a sentence for a person that says what to do, and holds no secret.
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    public ModelFailure(String sentence) {
        super(sentence);
    }
}
