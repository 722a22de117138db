package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tablechat.protocol.Connection.Guard;
import tablechat.protocol.Nullable;

/// Tries harmless forms of the known escapes on a connection to a DuckDB file.
final class DuckDbProof {
    private DuckDbProof() {}

    /// Whatever went through would leave nothing behind: each attempt is rolled back, and `/dev/null` keeps nothing.
    static Guard of(Lane lane) throws SQLException {
        var proof = new Proof().write("create a table", refuses(lane, "create table tablechat_tries_to_write (a integer)"));
        String table = aTable(lane);
        if (table != null) proof.write("change rows of a table", refuses(lane, "delete from %s where false".formatted(table)));
        return proof
                .reach("look for files", refuses(lane, "select count(*) from glob('/dev/nul*')"))
                .reach("read a file", refuses(lane, "select count(*) from read_text('/dev/null')"))
                .reach("read a file named like a table", refuses(lane, "select count(*) from '/dev/null.csv'"))
                .reach("write a file", refuses(lane, "copy (select 1 where false) to '/dev/null' (format csv)"))
                .reach("open another database", refuses(lane, "attach '/dev/null/tablechat' as tablechat_tries_to_attach"))
                .reach("load an extension", refuses(lane, "load '/dev/null/tablechat.duckdb_extension'"))
                .reach("unlock its settings", refuses(lane, "set enable_external_access = true"))
                .guard();
    }

    private static @Nullable String aTable(Lane lane) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select format('"{}"."{}"', replace(schema_name, '"', '""'), replace(table_name, '"', '""')) from duckdb_tables()
                where not internal and not temporary limit 1
                """);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static boolean refuses(Lane lane, String sql) throws SQLException {
        return lane.refuses(sql, DuckDbErrors::isRefusal);
    }
}
