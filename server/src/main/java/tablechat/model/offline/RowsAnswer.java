package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Words rows as they are: all that fulfil the conditions, the first of a ranking, or the different values of a column.
final class RowsAnswer {
    private static final int COLUMNS_SHOWN = 5;

    private final Query query;
    private final Query.Rows rows;
    private final Grid grid;
    private final Wording wording;

    RowsAnswer(Query query, Query.Rows rows, Grid grid) {
        this.query = query;
        this.rows = rows;
        this.grid = grid;
        this.wording = new Wording(query);
    }

    /// @param total how many rows there are in all, where only the first were asked for
    String of(@Nullable String total) {
        var what = query.base().many() + wording.conditions();
        if (grid.rows().isEmpty()) {
            return "I looked for " + what + ". No rows were found.";
        }
        if (rows.distinct()) {
            var names = rows.columns().stream().map(wording::column).collect(Collectors.joining(" and "));
            return "There are " + Markdown.bold(grid.count())
                    + " different values of " + names + " of " + what + ".\n\n" + Rows.of(grid, Rows.all(grid), COLUMNS_SHOWN);
        }
        return (query.sorting() != null && !rows.open() ? ranked(query.sorting()) : listed(what + sorted(), total))
                + "\n\n" + Rows.of(grid, shown(), COLUMNS_SHOWN, total);
    }

    private String sorted() {
        var sorting = query.sorting();
        return sorting == null
                ? ""
                : ", sorted by " + wording.column(sorting.column())
                        + (sorting.descending() ? ", the highest first" : "");
    }

    private String ranked(Query.Sorting sorting) {
        var end = Wording.end(sorting.column().date(), sorting.descending());
        var by = " with the " + end + wording.column(sorting.column()) + wording.conditions();
        if (grid.total() > 1) {
            return "The " + grid.total() + " " + query.base().many() + by + ":";
        }
        return "The " + query.base().one() + by + " is " + Markdown.bold(label(query, grid)) + ": "
                + Markdown.bold(figure(sorting.column())) + ".";
    }

    private String figure(Column column) {
        var cell = cell(grid, column);
        if (column.cents() && cell.matches("-?\\d{1,18}")) {
            return Numbers.money(new BigDecimal(cell).movePointLeft(2).toPlainString());
        }
        return column.year() ? cell : column.money() ? Numbers.money(cell) : Numbers.prose(cell);
    }

    /// What the first row is called. A key alone is told with its name: `invoice_id 12`.
    static String label(Query query, Grid grid) {
        return Labels.of(query.base()).stream()
                .map(column -> column.key() && !column.text() ? column.name() + " " + cell(grid, column) : cell(grid, column))
                .collect(Collectors.joining(" "));
    }

    private static String cell(Grid grid, Column column) {
        int at = grid.header().indexOf(column.name());
        return at < 0 ? "" : grid.cell(0, at);
    }

    private String listed(String what, @Nullable String total) {
        if (grid.total() == 1) {
            return "There is **1** " + query.base().one() + wording.conditions() + sorted() + ":";
        }
        var kept = Long.toString(grid.total());
        if (total == null || total.equals(kept) && Rows.kept(grid)) {
            return "Here are " + Markdown.bold(grid.count()) + " " + what + ":";
        }
        var all = "There are " + Markdown.bold(Numbers.prose(total)) + " " + what + "; ";
        return Rows.shows(grid)
                ? all + "here are the first " + kept + ":"
                : all + "the first " + Rows.keptOf(grid) + " are in the query's card:";
    }

    /// The name of a row, what it is sorted by, and what was asked for, before the rest; keys come last.
    private List<Integer> shown() {
        var first = rows.columns().isEmpty() ? Labels.of(query.base()) : rows.columns();
        var sorted = query.sorting() == null || query.sorting().column() == null
                ? Stream.<Column>empty()
                : Stream.of(query.sorting().column());
        var wanted = Stream.concat(first.stream(), sorted)
                .map(column -> grid.header().indexOf(column.name()));
        var told = query.base().columns().stream()
                .filter(column -> rows.columns().isEmpty() && (!column.key() || column.text() && column.references() == null))
                .map(column -> grid.header().indexOf(column.name()));
        var all = Stream.iterate(0, i -> i < grid.header().size(), i -> i + 1);
        return Stream.of(wanted, told, all)
                .flatMap(at -> at)
                .filter(at -> at >= 0)
                .distinct()
                .toList();
    }
}
