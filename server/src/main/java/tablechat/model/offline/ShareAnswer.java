package tablechat.model.offline;

import tablechat.protocol.Nullable;

/// Words a share of a whole.
final class ShareAnswer {
    private static final int COLUMNS_SHOWN = 5;

    private final Query query;
    private final Query.Share share;
    private final Wording wording;

    ShareAnswer(Query query, Query.Share share) {
        this.query = query;
        this.share = share;
        this.wording = new Wording(query);
    }

    String of(Grid grid) {
        if (!share.by().isEmpty()) {
            return grouped(grid);
        }
        var part = grid.rows().isEmpty() ? null : cell(grid, "part");
        var whole = grid.rows().isEmpty() ? null : cell(grid, "whole");
        if (part == null || whole == null || whole.equals("0") || whole.equals("NULL")) {
            return "There are no " + query.base().many() + wording.conditions() + ", so there is no share to give.";
        }
        var percent = Markdown.bold(Numbers.percent(cell(grid, "percent")));
        var condition = new Wording(new Query(query.base(), query.shape(), share.part(), null, null)).conditions();
        boolean count = share.measure().value() == null;
        var of = count
                ? "Of " + Leaders.bold(share.measure(), whole) + " " + query.base().many() + wording.conditions() + ", "
                : "Of the " + wording.measure(share.measure()) + wording.conditions() + ", " + Leaders.bold(share.measure(), whole)
                        + ", ";
        var figure = Leaders.bold(share.measure(), part);
        return of + figure + (count ? " are those" : " comes from " + query.base().many()) + condition + ": " + percent + ".";
    }

    private String grouped(Grid grid) {
        if (grid.rows().isEmpty()) {
            return "There are no " + query.base().many() + wording.conditions() + ", so there is no share to give.";
        }
        var by = wording.groups(share.by());
        var condition = new Wording(new Query(query.base(), query.shape(), share.part(), null, null)).conditions();
        var what = share.part().isEmpty()
                ? "Share of the " + wording.measure(share.measure()) + " by " + by
                : "Share of " + query.base().many() + condition + ", by " + by;
        var first = grid.rows().getFirst();
        int names = first.size() - (share.part().isEmpty() ? 2 : 3);
        var lead = Markdown.bold(String.join(" ", first.subList(0, names))) + " has the largest with "
                + Markdown.bold(Numbers.percent(first.getLast()));
        return what + wording.conditions() + " (" + grid.count() + (grid.total() == 1 ? " line). " : " lines). ") + lead + ".\n\n"
                + Rows.of(grid, Rows.all(grid), COLUMNS_SHOWN);
    }

    private static @Nullable String cell(Grid grid, String name) {
        int at = grid.header().indexOf(name);
        return at < 0 ? null : grid.cell(0, at);
    }
}
