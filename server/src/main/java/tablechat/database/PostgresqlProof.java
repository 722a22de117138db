package tablechat.database;

import java.sql.SQLException;
import java.util.Set;
import tablechat.protocol.Connection.Guard;

/// Tries harmless forms of the known escapes on a connection to PostgreSQL, and asks what its login might do without us.
final class PostgresqlProof {
    private static final String CREATE = "create temporary table tablechat_tries_to_write (a integer)";

    /// A read-only transaction, a right that is not there, a statement that may not stand where it stands.
    private static final Set<String> REFUSALS = Set.of(PostgresqlErrors.READ_ONLY, "42501", "0A000", "25001");

    private PostgresqlProof() {}

    /// Whatever went through would leave nothing behind: each attempt is rolled back, and a temporary table ends with its session.
    static Guard of(Lane lane) throws SQLException {
        var proof = new Proof()
                .write("create a table", refuses(lane, "create table tablechat_tries_to_write (a integer)"))
                .write("change rows of a table", refuses(lane, "delete from pg_catalog.pg_description where false"))
                .write("write inside a query", refuses(lane, "with gone as (delete from pg_catalog.pg_description where false returning *) "
                        + "select count(*) from gone"))
                .write("write from a block of code", refuses(lane, "do $$ begin %s; end $$".formatted(CREATE)))
                .write("leave the read-only transaction", refuses(lane, "commit; " + CREATE))
                .write("switch writing on", refusesSwitchedOn(lane));
        return PostgresqlRights.judged(lane, proof);
    }

    /// The switch itself goes through, and ends with the rollback behind every statement.
    private static boolean refusesSwitchedOn(Lane lane) throws SQLException {
        lane.refuses("set session characteristics as transaction read write", refusal -> true);
        lane.refuses("set transaction read write", refusal -> true);
        return refuses(lane, CREATE);
    }

    private static boolean refuses(Lane lane, String sql) throws SQLException {
        return lane.refuses(sql, failure -> REFUSALS.contains(PostgresqlErrors.state(failure)));
    }
}
