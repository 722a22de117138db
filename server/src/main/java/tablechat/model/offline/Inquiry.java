package tablechat.model.offline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// The statements that answer one query, and the answer made of what they gave.
final class Inquiry {
    /// In longer rankings nobody asks who just missed the last place.
    private static final int RANKED_MAX = 10;

    private final Query query;
    private final List<String> remarks;
    private final @Nullable String chart;
    private final World world;

    /// @param chart the type of chart that was asked for, empty for any, null for none
    Inquiry(Query query, List<String> remarks, @Nullable String chart, World world) {
        this.query = query;
        this.remarks = remarks;
        this.chart = chart;
        this.world = world;
    }

    /// Empty while the database has not answered.
    Optional<String> answer() {
        var sql = sql(query);
        var total = total();
        var next = next(sql);
        var said = world.evidence().query(sql);
        if (said.isEmpty() || !world.evidence().wishes().isEmpty()) {
            return Optional.empty();
        }
        if (said.get().failed()) {
            return Optional.of(Replies.failed(said.get().text(), sql));
        }
        var raw = said.get().grid();
        if (Keyed.missing(query, Stream.concat(raw.rows().stream(), next.stream().flatMap(after -> after.rows().stream())))) {
            return new Inquiry(query.keyed(), remarks, chart, world).answer();
        }
        var grid = readable(raw);
        var count = total.filter(found -> !found.rows().isEmpty())
                .map(found -> found.cell(0, 0))
                .orElse(null);
        var tie = next.flatMap(after -> tie(grid, readable(after))).stream();
        var range = Ranges.of(query, grid, world);
        var picture = picture(raw);
        if (!world.evidence().wishes().isEmpty()) {
            return Optional.empty();
        }
        var more = Stream.of(tie, remarks.stream(), Ambiguities.of(query, world).stream(), range.stream(), picture.stream())
                .flatMap(parts -> parts)
                .toList();
        var answer = Answer.of(query, grid, count);
        return Optional.of(more.isEmpty() ? answer : answer + "\n\n" + String.join(" ", more));
    }

    private Grid readable(Grid grid) {
        return Keyed.of(Readable.of(grid, query.base()), query);
    }

    /// Shows a chart of the rows where one fits, and says so.
    private Optional<String> picture(Grid grid) {
        var input = world.charts() ? ChartChoice.of(query, grid, chart) : Optional.<Map<String, Object>>empty();
        if (input.isEmpty()) {
            return chart == null ? Optional.empty() : Optional.of("I drew no chart: it takes 2 to 50 lines with one figure each.");
        }
        var drawn = world.evidence().chart(input.get());
        var type = (String) input.get().get("type");
        boolean other = chart != null && !chart.isEmpty() && !chart.equals(type);
        return drawn.map(said -> said.failed()
                ? "The chart was not drawn: " + said.text().replaceFirst("^error: ", "")
                : (type.equals("area") ? "An " : "A ") + type + " chart is shown with it"
                        + (other ? ", as a " + chart + " chart would not be readable." : "."));
    }

    private String sql(Query asked) {
        return SqlWriter.write(asked, world.schema(), world.routes(), world.dialect());
    }

    /// Where only the first rows are shown though nobody said how many, all are counted.
    private Optional<Grid> total() {
        if (!(query.shape() instanceof Query.Rows rows) || rows.distinct() || query.sorting() != null && !rows.open()) {
            return Optional.empty();
        }
        var count = new Query(query.base(), new Query.Figure(Measure.count(query.base())), query.filters(), null, null);
        return world.evidence().query(sql(count)).map(Evidence.Said::grid);
    }

    /// The row after the last of a ranking.
    private Optional<Grid> next(String sql) {
        boolean open = query.shape() instanceof Query.Rows rows && rows.open();
        boolean each = query.shape() instanceof Query.Firsts;
        if (open || each || query.limit() == null || query.limit() > RANKED_MAX || query.sorting() == null) {
            return Optional.empty();
        }
        var limit = "limit " + query.limit();
        return world.evidence()
                .query(sql.substring(0, sql.length() - limit.length()) + "limit 1 offset " + query.limit())
                .map(Evidence.Said::grid);
    }

    private Optional<String> tie(Grid grid, Grid after) {
        int at = figure(grid);
        if (grid.rows().size() != query.limit() || after.rows().isEmpty() || at < 0) {
            return Optional.empty();
        }
        var last = grid.rows().getLast().get(at);
        var name = Answer.name(query, after);
        return after.cell(0, at).equals(last) ? Optional.of(shared(last, name)) : Optional.empty();
    }

    private String shared(String figure, String other) {
        var others = "others have " + Markdown.bold(Numbers.prose(figure)) + " too, for example " + Markdown.text(other) + ".";
        return query.limit() == 1
                ? "This is a tie for the first place: " + others
                : "The " + ordinal(query.limit()) + " place is shared: " + others;
    }

    private static String ordinal(int place) {
        var end = place % 100 / 10 == 1 ? 0 : place % 10;
        return place
                + switch (end) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /// Where in the rows the value stands by which they are ranked.
    private int figure(Grid grid) {
        var column = query.sorting().column();
        return column == null ? grid.header().size() - 1 : grid.header().indexOf(column.name());
    }
}
