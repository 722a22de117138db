package tablechat.database;

import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Connection.Attempt;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;

/// Gathers what was tried against one connection, without our own guard in between, and says in words what came of it.
/// It knows no engine: each [Kind] tries what is known of its own.
final class Proof {
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean readOnly = true;

    /// Something tried that would have changed the database.
    Proof write(String name, boolean held) {
        readOnly &= held;
        return reach(name, held, null);
    }

    /// Something that would have reached beyond the database: files, programs, other servers, the engine's settings.
    Proof reach(String name, boolean held) {
        return reach(name, held, null);
    }

    /// @param detail how it was seen, where trying would have done harm
    Proof reach(String name, boolean held, @Nullable String detail) {
        attempts.add(new Attempt(name, held, detail));
        return this;
    }

    /// For files, where there is no login.
    Guard guard() {
        return guard(null, null);
    }

    /// @param login  a sentence about what the login may do
    /// @param advice statements that would make a safer one
    Guard guard(@Nullable String login, @Nullable String advice) {
        return new Guard(readOnly, login == null ? said() : said() + " " + login, attempts, advice);
    }

    private String said() {
        List<String> through = attempts.stream().filter(attempt -> !attempt.held()).map(Attempt::name).toList();
        if (through.isEmpty()) {
            return "Read-only, proven: %1$d of %1$d attempts to get around it were held.".formatted(attempts.size());
        }
        return (readOnly ? "Only TableChat's own reading of the SQL keeps a query from it: %s." : "Not read-only: it was possible to %s.")
                .formatted(String.join(", ", through));
    }
}
