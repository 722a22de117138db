package tablechat.database;

import java.util.List;
import tablechat.protocol.Connection;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// One user's database, read-only. Connects when first needed and again after a failure. Any thread may call it:
/// the JDBC work runs on platform threads of its own while the caller waits; an interrupt of the caller cancels it.
public final class Database implements AutoCloseable {

    /// Takes the URL apart and picks the kind; touches neither file nor network.
    ///
    /// @throws tablechat.protocol.Rejected when no kind knows the URL, saying which ones there are
    public static Database at(String url) {
        throw new UnsupportedOperationException("to be written");
    }

    /// `sqlite`, `postgresql`, …
    public String kind() {
        throw new UnsupportedOperationException("to be written");
    }

    /// The SQL to write for it, for a model: "SQLite 3.54".
    public String dialect() {
        throw new UnsupportedOperationException("to be written");
    }

    /// Without any password.
    public String maskedUrl() {
        throw new UnsupportedOperationException("to be written");
    }

    /// What the last use showed; UNKNOWN before the first. Does not touch the database.
    public Health health() {
        throw new UnsupportedOperationException("to be written");
    }

    /// Connects if need be and looks whether the database answers and what the guard holds.
    public Health probe() throws InterruptedException {
        throw new UnsupportedOperationException("to be written");
    }

    /// Runs one read-only statement under the guard, the row, byte and time limits.
    public Outcome query(String sql) throws InterruptedException {
        throw new UnsupportedOperationException("to be written");
    }

    /// Tables and views by name, without columns.
    ///
    /// @param like matched anywhere in the name, letter case aside; `%` and `_` as in SQL; null for all
    public List<Table> tables(@Nullable String like) throws InterruptedException, DatabaseFailure {
        throw new UnsupportedOperationException("to be written");
    }

    /// The named tables with their columns, in the order asked; an unknown name is left out ([#nearest] helps).
    public List<Table> describe(List<String> names) throws InterruptedException, DatabaseFailure {
        throw new UnsupportedOperationException("to be written");
    }

    /// Up to five real table names that look most like this one.
    public List<String> nearest(String name) throws InterruptedException, DatabaseFailure {
        throw new UnsupportedOperationException("to be written");
    }

    @Override
    public void close() {}

    /// What is known of the database's state; `error` is a sentence for a person without any secret.
    public record Health(Connection.Status status, Connection.Guard guard, @Nullable String error) {}
}
