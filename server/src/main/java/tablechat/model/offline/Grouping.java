package tablechat.model.offline;

/// What one line of a grouped answer stands for.
sealed interface Grouping {

    record ByColumn(Column column) implements Grouping {}

    /// One line for each row of a table, called by its label.
    record ByEntity(Table entity) implements Grouping {}

    record ByTime(Column column, Unit unit) implements Grouping {}

    default String table() {
        return switch (this) {
            case ByColumn(var column) -> column.table();
            case ByEntity(var table) -> table.name();
            case ByTime(var column, var unit) -> column.table();
        };
    }

    /// Whether its groups follow one another in time.
    default boolean overTime() {
        return this instanceof ByTime(var column, var unit) && unit != Unit.WEEKDAY || this instanceof ByColumn(var year) && year.year();
    }
}
