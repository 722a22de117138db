package tablechat.model.offline;

import java.util.List;
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
            case Query.Rows rows -> new RowsAnswer(query, rows, grid).of(total);
            case Query.Firsts firsts -> answer.firsts(firsts);
            case Query.Share share -> new ShareAnswer(query, share).of(grid);
            case Query.Extent extent -> new ExtentAnswer(query, grid).of(extent);
            case Query.Poles poles -> new ExtentAnswer(query, grid).of(poles);
            case Query.Chain chain -> answer.chain(chain);
        };
    }

    /// What the first row is called.
    static String name(Query query, Grid grid) {
        var row = grid.rows().getFirst();
        return query.shape() instanceof Query.Groups
                ? String.join(" ", row.subList(0, row.size() - 1))
                : RowsAnswer.label(query, grid);
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

    private String mean(Measure measure, Grouping each, List<Grouping> by) {
        if (!by.isEmpty()) {
            return "Average " + wording.measure(measure) + " per " + wording.groups(List.of(each)) + ", by " + wording.groups(by)
                    + wording.conditions() + " (" + grid.total() + " lines).\n\n" + table();
        }
        var value = grid.rows().isEmpty() ? "NULL" : grid.cell(0, 0);
        return "The average " + wording.measure(measure) + " per " + wording.groups(List.of(each)) + wording.conditions() + " is "
                + Markdown.bold(Numbers.prose(value)) + " (only " + Wording.many(each) + " that have any are taken into account).";
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
            var end = descending() ? "highest " : "lowest ";
            var what = wording.measure(groups.measure());
            return "The " + wording.groups(groups.by()) + " with the " + (what.startsWith(end) ? what : end + what)
                     + wording.conditions() + " is " + name + ": " + figure + ".";
        }
        var count = grid.count() + (grid.total() == 1 ? " line" : " lines");
        var lead = query.sorting() == null || query.sorting().column() != null
                ? ""
                : " " + Leaders.of(grid, groups.measure(), descending()) + ".";
        var apart = groups.compared() ? Leaders.apart(grid, groups.measure()) : "";
        return capital(title) + " (" + count + ")." + lead + apart + "\n\n" + table();
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

    private String chain(Query.Chain chain) {
        var to = "by the one that " + wording.column(chain.reference()) + " points at";
        var counted = Measure.count(query.base());
        if (!chain.counted() || grid.rows().isEmpty()) {
            return "Here are **" + grid.count() + "** " + query.base().many() + ", each with the one that "
                    + wording.column(chain.reference()) + " points at:\n\n" + table();
        }
        return capital(wording.measure(counted)) + " " + to + " (" + grid.count() + (grid.total() == 1 ? " line). " : " lines). ")
                + Leaders.of(grid, counted, true) + ".\n\n" + table();
    }

    private String end(boolean date) {
        return Wording.end(date, descending());
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

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
