package tablechat.model.offline;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// A condition on the rows that count.
sealed interface Filter {

    record OneOf(Column column, List<String> values, boolean negated) implements Filter {}

    record Compared(Column column, Comparison comparison, BigDecimal number) implements Filter {}

    /// More or less than the mean of all rows of its table.
    ///
    /// @param within only of those with the same value here
    record BesideMean(Table rows, Column column, Comparison comparison, @Nullable Column within) implements Filter {}

    /// Both ends belong to it.
    record Between(Column column, BigDecimal low, BigDecimal high) implements Filter {}

    /// From a day (inclusive) until another (exclusive), either may be open.
    record During(
            Column column,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String words) implements Filter {}

    /// On one of these days of the week.
    record OnDays(Column column, List<DayOfWeek> days) implements Filter {}

    /// Two columns of the same row.
    record Pair(Column column, Comparison comparison, Column other) implements Filter {}

    /// What ends on a day has not ended yet; `negated`: it has.
    record Lasting(Column end, LocalDate today, boolean negated) implements Filter {}

    /// So long lies between two dates of the row.
    record Took(Value.Lapse time, Comparison comparison, BigDecimal number) implements Filter {}

    record Empty(Column column, boolean negated) implements Filter {}

    record Flagged(Column column, boolean negated) implements Filter {}

    /// @param how CONTAINS, STARTS or ENDS
    record Like(Column column, String text, Cue how) implements Filter {}

    /// A condition on the row that one of several references to the same table points at.
    ///
    /// @param references of one table; where there are several, any of them does
    record Via(List<Column> references, OneOf there) implements Filter {}

    /// Its reference to a row of its own table points at such a one; `up`: such a one points at it.
    record Kin(Column reference, List<OneOf> there, boolean up) implements Filter {}

    /// It is one of the first rows of an earlier result.
    ///
    /// @param key of those rows
    /// @param first gives their keys
    record Among(Column key, Query first) implements Filter {}

    /// There is a row of another table that belongs to it.
    record Related(Table other, boolean negated) implements Filter {}

    /// So many rows of another table belong to it, or so much of a value of theirs.
    ///
    /// @param base the table of which each row stands for one that is counted: its own, or one that links it
    /// @param where conditions on the rows that are counted
    record Counted(Measure measure, Table base, List<Filter> where, Comparison comparison, BigDecimal number) implements Filter {

        Counted with(List<Filter> more) {
            return new Counted(measure, base, Stream.concat(where.stream(), more.stream()).distinct().toList(), comparison, number);
        }

        /// Whether there is any, not how many.
        boolean any() {
            return measure.value() == null && number.signum() == 0 && (comparison == Comparison.OVER || comparison == Comparison.EXACTLY);
        }
    }

    default String table() {
        return switch (this) {
            case Related(var other, var negated) -> other.name();
            case Via(var references, var there) -> references.getFirst().table();
            case Kin(var reference, var there, var up) -> reference.table();
            case Among(var key, var first) -> key.table();
            case Counted counted -> counted.base().name();
            case OneOf(var column, var values, var negated) -> column.table();
            case Compared(var column, var comparison, var number) -> column.table();
            case BesideMean beside -> beside.rows().name();
            case Between(var column, var low, var high) -> column.table();
            case Pair(var column, var comparison, var other) -> column.table();
            case Lasting(var end, var today, var negated) -> end.table();
            case Took(var time, var comparison, var number) -> time.table();
            case During(var column, var from, var until, var words) -> column.table();
            case OnDays(var column, var days) -> column.table();
            case Empty(var column, var negated) -> column.table();
            case Flagged(var column, var negated) -> column.table();
            case Like(var column, var text, var how) -> column.table();
        };
    }

    /// Some row of the table meets the condition, or none does.
    static Filter some(Table table, Filter condition, boolean none) {
        return some(table, List.of(condition), none);
    }

    static Filter some(Table table, List<Filter> conditions, boolean none) {
        return new Counted(Measure.count(table), table, conditions, none ? Comparison.EXACTLY : Comparison.OVER, BigDecimal.ZERO);
    }

    /// The opposite condition; only where [#absent].
    default Filter positive() {
        return switch (this) {
            case OneOf(var column, var values, var negated) -> new OneOf(column, values, false);
            case Related(var other, var negated) -> new Related(other, false);
            case Flagged(var column, var negated) -> new Flagged(column, false);
            case Empty _, Compared _, BesideMean _, Between _, During _, OnDays _, Like _, Counted _, Via _, Kin _, Pair _, Lasting _,
                    Took _, Among _ ->
                this;
        };
    }

    /// Says that something is not there, which for rows of another table means that there is no such row.
    default boolean absent() {
        return switch (this) {
            case OneOf(var column, var values, var negated) -> negated;
            case Related(var other, var negated) -> negated;
            case Flagged(var column, var negated) -> negated;
            case Empty _, Compared _, BesideMean _, Between _, During _, OnDays _, Like _, Counted _, Via _, Kin _, Pair _, Lasting _,
                    Took _, Among _ ->
                false;
        };
    }
}
