package tablechat.database;

import java.sql.SQLException;

/// What is done on a lane, start to end; it closes its statements.
@FunctionalInterface
interface Work<T> {
    T on(Lane lane) throws SQLException;
}
