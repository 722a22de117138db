package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import tablechat.protocol.Connection.Guard;

/// Tries harmless forms of the known escapes on a connection to MySQL or MariaDB, and asks what its login might do without us.
final class MySqlProof {
    /// Would it be let through, it would change nothing: there is no such table.
    private static final String DROP = "drop table if exists tablechat_tries_to_write";
    /// Nor is there such a folder. MariaDB 11.4 asks for the right to files only where a table is named.
    private static final String OUTFILE = "select a from (select 1 as a) as t into outfile '/tablechat-tries-to-write/nowhere'";

    /// In words: not in this transaction, not with this login, not with this server's settings, not two statements.
    private static final Set<Integer> REFUSALS = Set.of(MySqlErrors.READ_ONLY, 1044, 1045, 1142, 1143, 1227, 1290, 1064, 1370);

    private final Lane lane;

    private MySqlProof(Lane lane) {
        this.lane = lane;
    }

    static Guard of(Lane lane, Server server) throws SQLException {
        Proof proof = new MySqlProof(lane).tried();
        var grants = MySqlGrants.of(lane, server);
        return proof.guard(grants.sentence(), grants.advice());
    }

    private Proof tried() throws SQLException {
        var proof = new Proof()
                .write("drop a table", isRefused(DROP))
                .write("run two statements at once", isRefused("select 1; select 2"))
                .write("write after the session was set to write", isRefusedAfter("set session transaction read write", DROP));
        Optional<String> table = someTable();
        if (table.isPresent()) proof.write("change a table's rows", isRefused("delete from " + table.get() + " where 1 = 0"));
        return proof
                .reach("write a file on the server", isRefused(OUTFILE))
                .reach("read a file of the server", one("select load_file('/etc/passwd') is null").equals("1"))
                .reach("change the server's settings", isRefused("set global max_connections = @@global.max_connections"));
    }

    private boolean isRefusedAfter(String first, String sql) throws SQLException {
        isRefused(first);
        return isRefused(sql);
    }

    /// Any other failure means that it was let through so far.
    private boolean isRefused(String sql) throws SQLException {
        try (Statement statement = lane.statement(sql)) {
            lane.execute(statement, sql);
            return false;
        } catch (SQLException e) {
            if (lane.isCancelled() || e.getErrorCode() == 0) throw e;
            return REFUSALS.contains(e.getErrorCode());
        } finally {
            lane.rollback();
        }
    }

    private Optional<String> someTable() throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select concat('`', replace(table_schema, '`', '``'), '`.`', replace(table_name, '`', '``'), '`')
                from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE'
                limit 1
                """);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private String one(String sql) throws SQLException {
        try (PreparedStatement statement = lane.prepare(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
