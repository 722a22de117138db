package tablechat.json;

/// Text that is not the JSON we take, or JSON that does not fill a record. The message is written for a person.
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient String field;

    Malformed(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    /// The field at fault, dotted for a nested one (`sort.column`); null when the text itself is.
    public String field() {
        return field;
    }
}
