package tablechat.protocol;

import java.util.List;

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
        int sessions,
        Privacy privacy,
        int timeoutSeconds) {

    /// How long a query may take unless the connection says otherwise.
    public static final int TIMEOUT_SECONDS = 30;

    private static final int TIMEOUT_SECONDS_MAX = 600;

    public enum Status {
        OK,
        UNREACHABLE,
        UNKNOWN
    }

    /// What of a result a model outside this process may see, the strictest last: its rows; figures made of many of them;
    /// nothing but its columns and how many rows it has.
    public enum Privacy {
        ROWS,
        AGGREGATES,
        SCHEMA
    }

    static @Nullable Integer timeoutSeconds(@Nullable Integer value, @Nullable Integer fallback) {
        return Check.within("timeoutSeconds", value, 1, TIMEOUT_SECONDS_MAX, fallback);
    }

    /// What keeps the database from being changed, and in words what was seen of it.
    ///
    /// @param checks what was tried against this very connection; null before it was
    /// @param advice statements that would make a login which may only read; null where none is wanted
    public record Guard(boolean readOnly, String detail, @Nullable List<Attempt> checks, @Nullable String advice) {

        public Guard {
            checks = checks == null ? null : List.copyOf(checks);
        }

        public Guard(boolean readOnly, String detail) {
            this(readOnly, detail, null, null);
        }
    }

    /// A harmless form of a known way to change or reach what should not be.
    ///
    /// @param held whether the database refused it
    public record Attempt(String name, boolean held, @Nullable String detail) {}
}
