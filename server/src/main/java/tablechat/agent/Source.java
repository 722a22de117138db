package tablechat.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tablechat.database.Database;
import tablechat.database.DatabaseFailure;
import tablechat.database.Found;
import tablechat.database.Outcome;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// What the tools need of a user's database. Each call blocks, and an interrupt of the caller cancels it;
/// what the methods promise stands in [Database].
public interface Source {

    /// The name the user gave the connection.
    String connection();

    /// The SQL to write, for a model: "SQLite 3.54".
    String dialect();

    /// What of its rows the model may see that is asked now.
    default Privacy privacy() {
        return Privacy.ROWS;
    }

    /// Whether the SQL gives one row of counts and nothing else, for certain.
    default boolean onlyCounts(String sql) {
        return false;
    }

    List<Table> tables(@Nullable String like) throws InterruptedException, DatabaseFailure;

    List<Found> search(String words) throws InterruptedException, DatabaseFailure;

    List<Table> describe(List<String> names) throws InterruptedException, DatabaseFailure;

    /// All tables with their columns, unless there are more than `tablesMax` or their sizes add up to more than `sizeMax`.
    Optional<List<Table>> outline(int tablesMax, ToIntFunction<Table> size, int sizeMax) throws InterruptedException, DatabaseFailure;

    List<String> nearest(String name) throws InterruptedException, DatabaseFailure;

    Outcome query(String sql) throws InterruptedException;

    static Source of(String connection, Database database, Privacy privacy) {
        return new DatabaseSource(connection, database, privacy);
    }
}
