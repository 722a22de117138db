package tablechat.model.offline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Words the outcome of a query: what it was taken to mean, then the figure or the first rows.
final class Answer {
    private static final int ROWS_SHOWN = 5;
    private static final int COLUMNS_SHOWN = 5;

    private final Query query;
    private final Wording wording;
    private final Grid grid;

    private Answer(Query query, Grid grid) {
        this.query = query;
        this.wording = new Wording(query);
        this.grid = grid;
    }

    /// @param total how many rows there are in all, where only the first were asked for
    static String of(Query query, Grid grid, @Nullable String total) {
        var answer = new Answer(query, grid);
        return switch (query.shape()) {
            case Query.Figure(var measure) -> answer.figure(measure);
            case Query.MeanOf(var measure, var each, var by) -> answer.mean(measure, each, by);
            case Query.Groups groups -> answer.groups(groups);
            case Query.Rows rows -> answer.rows(rows, total);
        };
    }

    /// What the first row is called.
    static String name(Query query, Grid grid) {
        var row = grid.rows().getFirst();
        return query.shape() instanceof Query.Groups
                ? String.join(" ", row.subList(0, row.size() - 1))
                : new Answer(query, grid).label();
    }

    /// The first rows of any result.
    static String table(Grid grid) {
        return table(
                grid,
                Stream.iterate(0, i -> i < Math.min(COLUMNS_SHOWN, grid.header().size()), i -> i + 1)
                        .toList());
    }

    private static String table(Grid grid, List<Integer> columns) {
        var header = columns.stream().map(grid.header()::get).toList();
        var rows = grid.rows().stream()
                .limit(ROWS_SHOWN)
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
        var more = grid.total() - rows.size();
        return Markdown.table(header, rows) + (more > 0 ? "\n\n… and " + more + " more in the table beside." : "");
    }

    private String figure(Measure measure) {
        var value = grid.rows().isEmpty() ? "NULL" : grid.cell(0, 0);
        var where = wording.conditions();
        if (measure.kind() == Measure.Kind.COUNT) {
            boolean one = value.equals("1");
            return (one ? "There is " : "There are ") + Markdown.bold(value) + " "
                    + (one ? measure.table().one() : measure.table().many()) + where + ".";
        }
        if (value.equals("NULL")) {
            return "There is no " + wording.measure(measure) + " to give: no "
                    + query.base().many() + where + ".";
        }
        return "The " + wording.measure(measure) + of(measure) + where + " is " + Markdown.bold(value) + ".";
    }

    private String of(Measure measure) {
        return " of " + measure.table().many();
    }

    private String mean(Measure measure, Table each, List<Grouping> by) {
        if (!by.isEmpty()) {
            return "Average " + wording.measure(measure) + " per " + each.one() + ", by " + wording.groups(by)
                    + wording.conditions() + " (" + grid.total() + " lines).\n\n" + table(grid);
        }
        var value = grid.rows().isEmpty() ? "NULL" : grid.cell(0, 0);
        return "The average " + wording.measure(measure) + " per " + each.one() + wording.conditions() + " is "
                + Markdown.bold(value) + " (only " + each.many() + " that have any are taken into account).";
    }

    private String groups(Query.Groups groups) {
        var title = wording.measure(groups.measure()) + " by " + wording.groups(groups.by()) + wording.conditions()
                + threshold(groups);
        if (grid.rows().isEmpty()) {
            return "I took this as the " + title + ". There is nothing: no rows were found.";
        }
        var first = grid.rows().getFirst();
        var name = Markdown.bold(String.join(" ", first.subList(0, first.size() - 1)));
        var figure = Markdown.bold(first.getLast());
        if (query.limit() != null && query.limit() == 1) {
            return "The " + wording.groups(groups.by()) + " with the " + (descending() ? "highest " : "lowest ")
                    + wording.measure(groups.measure()) + wording.conditions() + " is " + name + ": " + figure + ".";
        }
        var count = (grid.exact() ? "" : "at least ") + grid.total() + (grid.total() == 1 ? " line" : " lines");
        var lead = query.sorting() == null || query.sorting().column() != null
                ? ""
                : " " + name + " has the " + (descending() ? "most" : "least") + " with " + figure + ".";
        return capital(title) + " (" + count + ")." + lead + "\n\n" + table(grid);
    }

    private boolean descending() {
        return query.sorting() != null && query.sorting().descending();
    }

    private static String threshold(Query.Groups groups) {
        var threshold = groups.threshold();
        return threshold == null
                ? ""
                : ", where that is " + threshold.comparison().words + " "
                        + threshold.number().toPlainString();
    }

    private String rows(Query.Rows rows, @Nullable String total) {
        var what = query.base().many() + wording.conditions();
        if (grid.rows().isEmpty()) {
            return "I looked for " + what + ". No rows were found.";
        }
        if (rows.distinct()) {
            var names = rows.columns().stream().map(wording::column).collect(Collectors.joining(" and "));
            return "There are " + Markdown.bold(total == null ? Long.toString(grid.total()) : total)
                    + " different values of " + names + " of " + what + ".\n\n" + table(grid);
        }
        return (query.sorting() != null && !rows.open() ? ranked(query.sorting()) : listed(what + sorted(), total))
                + "\n\n" + table(grid, shown(rows));
    }

    private String sorted() {
        var sorting = query.sorting();
        return sorting == null
                ? ""
                : ", sorted by " + wording.column(sorting.column())
                        + (sorting.descending() ? ", the highest first" : "");
    }

    private String ranked(Query.Sorting sorting) {
        var end = sorting.column().date()
                ? sorting.descending() ? "latest " : "earliest "
                : sorting.descending() ? "highest " : "lowest ";
        var by = " with the " + end + wording.column(sorting.column()) + wording.conditions();
        if (grid.total() > 1) {
            return "The " + grid.total() + " " + query.base().many() + by + ":";
        }
        return "The " + query.base().one() + by + " is " + Markdown.bold(label()) + ": "
                + Markdown.bold(cell(sorting.column())) + ".";
    }

    private String label() {
        return Labels.of(query.base()).stream().map(this::cell).collect(Collectors.joining(" "));
    }

    private String cell(Column column) {
        int at = grid.header().indexOf(column.name());
        return at < 0 ? "" : grid.cell(0, at);
    }

    private String listed(String what, @Nullable String total) {
        if (grid.total() == 1) {
            return "There is one row of " + what + ":";
        }
        var all = total == null ? Long.toString(grid.total()) : total;
        return all.equals(Long.toString(grid.total()))
                ? "Here are " + Markdown.bold(all) + " " + what + ":"
                : "There are " + Markdown.bold(all) + " " + what + "; here are the first " + grid.total() + ":";
    }

    /// The name of a row, what it is sorted by, and what was asked for, before the rest.
    private List<Integer> shown(Query.Rows rows) {
        var first = rows.columns().isEmpty() ? Labels.of(query.base()) : rows.columns();
        var sorted = query.sorting() == null || query.sorting().column() == null
                ? Stream.<Column>empty()
                : Stream.of(query.sorting().column());
        var wanted = Stream.concat(first.stream(), sorted)
                .map(column -> grid.header().indexOf(column.name()));
        var all = Stream.iterate(0, i -> i < grid.header().size(), i -> i + 1);
        return Stream.concat(wanted, all)
                .filter(at -> at >= 0)
                .distinct()
                .limit(COLUMNS_SHOWN)
                .toList();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
