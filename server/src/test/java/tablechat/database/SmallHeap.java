package tablechat.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// A process of its own, with less memory than the rows it asks for would take: asks one database, then hands out all rows.
///
/// Arguments: URL, password, SQL. Prints the number of rows, and its largest size.
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] arguments) throws Exception {
        try (Database database = Database.at(arguments[0], null, arguments[1].isEmpty() ? null : arguments[1])) {
            Outcome asked = database.query(arguments[2]);
            Outcome poured = database.pour(arguments[2], new RowSink() {
                @Override
                public void columns(List<Column> columns) {}

                @Override
                public boolean row(List<Object> cells) {
                    return !cells.isEmpty();
                }
            });
            System.out.println(told(asked) + " " + told(poured));
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM")) System.out.println(line.replaceAll("\\s+", " "));
            }
        }
    }

    private static Object told(Outcome outcome) {
        return outcome instanceof Outcome.Rows rows ? count(rows) : outcome;
    }

    private static Object count(Outcome.Rows rows) {
        @Nullable Long all = rows.rowCount();
        return all == null ? "more than " + rows.rows().size() : all;
    }
}
