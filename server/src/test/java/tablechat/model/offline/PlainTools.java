package tablechat.model.offline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The three tools over a plain JDBC connection, answering in the very text a model is given.
final class PlainTools {
    private static final int TABLES_MAX = 100;
    private static final int ROWS_MAX = 50;
    private static final int SAMPLES = 3;

    private final Connection connection;

    PlainTools(Connection connection) {
        this.connection = connection;
    }

    String run(String tool, Map<String, Object> input) {
        try {
            return switch (tool) {
                case "list_tables" -> list((String) input.get("search"));
                case "describe_tables" -> describe((List<?>) input.get("names"));
                case "run_query" -> query((String) input.get("sql"), ROWS_MAX);
                case "chart" -> "Shown to the user as a " + input.get("type") + " chart.";
                default -> "error: there is no tool " + tool;
            };
        } catch (SQLException broken) {
            return "error: " + broken.getMessage().replaceAll("\\s+", " ");
        }
    }

    /// @param search null for all
    private String list(String search) throws SQLException {
        var lines = names().stream()
                .filter(name -> search == null || List.of(search.split(" ")).stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains))
                .map(name -> name + "\ttable\t\t" + (search == null ? "" : "\t"))
                .toList();
        var told = lines.stream().limit(TABLES_MAX).toList();
        return lines.size() + " tables" + (lines.size() > told.size() ? ", the first " + told.size() + " follow" : "")
                + "\ntable\tkind\trows\tcomment" + (search == null ? "" : "\tcolumns found") + "\n" + String.join("\n", told);
    }

    /// Null where the database has no schemas.
    private String schema() throws SQLException {
        var schema = connection.getSchema();
        return schema == null || schema.isBlank() ? null : schema;
    }

    private List<String> names() throws SQLException {
        var names = new ArrayList<String>();
        try (var tables =
                connection.getMetaData().getTables(null, schema(), "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (tables.next()) {
                if (!tables.getString("TABLE_NAME").startsWith("sqlite_")) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    private String describe(List<?> wanted) throws SQLException {
        var known = names();
        var blocks = new ArrayList<String>();
        for (var name : wanted) {
            blocks.add(
                    known.contains(name)
                            ? describe((String) name)
                            : "no table " + name + "; did you mean " + String.join(", ", known) + "?");
        }
        return String.join("\n\n", blocks);
    }

    private String describe(String table) throws SQLException {
        var meta = connection.getMetaData();
        var keys = column(meta.getPrimaryKeys(null, schema(), table), "COLUMN_NAME");
        var from = column(meta.getImportedKeys(null, schema(), table), "FKCOLUMN_NAME");
        var toTable = column(meta.getImportedKeys(null, schema(), table), "PKTABLE_NAME");
        var toColumn = column(meta.getImportedKeys(null, schema(), table), "PKCOLUMN_NAME");
        var lines = new ArrayList<String>();
        lines.add("table " + table + " (table)");
        lines.add("column\ttype\tnullable\tkey\treferences\tcomment");
        try (var columns = meta.getColumns(null, schema(), table, "%")) {
            while (columns.next()) {
                var name = columns.getString("COLUMN_NAME");
                int at = from.indexOf(name);
                lines.add(String.join(
                        "\t",
                        name,
                        columns.getString("TYPE_NAME"),
                        columns.getInt("NULLABLE") == 0 ? "no" : "yes",
                        keys.contains(name) ? "primary" : "",
                        at < 0 ? "" : toTable.get(at) + "." + toColumn.get(at),
                        ""));
            }
        }
        var samples = query("select * from \"" + table + "\" limit " + SAMPLES, SAMPLES)
                .lines()
                .skip(1)
                .collect(Collectors.joining("\n"));
        return String.join("\n", lines) + (samples.lines().count() > 1 ? "\nsample rows:\n" + samples : "");
    }

    private static List<String> column(ResultSet rows, String name) throws SQLException {
        try (rows) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(name));
            }
            return values;
        }
    }

    private String query(String sql, int max) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            int width = rows.getMetaData().getColumnCount();
            var lines = new ArrayList<String>();
            var header = new ArrayList<String>();
            for (int i = 1; i <= width; i++) {
                header.add(rows.getMetaData().getColumnLabel(i));
            }
            int count = 0;
            while (rows.next()) {
                if (++count <= max) {
                    lines.add(row(rows, width));
                }
            }
            var summary =
                    count == 1 ? "1 row" : count + " rows" + (count > max ? ", the first " + max + " follow" : "");
            return summary + "\n" + String.join("\t", header)
                    + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines));
        }
    }

    private static String row(ResultSet rows, int width) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
            var value = rows.getString(i);
            cells.add(value == null ? "NULL" : value.replaceAll("[\\t\\r\\n]", " "));
        }
        return String.join("\t", cells);
    }
}
