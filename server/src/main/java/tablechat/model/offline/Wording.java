package tablechat.model.offline;

import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says in words what a query asks.
final class Wording {
    /// Not said before what is no year or month by name.
    private static final Pattern IN = Pattern.compile("^in (?=this|last|today|yesterday|\\d{4}-\\d\\d-)");

    private final Query query;

    Wording(Query query) {
        this.query = query;
    }

    /// ` where …`, or nothing.
    String conditions() {
        return conditions(query.filters());
    }

    private String conditions(List<Filter> filters) {
        return filters.stream().map(this::condition).collect(Collectors.joining(" and ", filters.isEmpty() ? "" : " where ", ""));
    }

    String measure(Measure measure) {
        return switch (measure.kind()) {
            case COUNT -> "number of " + measure.table().many();
            case DISTINCT -> "number of different " + value(measure.value());
            case SUM ->
                measure.value() instanceof Value.Product product
                        ? "revenue (" + value(product) + ")"
                        : "total " + value(measure.value());
            case AVERAGE -> "average " + value(measure.value());
            case MINIMUM -> "lowest " + value(measure.value());
            case MAXIMUM -> "highest " + value(measure.value());
            case MEDIAN -> "median " + value(measure.value());
        };
    }

    String groups(List<Grouping> groups) {
        return groups.stream()
                .map(group -> switch (group) {
                    case Grouping.ByColumn(var column) -> column(column);
                    case Grouping.ByEntity(var table) -> table.one();
                    case Grouping.ByTime(var column, var unit) -> unit.word() + " of " + column(column);
                })
                .collect(Collectors.joining(" and "));
    }

    static String many(Grouping grouping) {
        return switch (grouping) {
            case Grouping.ByColumn _ -> "those";
            case Grouping.ByEntity(var table) -> table.many();
            case Grouping.ByTime(var column, var unit) -> Words.plural(unit.word());
        };
    }

    /// Of a scale, or of times.
    static String end(boolean date, boolean descending) {
        return date ? descending ? "latest " : "earliest " : descending ? "highest " : "lowest ";
    }

    String column(Column column) {
        return Markdown.code(
                column.table().equals(query.base().name()) ? column.name() : column.table() + "." + column.name());
    }

    String value(Value value) {
        return switch (value) {
            case Value.Field(var column) -> column(column) + (column.cents() ? " / 100" : "");
            case Value.Difference(var total, var paid) -> column(total) + " − " + column(paid);
            case Value.Lapse(var from, var until, var unit) -> Words.plural(unit.word()) + " from " + column(from) + " to " + column(until);
            case Value.Age(var birth, var today) -> "age in years (from " + column(birth) + " to " + today + ")";
            case Value.Product(var quantity, var price) -> column(quantity) + " × " + column(price);
        };
    }

    private String condition(Filter filter) {
        return switch (filter) {
            case Filter.OneOf(var column, var values, var negated) ->
                column(column) + (negated ? " is not " : " is ")
                        + values.stream().map(Markdown::text).collect(Collectors.joining(" or "));
            case Filter.Compared(var column, var comparison, var number) ->
                column(column) + " is " + (comparison == Comparison.EXACTLY ? "" : comparison.words + " ")
                        + (column.cents() ? prose(number.movePointLeft(2)) + " × 100" : plain(column, number));
            case Filter.BesideMean(var rows, var column, var comparison, var within) ->
                column(column) + " is " + comparison.words + " the average of all " + rows.many()
                        + (within == null ? "" : " with the same " + column(within));
            case Filter.Pair(var column, var comparison, var other) ->
                column(column) + " is " + comparison.words(column.date()) + " " + column(other);
            case Filter.Took(var time, var comparison, var number) ->
                "the number of " + value(time) + " is " + comparison.words + " " + prose(number);
            case Filter.Lasting(var end, var today, var negated) ->
                column(end) + (negated ? " is not after " : " is empty or after ") + today;
            case Filter.Between(var column, var low, var high) ->
                column(column) + " is between " + low.toPlainString() + " and " + high.toPlainString();
            case Filter.During(var column, var from, var until, var words) -> column(column) + " is " + IN.matcher(words).replaceFirst("");
            case Filter.OnDays(var column, var days) -> column(column) + " is on a " + days.stream()
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).collect(Collectors.joining(" or "));
            case Filter.Empty(var column, var negated) -> column(column) + (negated ? " is not empty" : " is empty");
            case Filter.Flagged(var column, var negated) -> column(column) + (negated ? " is no" : " is yes");
            case Filter.Via(var references, var there) ->
                Markdown.code(there.column().name()) + " of "
                        + references.stream().map(Column::name).map(Markdown::code).collect(Collectors.joining(" or "))
                        + (there.negated() ? " is not " : " is ")
                        + there.values().stream().map(Markdown::text).collect(Collectors.joining(" or "));
            case Filter.Kin kin -> kin(kin);
            case Filter.Among(var key, var first) -> among(first);
            case Filter.Like(var column, var text, var how) ->
                column(column) + " " + how(how) + " “" + Markdown.text(text) + "”";
            case Filter.Related(var other, var negated) -> "there are " + (negated ? "no " : "") + other.many();
            case Filter.Counted counted -> counted(counted);
        };
    }

    private String counted(Filter.Counted counted) {
        var where = conditions(counted.where());
        return counted.any()
                ? "there are " + (counted.comparison() == Comparison.EXACTLY ? "no " : "") + counted.base().many() + where
                : "the " + measure(counted.measure()) + where + " is " + counted.comparison().words + " " + prose(counted.number());
    }

    /// `it is one of the 5 medications with the highest price`
    private String among(Query first) {
        var by = first.sorting() == null ? null : first.sorting().column();
        var rows = (by == null ? "first " : "") + first.limit() + " " + first.base().many();
        return "it is one of the " + rows
                + (by == null ? "" : " with the " + end(by.date(), first.sorting().descending()) + column(by));
    }

    private static String kin(Filter.Kin kin) {
        var who = Markdown.text(kin.there().stream().map(one -> String.join(" or ", one.values())).collect(Collectors.joining(" ")));
        var reference = Markdown.code(kin.reference().name());
        return kin.up() ? reference + " of " + who + " points at them" : reference + " points at " + who;
    }

    /// Years and keys are not divided into thousands.
    private static String plain(Column column, BigDecimal number) {
        return column.year() || column.key() ? number.toPlainString() : prose(number);
    }

    private static String prose(BigDecimal number) {
        return Numbers.prose(number.toPlainString());
    }

    private static String how(Cue how) {
        return switch (how) {
            case STARTS -> "starts with";
            case ENDS -> "ends with";
            default -> "contains";
        };
    }
}
