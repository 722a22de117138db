package tablechat.protocol;

/// A user's SQL database that can be asked about. `url` is masked: it never holds a password.
public record Connection(
        String id,
        String name,
        String kind,
        String url,
        @Nullable String user,
        Status status,
        @Nullable String error,
        Guard guard,
        int sessions) {

    public enum Status {
        OK,
        UNREACHABLE,
        UNKNOWN
    }

    /// What keeps the database from being changed, and in words what was seen of it.
    public record Guard(boolean readOnly, String detail) {}
}
