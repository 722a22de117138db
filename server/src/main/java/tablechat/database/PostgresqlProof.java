package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Connection.Guard;

/// Tries harmless forms of the known escapes on a connection to PostgreSQL, and asks what its login might do without us.
final class PostgresqlProof {
    private PostgresqlProof() {}

    /// Whatever went through would leave nothing behind.
    static Guard of(Lane lane) throws SQLException {
        var proof = new Proof()
                .write("create a table", !runs(lane, "create table tablechat_tries_to_write (a integer)"))
                .write("leave the read-only transaction",
                        !runs(lane, "commit; create temporary table tablechat_tries_to_leave (a integer)"));
        return judged(lane, proof);
    }

    private static Guard judged(Lane lane, Proof proof) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select current_user as login, current_database() as database,
                    (select rolsuper from pg_roles where rolname = current_user) as superuser,
                    exists (select 1 from pg_roles r where pg_has_role(r.oid, 'member') and r.rolname in
                        ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')) as files,
                    has_database_privilege(current_database(), 'create')
                        or exists (select 1 from pg_namespace n where n.nspname !~ '^pg_' and has_schema_privilege(n.oid, 'create'))
                        as creates,
                    exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                            and has_table_privilege(c.oid, 'insert, update, delete, truncate')) as writes,
                    (select string_agg(quote_ident(nspname), ', ') from pg_namespace
                        where nspname !~ '^pg_' and nspname <> 'information_schema' and has_schema_privilege(oid, 'usage')) as schemas
                """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<String> powers = powers(row);
            if (powers.isEmpty()) return proof.guard("The login %s may only read.".formatted(row.getString("login")), null);
            return proof.guard("The login %s %s.".formatted(row.getString("login"), String.join(", ", powers)),
                    grants(row.getString("database"), row.getString("schemas")));
        } catch (SQLException e) {
            // What only speaks PostgreSQL's protocol may not know these functions.
            if (PostgresqlErrors.state(e).startsWith("42") || PostgresqlErrors.state(e).startsWith("0A")) {
                return proof.guard("What its login may do could not be seen.", null);
            }
            throw e;
        }
    }

    private static List<String> powers(ResultSet row) throws SQLException {
        var powers = new ArrayList<String>();
        if (row.getBoolean("superuser")) powers.add("is a superuser");
        else if (row.getBoolean("files")) powers.add("may use the server's files or programs");
        if (row.getBoolean("writes")) powers.add("may change tables");
        else if (row.getBoolean("creates")) powers.add("may create tables");
        return powers;
    }

    private static String grants(String database, String schemas) {
        return "create role tablechat login password '…'; grant connect on database %s to tablechat; ".formatted(quoted(database))
                + "grant usage on schema %s to tablechat; ".formatted(schemas)
                + "grant select on all tables in schema %s to tablechat;".formatted(schemas);
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean runs(Lane lane, String sql) throws SQLException {
        try (Statement statement = lane.statement(sql)) {
            lane.execute(statement, sql);
            return true;
        } catch (SQLException e) {
            if (PostgresqlErrors.state(e).equals(PostgresqlErrors.READ_ONLY) || PostgresqlErrors.state(e).equals("42501")) return false;
            throw e;
        } finally {
            lane.rollback();
        }
    }
}
