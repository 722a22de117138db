package tablechat.model;

import tablechat.protocol.Code;

/// A model could not answer. The message is a sentence for a person that says what to do, and holds no secret.
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Code code;

    public ModelFailure(String sentence) {
        this(Code.MODEL_ERROR, sentence);
    }

    public ModelFailure(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
