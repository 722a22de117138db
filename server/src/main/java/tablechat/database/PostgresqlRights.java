package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;

/// What a login to PostgreSQL may do, as far as trying it would do harm, and how a safer login is made.
final class PostgresqlRights {
    private static final String LOOKED = "Not tried, since it would take effect: the login's rights were looked at.";

    private PostgresqlRights() {}

    /// Adds what the rights say to what was tried.
    static Guard judged(Lane lane, Proof proof) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                with role as (select oid, rolname, rolsuper from pg_roles where rolname = current_user),
                    granted as (select r.rolname from pg_roles r where pg_has_role(r.oid, 'member')),
                    outside as (select n.oid, n.nspname from pg_namespace n
                        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
                select role.rolname as login, current_database() as database, role.rolsuper as superuser,
                    rolsuper or exists (select 1 from granted where rolname = 'pg_execute_server_program') as runs_programs,
                    rolsuper or exists (select 1 from granted where rolname = 'pg_write_server_files') as writes_files,
                    rolsuper or exists (select 1 from granted where rolname = 'pg_read_server_files')
                        or exists (select 1 from pg_proc where proname in ('pg_read_file', 'pg_read_binary_file', 'lo_import')
                            and has_function_privilege(oid, 'execute')) as reads_files,
                    rolsuper or exists (select 1 from granted where rolname = 'pg_signal_backend') as ends_sessions,
                    exists (select 1 from pg_proc where proname in ('dblink', 'dblink_exec', 'dblink_connect')
                        and has_function_privilege(oid, 'execute')) as connects,
                    has_database_privilege(current_database(), 'create')
                        or exists (select 1 from outside where has_schema_privilege(oid, 'create')) as creates,
                    exists (select 1 from pg_class c join outside n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'f')
                        and has_table_privilege(c.oid, 'insert, update, delete, truncate')) as writes,
                    (select string_agg(quote_ident(nspname), ', ' order by oid) from outside
                        where has_schema_privilege(oid, 'usage')) as schemas,
                    (select string_agg(quote_ident(nspname), ', ' order by oid) from outside
                        where has_schema_privilege('public', oid, 'create')) as open_schemas
                from role
                """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return judged(row, proof);
        } catch (SQLException e) {
            // What only speaks PostgreSQL's protocol may not know these functions.
            if (PostgresqlErrors.state(e).startsWith("42") || PostgresqlErrors.state(e).startsWith("0A")) {
                return proof.guard("What its login may do could not be seen.", null);
            }
            throw e;
        }
    }

    private static Guard judged(ResultSet row, Proof proof) throws SQLException {
        proof.reach("run a program on the server", !row.getBoolean("runs_programs"), LOOKED)
                .reach("write a file of the server", !row.getBoolean("writes_files"), LOOKED)
                .reach("read a file of the server", !row.getBoolean("reads_files"), LOOKED)
                .reach("connect to another server", !row.getBoolean("connects"), LOOKED)
                .reach("end the sessions of others", !row.getBoolean("ends_sessions"), LOOKED);
        List<String> powers = powers(row);
        String login = row.getString("login");
        if (powers.isEmpty()) return proof.guard("The login %s may only read.".formatted(login), null);
        return proof.guard("The login %s %s: use one that may only read.".formatted(login, String.join(" and ", powers)),
                grants(row.getString("database"), row.getString("schemas"), row.getString("open_schemas")));
    }

    private static List<String> powers(ResultSet row) throws SQLException {
        var powers = new ArrayList<String>();
        if (row.getBoolean("superuser")) powers.add("is a superuser");
        else if (row.getBoolean("runs_programs") || row.getBoolean("writes_files") || row.getBoolean("reads_files")) {
            powers.add("may use the server's files or programs");
        }
        if (row.getBoolean("writes")) powers.add("may change tables");
        else if (row.getBoolean("creates")) powers.add("may create tables");
        if (!row.getBoolean("superuser") && row.getBoolean("ends_sessions")) powers.add("may end the sessions of others");
        return powers;
    }

    /// @param open schemas where everybody may create tables, as in `public` before PostgreSQL 15; null for none
    private static String grants(String database, String schemas, @Nullable String open) {
        String closed = open == null ? "" : "\nrevoke create on schema %s from public;".formatted(open);
        return """
                create role tablechat login password '…';
                grant connect on database %1$s to tablechat;
                grant usage on schema %2$s to tablechat;
                grant select on all tables in schema %2$s to tablechat;""".formatted(quoted(database), schemas) + closed;
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
