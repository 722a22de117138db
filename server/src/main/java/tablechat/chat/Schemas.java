package tablechat.chat;

import java.util.List;
import tablechat.database.Database;
import tablechat.database.DatabaseFailure;
import tablechat.database.Found;
import tablechat.protocol.Code;
import tablechat.protocol.Command.DescribeSchema;
import tablechat.protocol.Command.ListSchema;
import tablechat.protocol.Event.SchemaDescribed;
import tablechat.protocol.Event.SchemaListed;
import tablechat.protocol.Rejected;
import tablechat.protocol.Table;

/// What clients ask of a database's schema.
final class Schemas {
    private Schemas() {}

    static SchemaListed list(Database database, ListSchema list) throws InterruptedException {
        try {
            List<Table> all = list.search() == null || list.search().isBlank() ? database.tables(list.like())
                    : database.search(list.search()).stream().map(Found::table).toList();
            int from = list.after() == null ? 0 : after(all, list.after());
            int to = Math.min(all.size(), from + list.limit());
            return new SchemaListed(all.subList(from, to), to < all.size() ? String.valueOf(to) : null, all.size());
        } catch (DatabaseFailure e) {
            throw unreachable(e);
        }
    }

    /// A cursor is how many tables came before it.
    private static int after(List<Table> all, String cursor) {
        try {
            return Math.clamp(Integer.parseInt(cursor), 0, all.size());
        } catch (NumberFormatException e) {
            throw Rejected.field("after", "\"after\" must be the \"next\" of an earlier page.");
        }
    }

    static SchemaDescribed describe(Database database, DescribeSchema describe) throws InterruptedException {
        try {
            List<Table> found = database.describe(describe.tables());
            if (found.size() < describe.tables().size()) throw unknown(database, describe.tables(), found);
            return new SchemaDescribed(found);
        } catch (DatabaseFailure e) {
            throw unreachable(e);
        }
    }

    private static Rejected unknown(Database database, List<String> asked, List<Table> found)
            throws InterruptedException, DatabaseFailure {
        String missing = asked.stream()
                .filter(name -> found.stream().noneMatch(table -> isNamed(table, name)))
                .findFirst()
                .orElse(asked.getLast());
        Rejected rejected = Rejected.notFound("tables", "There is no table \"%s\".".formatted(missing));
        List<String> nearest = database.nearest(missing);
        return nearest.isEmpty() ? rejected : rejected.hint("Did you mean %s?".formatted(String.join(", ", nearest)));
    }

    private static boolean isNamed(Table table, String name) {
        return name.equalsIgnoreCase(table.name()) || name.equalsIgnoreCase(table.schema() + "." + table.name());
    }

    private static Rejected unreachable(DatabaseFailure e) {
        return Rejected.because(Code.DATABASE_ERROR, e.getMessage());
    }
}
