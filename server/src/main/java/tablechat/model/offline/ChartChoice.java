package tablechat.model.offline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// Which picture fits a result: a line for times, bars for groups and ranks, a pie for few shares; none for a single figure.
final class ChartChoice {
    private static final int ROWS_MIN = 2;
    private static final int BARS_MAX = 50;
    /// Of a line, most of which are not among the rows that are looked at here.
    private static final int POINTS_MAX = 400;
    private static final int SLICES_MAX = 8;
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?";

    private final Query query;
    private final Grid grid;

    private ChartChoice(Query query, Grid grid) {
        this.query = query;
        this.grid = grid;
    }

    /// The input of the call.
    ///
    /// @param wanted the type that was asked for, empty for any; null when no picture was spoken of
    static Optional<Map<String, Object>> of(Query query, Grid grid, @Nullable String wanted) {
        return new ChartChoice(query, grid).input(wanted);
    }

    private Optional<Map<String, Object>> input(@Nullable String wanted) {
        int y = figure();
        int x = y < 0 ? -1 : label(y);
        if (x < 0 || !drawable() || !numbers(y)) return Optional.empty();
        var input = new LinkedHashMap<String, Object>();
        input.put("type", type(wanted));
        input.put("x", grid.header().get(x));
        input.put("y", List.of(grid.header().get(y)));
        return Optional.of(input);
    }

    private boolean drawable() {
        if (!grid.exact() || grid.total() < ROWS_MIN) return false;
        boolean whole = grid.rows().size() == grid.total();
        return time() ? grid.total() <= POINTS_MAX : whole && grid.total() <= BARS_MAX;
    }

    private String type(@Nullable String wanted) {
        boolean slices = grid.total() <= SLICES_MAX;
        if (wanted != null && !wanted.isEmpty()) {
            return wanted.equals("pie") && !slices || wanted.equals("scatter") ? "bar" : wanted;
        }
        return time() ? "line" : query.shape() instanceof Query.Share share && share.part().isEmpty() && slices ? "pie" : "bar";
    }

    private boolean time() {
        List<Grouping> by = switch (query.shape()) {
            case Query.Groups groups -> groups.by();
            case Query.MeanOf mean -> mean.by();
            default -> List.of();
        };
        return query.limit() == null && !by.isEmpty() && by.getFirst().overTime();
    }

    /// Where in the rows the figure stands, -1 where there is none to draw.
    private int figure() {
        int last = grid.header().size() - 1;
        return switch (query.shape()) {
            case Query.Groups groups -> groups.by().size() == 1 ? last : -1;
            case Query.MeanOf mean -> mean.by().size() == 1 ? last : -1;
            case Query.Share share -> share.by().size() == 1 ? last : -1;
            case Query.Rows rows -> ranked(rows);
            case Query.Chain chain -> chain.counted() ? last : -1;
            case Query.Figure _, Query.Firsts _, Query.Extent _, Query.Poles _ -> -1;
        };
    }

    private int ranked(Query.Rows rows) {
        var sorting = query.sorting();
        boolean drawn = !rows.open() && sorting != null && sorting.column() != null && sorting.column().number();
        return drawn ? grid.header().indexOf(sorting.column().name()) : -1;
    }

    /// The last column that says who or what a row is, if no two rows are called alike.
    private int label(int figure) {
        int at = query.shape() instanceof Query.Rows
                ? grid.header().indexOf(Labels.of(query.base()).getLast().name())
                : query.shape() instanceof Query.Share share
                        ? figure - (share.part().isEmpty() ? 2 : 3)
                        : figure - (query.shape() instanceof Query.Groups groups && groups.keyed() ? 2 : 1);
        boolean distinct = at >= 0
                && grid.rows().stream().map(row -> row.get(at)).distinct().count() == grid.rows().size();
        return distinct && at != figure ? at : -1;
    }

    private boolean numbers(int at) {
        return grid.rows().stream().allMatch(row -> row.get(at).matches(NUMBER));
    }
}
