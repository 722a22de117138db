package tablechat.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import tablechat.database.Database;
import tablechat.testing.TempFolder;
import tablechat.testing.WideSchema;

/// How long it takes to find one's way in 3,000 tables with 102,000 columns: on SQLite, DuckDB and, with the address of an empty
/// database as its argument (`postgresql://user@host:port/name`), on PostgreSQL. Prints a line for each step, done twice.
final class LargeSchema {
    private LargeSchema() {}

    public static void main(String[] arguments) throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            Path sqlite = folder.path().resolve("wide.db");
            measured("jdbc:sqlite:" + sqlite, false, "sqlite:" + sqlite);
            Path duckDb = folder.path().resolve("wide.duckdb");
            measured("jdbc:duckdb:" + duckDb, true, "duckdb:" + duckDb);
        }
        if (arguments.length == 0) return;
        measured("jdbc:" + arguments[0].replaceFirst("//(.*)@(.*)", "//$2?user=$1"), true, arguments[0]);
    }

    private static void measured(String jdbc, boolean comments, String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            WideSchema.LARGE.make(connection, comments);
        }
        System.out.println(url.substring(0, url.indexOf(':')));
        try (Database database = Database.at(url)) {
            step("connect and probe", database::probe);
            step("list all", () -> database.tables(null));
            step("list like", () -> database.tables("invoice_3"));
            step("search", () -> database.search("late payment overdue fees of invoices"));
            step("describe", () -> database.describe(List.of("crm_invoice_3")));
            step("nearest", () -> database.nearest("crm_invoce_3"));
            step("unknown table", () -> database.query("select * from crm_invoce_3"));
        }
    }

    private static void step(String name, Callable<?> work) throws Exception {
        System.out.printf("  %-18s %6.1f ms, again %6.1f ms%n", name, milliseconds(work), milliseconds(work));
    }

    private static double milliseconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }
}
