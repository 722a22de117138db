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
        int sessions) {

    public enum Status {
        OK,
        UNREACHABLE,
        UNKNOWN
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
