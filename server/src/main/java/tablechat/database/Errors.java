package tablechat.database;

import java.sql.SQLException;
import java.util.Optional;

/// What the errors of one kind of database mean, in words.
interface Errors {

    /// The engine's message as a sentence, without the driver's decoration.
    String sentence(SQLException failure);

    /// A sentence when the failure means that the database as a whole cannot be used, rather than this one statement.
    Optional<String> unusable(SQLException failure);

    /// Whether the failure means that the login is not let in: to ask again and again could lock it out.
    default boolean denies(SQLException failure) {
        // Class 28 of the standard's codes is "invalid authorization".
        return failure.getSQLState() != null && failure.getSQLState().startsWith("28");
    }

    /// The table or column the engine did not find, if that is what it complains of.
    Optional<Missing> missing(SQLException failure);

    /// A name of no table, or of no column of the tables used; without quotes and without what stands before its last dot.
    record Missing(boolean table, String name) {}
}
