package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;

/// The rows of a result as a table in the text, and what of it is left out.
final class Rows {
    /// So many rows are shown all.
    private static final int WHOLE_ROWS_MAX = 10;
    /// Of longer results so many are shown.
    private static final int FIRST_ROWS = 5;

    /// Of still longer ones a query's card keeps so many; an export has all.
    private static final int KEPT_ROWS_MAX = 1_000;

    private Rows() {}

    static List<Integer> all(Grid grid) {
        return IntStream.range(0, grid.header().size()).boxed().toList();
    }

    /// All of them are shown.
    static boolean shows(Grid grid) {
        return grid.total() <= WHOLE_ROWS_MAX && grid.rows().size() == grid.total();
    }

    /// A query's card keeps all of them.
    static boolean kept(Grid grid) {
        return grid.total() <= KEPT_ROWS_MAX;
    }

    static String keptOf(Grid grid) {
        return Numbers.prose(Long.toString(Math.min(grid.total(), KEPT_ROWS_MAX)));
    }

    /// @param order of the columns, of which the first `columnsMax` are shown
    static String of(Grid grid, List<Integer> order, int columnsMax) {
        return of(grid, order, columnsMax, null);
    }

    /// @param all how many rows there are, where only the first of them were asked for
    static String of(Grid grid, List<Integer> order, int columnsMax, @Nullable String all) {
        var columns = order.stream().limit(columnsMax).toList();
        var header = columns.stream().map(grid.header()::get).toList();
        int told = grid.rows().size();
        int count = grid.total() <= WHOLE_ROWS_MAX ? told : Math.min(FIRST_ROWS, told);
        var table = Markdown.table(header, rows(grid, columns).subList(0, count));
        var notes = new ArrayList<String>();
        if (columns.size() < order.size()) {
            notes.add("(" + columns.size() + " of " + order.size() + " columns)");
        }
        if (grid.total() > count) {
            notes.add(more(grid, count, all));
        }
        return notes.isEmpty() ? table : table + "\n\n" + String.join(" ", notes);
    }

    private static String more(Grid grid, int shown, @Nullable String all) {
        var kept = Long.toString(Math.min(grid.total(), KEPT_ROWS_MAX));
        boolean whole = grid.exact() && grid.total() <= KEPT_ROWS_MAX && (all == null || all.equals(kept));
        return whole
                ? "… and " + Numbers.prose(Long.toString(grid.total() - shown)) + " more; the whole result is in the query's card."
                : "… and more; the first " + Numbers.prose(kept) + " are in the query's card.";
    }

    /// Numbers are written alike within a column.
    private static List<List<String>> rows(Grid grid, List<Integer> columns) {
        var cells = columns.stream()
                .map(at -> Numbers.column(
                        grid.header().get(at),
                        grid.rows().stream().map(row -> row.get(at)).toList()))
                .toList();
        return IntStream.range(0, grid.rows().size())
                .mapToObj(row -> cells.stream().map(column -> column.get(row)).toList())
                .toList();
    }
}
