package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tablechat.protocol.Connection.Guard;

/// Tries harmless forms of the known escapes on a connection to an SQLite file.
final class SqliteProof {
    private static final String CREATE = "create table tablechat_tries_to_write (a)";

    private SqliteProof() {}

    /// Whatever went through would leave nothing behind: each attempt is rolled back, and the paths cannot be made.
    /// A second database is one in memory: what lets it be attached would let a file be, and `vacuum into` make one.
    static Guard of(Lane lane) throws SQLException {
        return new Proof()
                .write("create a table", refuses(lane, CREATE))
                .write("change rows of a table", refuses(lane, "delete from %s where false".formatted(aTable(lane))))
                .write("switch writing on", refusesSwitchedOn(lane))
                .reach("open another file", refuses(lane, "attach ':memory:' as tablechat_tries_to_attach"))
                .reach("copy the database into a file", refuses(lane, "backup to '/dev/null/tablechat'"))
                .reach("load an extension", refuses(lane, "select load_extension('/dev/null/tablechat')"))
                .reach("make a value of 1 GB", refuses(lane, "select length(zeroblob(999999999))"))
                .guard();
    }

    /// The engine's setting can be taken back by a statement. Behind it stands that the file is opened read-only.
    private static boolean refusesSwitchedOn(Lane lane) throws SQLException {
        run(lane, "pragma query_only = off");
        try {
            return refuses(lane, CREATE);
        } finally {
            run(lane, "pragma query_only = on");
        }
    }

    /// One of the schema's own where there is no other.
    private static String aTable(Lane lane) throws SQLException {
        try (PreparedStatement statement = lane.prepare("""
                select '"' || replace(name, '"', '""') || '"' from sqlite_schema
                where type = 'table' and name not like 'sqlite_%' and sql not like 'create virtual%' limit 1
                """);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "sqlite_schema";
        }
    }

    private static void run(Lane lane, String sql) throws SQLException {
        try (PreparedStatement statement = lane.prepare(sql)) {
            statement.execute();
        }
    }

    private static boolean refuses(Lane lane, String sql) throws SQLException {
        return lane.refuses(sql, SqliteErrors::isRefusal);
    }
}
