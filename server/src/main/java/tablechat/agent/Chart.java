package tablechat.agent;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tablechat.database.Nearest;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.model.Tool.Kind;
import tablechat.model.Tool.Parameter;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// Checks that the newest rows of the answer can be drawn as asked. The page draws them, from the call's input and the result
/// of the query before it; the call itself has none.
final class Chart implements AgentTool {
    private static final Set<String> TYPES = Set.of("bar", "line", "area", "pie", "scatter");
    private static final int SERIES_MAX = 8;
    private static final int ROWS_MIN = 2;
    private static final int TITLE_CHARACTERS_MAX = 200;
    private static final int NAMES_CHARACTERS_MAX = 300;

    /// Exact decimals come as text.
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private static final Tool SPEC = new Tool(
            "chart",
            "Draws a chart of the rows that your newest run_query gave, for the user. You get no rows.",
            List.of(
                    new Parameter("type", Kind.STRING, "bar, line, area, pie or scatter.", true),
                    new Parameter("x", Kind.STRING, "The column with the labels or times; for scatter one with numbers.", true),
                    new Parameter("y", Kind.STRINGS, "From 1 to 8 columns with numbers; for pie only one.", true),
                    new Parameter("title", Kind.STRING, "A short heading.", false)));

    @Override
    public Tool spec() {
        return SPEC;
    }

    @Override
    public Output run(Arguments arguments, Source source, @Nullable Rows newest) {
        String type = arguments.text("type").strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) throw new BadArgument("\"type\" must be bar, line, area, pie or scatter.");
        String x = arguments.text("x").strip();
        List<String> y = arguments.oneOrMore("y", type.equals("pie") ? 1 : SERIES_MAX);
        String title = arguments.optionalText("title");
        if (title != null && title.length() > TITLE_CHARACTERS_MAX) {
            throw new BadArgument("\"title\" may have at most %d characters.".formatted(TITLE_CHARACTERS_MAX));
        }
        if (newest == null) return Output.failed("There is nothing to draw yet: run a query first, then call chart.");
        return trouble(source, newest, type.equals("scatter"), x, y)
                .map(Output::failed)
                .orElseGet(() -> Output.complete("Shown to the user as %s %s chart.".formatted(type.equals("area") ? "an" : "a", type)));
    }

    private static Optional<String> trouble(Source source, Rows rows, boolean scatter, String x, List<String> y) {
        if (rows.rows().size() < ROWS_MIN) {
            return Optional.of("The newest query gave %s: too few to draw. Say it in words.".formatted(
                    rows.rows().size() == 1 ? "1 row" : "no rows"));
        }
        var unknown = Stream.concat(Stream.of(x), y.stream()).filter(name -> at(rows, name) < 0).findFirst();
        if (unknown.isPresent()) return unknown.map(name -> unknown(source, rows, name));
        return Stream.concat(scatter ? Stream.of(x) : Stream.empty(), y.stream())
                .filter(name -> !numeric(rows, at(rows, name)))
                .map(name -> "The column \"%s\" holds no numbers, so it cannot be drawn as a figure.".formatted(Clip.cell(name, 100)))
                .findFirst();
    }

    private static String unknown(Source source, Rows rows, String name) {
        // A pivot makes column names of cells.
        if (source.privacy() != Privacy.ROWS) return "The newest query has no column \"%s\".".formatted(Clip.cell(name, 100));
        List<String> names = names(rows);
        List<String> nearest = Nearest.to(name, names);
        String hint = nearest.isEmpty() ? "Its columns are %s." : "Did you mean %s?";
        String named = Clip.cell(String.join(", ", nearest.isEmpty() ? names : nearest), NAMES_CHARACTERS_MAX);
        return "The newest query has no column \"%s\". ".formatted(Clip.cell(name, 100)) + hint.formatted(named);
    }

    private static int at(Rows rows, String name) {
        return names(rows).indexOf(name);
    }

    private static List<String> names(Rows rows) {
        return rows.columns().stream().map(Column::name).toList();
    }

    /// Numbers throughout, and at least one.
    private static boolean numeric(Rows rows, int at) {
        List<Object> cells = rows.rows().stream().map(row -> row.get(at)).filter(Objects::nonNull).toList();
        return !cells.isEmpty() && cells.stream().allMatch(Chart::number);
    }

    private static boolean number(Object cell) {
        return cell instanceof Number || cell instanceof String text && NUMBER.matcher(text).matches();
    }
}
