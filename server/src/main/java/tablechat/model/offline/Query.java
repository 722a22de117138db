package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;
import tablechat.protocol.Nullable;

/// What a question was understood to ask.
///
/// @param base the table whose rows are shown or counted
/// @param limit null for all
record Query(
        Table base,
        Shape shape,
        List<Filter> filters,
        @Nullable Sorting sorting,
        @Nullable Integer limit) {

    sealed interface Shape {}

    /// Rows as they are; no columns means all of them.
    ///
    /// @param open nobody said how many
    record Rows(List<Column> columns, boolean distinct, boolean open) implements Shape {}

    record Figure(Measure measure) implements Shape {}

    /// @param empty also lines for which there is nothing to count
    /// @param keyed with the keys of what the lines stand for
    /// @param compared the lines are told against each other
    record Groups(List<Grouping> by, Measure measure, @Nullable Threshold threshold, boolean empty, boolean keyed, boolean compared)
            implements Shape {}

    /// The mean of a figure that is first taken for each row of another table, month or the like; of all, or by group.
    record MeanOf(Measure measure, Grouping each, List<Grouping> by) implements Shape {}

    /// The first rows within each group; with a measure, the first groups `of` within it. The limit counts places.
    ///
    /// @param columns of the rows, without those they are ranked by
    record Firsts(Grouping each, List<Column> columns, @Nullable Grouping of, @Nullable Measure measure)
            implements Shape {}

    /// From where to where a value goes; of all, or by group.
    record Extent(Value value, List<Grouping> by) implements Shape {}

    /// The rows with the most and those with the least of a number, or the last and the first of a time.
    record Poles(Column column) implements Shape {}

    /// What a part, or each group, holds of the whole, in percent. The query's own filters hold for the whole.
    ///
    /// @param part conditions of the part; none: each group is one
    record Share(Measure measure, List<Filter> part, List<Grouping> by) implements Shape {}

    /// Each row beside the one of the same table that it refers to.
    ///
    /// @param reference where it does
    /// @param counted only how many refer to each
    record Chain(Column reference, boolean counted) implements Shape {}

    /// Only groups whose figure is so large or small.
    record Threshold(Comparison comparison, BigDecimal number) {}

    /// @param column null: by the figure
    record Sorting(@Nullable Column column, boolean descending) {}

    /// With keys, so that groups of the same name are told apart.
    Query keyed() {
        var groups = (Groups) shape;
        var shape = new Groups(groups.by, groups.measure, groups.threshold, groups.empty, true, groups.compared);
        return new Query(base, shape, filters, sorting, limit);
    }

    Query with(List<Filter> more) {
        return new Query(base, shape, List.copyOf(more), sorting, limit);
    }
}
