package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Nullable;

/// A query in the making: the rules fill it in, one after the other. A follow-up question begins with the draft of the
/// former one.
final class Draft {
    @Nullable
    Table subject;

    @Nullable
    Measure measure;
    /// The mean of `measure` taken for each of these.
    @Nullable
    Grouping meanOf;

    /// Not only the most but also the least of the measure's value.
    boolean extent;
    /// The rows at both ends of it are asked for.
    @Nullable
    Column poles;

    final List<Grouping> groups = new ArrayList<>();
    final List<Filter> filters = new ArrayList<>();
    final List<Column> columns = new ArrayList<>();
    /// The boss or staff of one who is not named yet.
    Filter.@Nullable Kin kin;

    /// All rows beside those of the same table they refer to.
    Query.@Nullable Chain chain;

    /// Also those that have none are asked for: `for each customer`.
    boolean everyone;
    boolean distinct;
    /// Not the figure itself but what it is of a whole, in percent.
    boolean share;
    /// Conditions of that whole: what stood before `that are …`.
    final List<Filter> whole = new ArrayList<>();
    /// The sides of a condition are told apart.
    boolean compared;
    /// The kind of chart that was asked for.
    @Nullable
    String chart;

    @Nullable
    Integer limit;
    /// The limit is a number of the question, not what is usual.
    boolean limitSaid;
    /// The limit holds within each of these, not overall.
    @Nullable
    Grouping each;
    /// By a column of the rows; with a measure, by the figure.
    Query.@Nullable Sorting sorting;
    Query.@Nullable Threshold threshold;
    /// What the answer has to say about choices that were made.
    final List<String> remarks = new ArrayList<>();

    Draft copy() {
        var copy = new Draft();
        copy.subject = subject;
        copy.measure = measure;
        copy.chain = chain;
        copy.meanOf = meanOf;
        copy.extent = extent;
        copy.poles = poles;
        copy.groups.addAll(groups);
        copy.filters.addAll(filters);
        copy.columns.addAll(columns);
        copy.distinct = distinct;
        copy.share = share;
        copy.whole.addAll(whole);
        copy.chart = chart;
        copy.limit = limit;
        copy.limitSaid = limitSaid;
        copy.each = each;
        copy.sorting = sorting;
        copy.threshold = threshold;
        return copy;
    }

    /// A condition of the same kind on the same column takes the place of the former one's.
    void inherit(Draft former) {
        var all = List.copyOf(filters);
        for (var filter : former.filters) {
            if (all.stream().noneMatch(own -> replaces(own, filter))) {
                filters.addFirst(filter);
            }
        }
    }

    private static boolean replaces(Filter own, Filter former) {
        return own.equals(former)
                || own.getClass().equals(former.getClass())
                        && own.table().equals(former.table())
                        && column(own).equals(column(former));
    }

    private static String column(Filter filter) {
        return switch (filter) {
            case Filter.OneOf one -> one.column().name();
            case Filter.Compared compared -> compared.column().name();
            case Filter.BesideMean beside -> beside.column().name();
            case Filter.Between between -> between.column().name();
            case Filter.Pair pair -> pair.column().name();
            case Filter.Lasting lasting -> lasting.end().name();
            case Filter.Took took -> took.time().until().name();
            case Filter.During during -> during.column().name();
            case Filter.OnDays on -> on.column().name();
            case Filter.Empty empty -> empty.column().name();
            case Filter.Flagged flagged -> flagged.column().name();
            case Filter.Like like -> like.column().name();
            case Filter.Via(var references, var there) -> references.getFirst().name();
            case Filter.Kin(var reference, var there, var up) -> reference.name();
            case Filter.Among(var key, var first) -> key.name();
            case Filter.Related _, Filter.Counted _ -> "";
        };
    }
}
