package tablechat.protocol;

/// A command that cannot be obeyed for a reason its sender can mend. The message is written for a person
/// and reaches the client as an `error` event; anything thrown that is not this is a bug of ours.
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final transient @Nullable String field;
    private final transient @Nullable String hint;

    private Rejected(Code code, String message, @Nullable String field, @Nullable String hint) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
        this.hint = hint;
    }

    public static Rejected because(Code code, String message) {
        return new Rejected(code, message, null, null);
    }

    /// A field that is missing, of the wrong type, out of bounds or unusable.
    public static Rejected field(String field, String message) {
        return new Rejected(Code.BAD_REQUEST, message, field, null);
    }

    public static Rejected notFound(String field, String message) {
        return new Rejected(Code.NOT_FOUND, message, field, null);
    }

    /// What a client is told of a bug of ours, and no more; the log has the rest.
    public static Rejected becauseOfABug() {
        return because(Code.INTERNAL, "Something in TableChat went wrong; its log says more.");
    }

    public Rejected hint(String hint) {
        return new Rejected(code, getMessage(), field, hint);
    }

    public Code code() {
        return code;
    }

    public Event.Error event() {
        return new Event.Error(code, getMessage(), field, hint);
    }
}
