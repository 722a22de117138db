package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// Says from when to when there are data, where a question about a time finds nothing.
final class Ranges {
    private static final int DAY_CHARACTERS = 10;

    private Ranges() {}

    /// Empty where something was found, or nothing was said of a time, or while the database has not answered.
    static Optional<String> of(Query query, Grid grid, World world) {
        var column = nothing(query, grid)
                ? query.filters().stream().flatMap(filter -> column(filter).stream()).findFirst()
                : Optional.<Column>empty();
        return column.flatMap(found -> asked(found, world).map(range -> sentence(found, range)));
    }

    private static boolean nothing(Query query, Grid grid) {
        return grid.rows().isEmpty()
                || query.shape() instanceof Query.Figure && List.of("0", "NULL").contains(grid.cell(0, 0));
    }

    private static Optional<Column> column(Filter filter) {
        return switch (filter) {
            case Filter.During during -> Optional.of(during.column());
            case Filter.Compared compared when compared.column().year() -> Optional.of(compared.column());
            case Filter.Between between when between.column().year() -> Optional.of(between.column());
            default -> Optional.empty();
        };
    }

    private static Optional<Grid> asked(Column column, World world) {
        var name = world.dialect().part(column.name());
        var time = world.dialect().date(column, name);
        return world.evidence()
                .query("select min(" + time + ") as earliest, max(" + time + ") as latest from " + world.dialect().name(column.table()))
                .map(Evidence.Said::grid);
    }

    private static String sentence(Column column, Grid range) {
        var name = Markdown.code(column.table() + "." + column.name());
        boolean none = range.rows().isEmpty() || range.cell(0, 0).equals("NULL");
        return none
                ? "No row has a " + name + "."
                : "The data have " + name + " from " + day(range.cell(0, 0)) + " to " + day(range.cell(0, 1)) + ".";
    }

    private static String day(String time) {
        return time.length() > DAY_CHARACTERS ? time.substring(0, DAY_CHARACTERS) : time;
    }
}
