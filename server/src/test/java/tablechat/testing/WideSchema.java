package tablechat.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A schema as a large company has it: tables of a few departments, the same words in all of them, and one table, `crm_invoice_3`,
/// that alone has `overdue_fee`. Plain SQL that SQLite, DuckDB and PostgreSQL all take.
public record WideSchema(int tables, int columns) {
    public static final WideSchema LARGE = new WideSchema(3_000, 34);

    private static final List<String> DEPARTMENTS = List.of("hr", "fin", "crm", "scm", "mfg");
    private static final List<String> THINGS = List.of("order", "invoice", "customer", "employee", "asset", "shipment", "budget");

    /// Runs the statements in one transaction.
    ///
    /// @param comments whether the engine has them
    public void make(Connection connection, boolean comments) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute(table(i));
                if (comments) statement.execute("comment on table %s is 'Holds %s data, part %d'".formatted(name(i), thing(i), i));
            }
            if (comments) statement.execute("comment on column crm_invoice_3.overdue_fee is 'What is charged for a late payment'");
        }
        connection.commit();
    }

    public String name(int i) {
        return "%s_%s_%d".formatted(DEPARTMENTS.get(i % DEPARTMENTS.size()), thing(i), i / THINGS.size());
    }

    private static String thing(int i) {
        return THINGS.get(i % THINGS.size());
    }

    private String table(int i) {
        String name = name(i);
        String own = name.equals("crm_invoice_3") ? ", overdue_fee decimal(10,2)" : "";
        return IntStream.range(1, columns)
                .mapToObj(column -> "%s_field_%d varchar(40)".formatted(thing(i + column), column))
                .collect(Collectors.joining(", ", "create table %s (id integer primary key, ".formatted(name), own + ")"));
    }
}
