package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.testing.SqliteFile;

/// A store as a TableChat of an earlier schema left it, killed in the middle of an answer.
final class OldStore {
    private static final List<String> HISTORY = List.of("session", "message", "result", "part");

    private OldStore() {}

    /// Whether there is one of that schema.
    static boolean exists(int schema) throws IOException {
        try (InputStream in = dump(schema)) {
            return in != null;
        }
    }

    private static @Nullable InputStream dump(int schema) {
        return OldStore.class.getResourceAsStream("/tablechat/store/schema-%d.sql".formatted(schema));
    }

    static SqliteFile make(Path file, int schema) throws IOException, SQLException {
        var store = new SqliteFile(file);
        try (InputStream in = dump(schema);
                var connection = store.open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            connection.commit();
        }
        return store;
    }

    /// Everything that was said, asked and kept is the same in both; an answer in the making is interrupted now, a call failed.
    static void assertSameHistory(SqliteFile old, SqliteFile now) throws SQLException {
        for (String table : HISTORY) {
            List<String> columns = old.column("select name from pragma_table_info('" + table + "')")
                    .stream().map(Object::toString).toList();
            List<List<Object>> expected = rows(old, table, columns);
            if (table.equals("message")) replace(expected, columns.indexOf("status"), "streaming", "interrupted");
            assertEquals(expected, rows(now, table, columns), table);
        }
    }

    private static void replace(List<List<Object>> rows, int column, String from, String to) {
        for (List<Object> row : rows) if (from.equals(row.get(column))) row.set(column, to);
    }

    private static List<List<Object>> rows(SqliteFile file, String table, List<String> columns) throws SQLException {
        var rows = new ArrayList<List<Object>>();
        try (var connection = file.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select %s from %s order by 1, 2".formatted(String.join(", ", columns), table))) {
            while (row.next()) {
                var values = new ArrayList<Object>();
                for (int i = 1; i <= columns.size(); i++) values.add(row.getObject(i));
                rows.add(values);
            }
        }
        return rows;
    }
}
