package tablechat.model.offline;

import java.util.List;

/// Words from where to where a number goes, and which rows stand at both ends.
final class ExtentAnswer {
    private static final int COLUMNS_SHOWN = 5;

    private final Query query;
    private final Wording wording;
    private final Grid grid;

    ExtentAnswer(Query query, Grid grid) {
        this.query = query;
        this.wording = new Wording(query);
        this.grid = grid;
    }

    String of(Query.Extent extent) {
        var what = wording.value(extent.value()) + " of " + query.base().many();
        if (grid.rows().isEmpty() || extent.by().isEmpty() && grid.cell(0, 0).equals("NULL")) {
            return "I looked for the lowest and the highest " + what + wording.conditions() + ". No rows were found.";
        }
        if (!extent.by().isEmpty()) {
            return "Lowest and highest " + what + " by " + wording.groups(extent.by()) + wording.conditions() + " (" + grid.count()
                    + (grid.total() == 1 ? " line).\n\n" : " lines).\n\n") + Rows.of(grid, Rows.all(grid), COLUMNS_SHOWN);
        }
        var measure = new Measure(Measure.Kind.MAXIMUM, query.base(), extent.value());
        return "The lowest " + what + wording.conditions() + " is " + Leaders.bold(measure, grid.cell(0, 0)) + ", the highest "
                + Leaders.bold(measure, grid.cell(0, 1)) + ": a difference of " + Leaders.bold(measure, grid.cell(0, 2)) + ".";
    }

    String of(Query.Poles poles) {
        var ends = List.of(Wording.end(poles.column().date(), true), Wording.end(poles.column().date(), false));
        var what = query.base().many() + " with the " + ends.getFirst().strip() + " and the " + ends.getLast()
                + wording.column(poles.column()) + wording.conditions();
        return grid.rows().isEmpty()
                ? "I looked for the " + what + ". No rows were found."
                : "The " + what + ":\n\n" + Rows.of(grid, Rows.all(grid), COLUMNS_SHOWN);
    }
}
