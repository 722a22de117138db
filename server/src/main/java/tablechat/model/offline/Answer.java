package tablechat.model.offline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Words the outcome of a query: what it was taken to mean, then the figure or the first rows.
final class Answer {
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
            case Query.Firsts firsts -> answer.firsts(firsts);
            case Query.Share share -> new ShareAnswer(query, share).of(grid);
        };
    }

    /// What the first row is called.
    static String name(Query query, Grid grid) {
        var row = grid.rows().getFirst();
        return query.shape() instanceof Query.Groups
                ? String.join(" ", row.subList(0, row.size() - 1))
                : new Answer(query, grid).label();
    }

    private String table() {
        return Rows.of(grid, Rows.all(grid), COLUMNS_SHOWN);
    }

    private String figure(Measure measure) {
        var value = grid.rows().isEmpty() ? "NULL" : grid.cell(0, 0);
        var where = wording.conditions();
        if (measure.kind() == Measure.Kind.COUNT) {
            boolean one = value.equals("1");
            return (one ? "There is " : "There are ") + Leaders.bold(measure, value) + " "
                    + (one ? measure.table().one() : measure.table().many()) + where + ".";
        }
        if (value.equals("NULL")) {
            return "There is no " + wording.measure(measure) + " to give: no "
                    + query.base().many() + where + ".";
        }
        return "The " + wording.measure(measure) + of(measure) + where + " is " + Leaders.bold(measure, value) + ".";
    }

    private String of(Measure measure) {
        return " of " + measure.table().many();
    }

    private String mean(Measure measure, Table each, List<Grouping> by) {
        if (!by.isEmpty()) {
            return "Average " + wording.measure(measure) + " per " + each.one() + ", by " + wording.groups(by)
                    + wording.conditions() + " (" + grid.total() + " lines).\n\n" + table();
        }
        var value = grid.rows().isEmpty() ? "NULL" : grid.cell(0, 0);
        return "The average " + wording.measure(measure) + " per " + each.one() + wording.conditions() + " is "
                + Markdown.bold(Numbers.prose(value)) + " (only " + each.many() + " that have any are taken into account).";
    }

    private String groups(Query.Groups groups) {
        var title = wording.measure(groups.measure()) + " by " + wording.groups(groups.by()) + wording.conditions()
                + threshold(groups);
        if (grid.rows().isEmpty()) {
            return "I took this as the " + title + ". There is nothing: no rows were found.";
        }
        var first = grid.rows().getFirst();
        var name = Markdown.bold(String.join(" ", first.subList(0, first.size() - 1)));
        var figure = Leaders.bold(groups.measure(), first.getLast());
        if (query.limit() != null && query.limit() == 1) {
            return "The " + wording.groups(groups.by()) + " with the " + (descending() ? "highest " : "lowest ")
                    + wording.measure(groups.measure()) + wording.conditions() + " is " + name + ": " + figure + ".";
        }
        var count = grid.count() + (grid.total() == 1 ? " line" : " lines");
        var lead = query.sorting() == null || query.sorting().column() != null
                ? ""
                : " " + Leaders.of(grid, groups.measure(), descending()) + ".";
        return capital(title) + " (" + count + ")." + lead + "\n\n" + table();
    }

    private String firsts(Query.Firsts firsts) {
        var what = firsts.measure() == null
                ? wording.column(query.sorting().column()) + " of " + query.base().many()
                : wording.measure(firsts.measure()) + " by " + wording.groups(List.of(firsts.of()));
        boolean date = firsts.measure() == null && query.sorting().column().date();
        var title = end(date) + what + " for each "
                + wording.groups(List.of(firsts.each())) + wording.conditions();
        if (grid.rows().isEmpty()) {
            return "I looked for the " + title + ". No rows were found.";
        }
        var places = query.limit() == 1 ? "first place" : "first " + query.limit() + " places";
        return "The " + title + " (" + places + "; equal ones share a place).\n\n" + table();
    }

    private String end(boolean date) {
        return date ? descending() ? "latest " : "earliest " : descending() ? "highest " : "lowest ";
    }

    private boolean descending() {
        return query.sorting() != null && query.sorting().descending();
    }

    private static String threshold(Query.Groups groups) {
        var threshold = groups.threshold();
        return threshold == null
                ? ""
                : ", where that is " + threshold.comparison().words + " "
                        + Numbers.prose(threshold.number().toPlainString());
    }

    private String rows(Query.Rows rows, @Nullable String total) {
        var what = query.base().many() + wording.conditions();
        if (grid.rows().isEmpty()) {
            return "I looked for " + what + ". No rows were found.";
        }
        if (rows.distinct()) {
            var names = rows.columns().stream().map(wording::column).collect(Collectors.joining(" and "));
            return "There are " + Markdown.bold(grid.count())
                    + " different values of " + names + " of " + what + ".\n\n" + table();
        }
        return (query.sorting() != null && !rows.open() ? ranked(query.sorting()) : listed(what + sorted(), total))
                + "\n\n" + Rows.of(grid, shown(rows), COLUMNS_SHOWN, total);
    }

    private String sorted() {
        var sorting = query.sorting();
        return sorting == null
                ? ""
                : ", sorted by " + wording.column(sorting.column())
                        + (sorting.descending() ? ", the highest first" : "");
    }

    private String ranked(Query.Sorting sorting) {
        var end = end(sorting.column().date());
        var by = " with the " + end + wording.column(sorting.column()) + wording.conditions();
        if (grid.total() > 1) {
            return "The " + grid.total() + " " + query.base().many() + by + ":";
        }
        return "The " + query.base().one() + by + " is " + Markdown.bold(label()) + ": "
                + Markdown.bold(figure(sorting.column())) + ".";
    }

    private String figure(Column column) {
        var cell = cell(column);
        if (column.cents() && cell.matches("-?\\d{1,18}")) {
            return Numbers.money(new java.math.BigDecimal(cell).movePointLeft(2).toPlainString());
        }
        return column.year() ? cell : column.money() ? Numbers.money(cell) : Numbers.prose(cell);
    }

    /// A key alone is told with its name: `invoice_id 12`.
    private String label() {
        return Labels.of(query.base()).stream()
                .map(column -> column.key() && !column.text() ? column.name() + " " + cell(column) : cell(column))
                .collect(Collectors.joining(" "));
    }

    private String cell(Column column) {
        int at = grid.header().indexOf(column.name());
        return at < 0 ? "" : grid.cell(0, at);
    }

    private String listed(String what, @Nullable String total) {
        if (grid.total() == 1) {
            return "There is **1** " + query.base().one() + wording.conditions() + sorted() + ":";
        }
        var kept = Long.toString(grid.total());
        if (total == null || total.equals(kept)) {
            return "Here are " + Markdown.bold(grid.count()) + " " + what + ":";
        }
        var all = "There are " + Markdown.bold(Numbers.prose(total)) + " " + what + "; ";
        return Rows.shows(grid)
                ? all + "here are the first " + kept + ":"
                : all + "the first " + Numbers.prose(kept) + " are in the query's card:";
    }

    /// The name of a row, what it is sorted by, and what was asked for, before the rest; keys come last.
    private List<Integer> shown(Query.Rows rows) {
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

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
