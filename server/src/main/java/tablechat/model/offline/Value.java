package tablechat.model.offline;

import java.time.LocalDate;

/// A number a row has.
sealed interface Value {

    record Field(Column column) implements Value {}

    /// What a line of an order is worth.
    record Product(Column quantity, Column price) implements Value {}

    /// What is still open.
    record Difference(Column total, Column paid) implements Value {}

    /// The time between two dates of a row.
    ///
    /// @param unit it is told in
    record Lapse(Column from, Column until, Clock unit) implements Value {}

    /// In years.
    record Age(Column birth, LocalDate today) implements Value {}

    default String table() {
        return switch (this) {
            case Lapse(var from, var until, var unit) -> from.table();
            case Age(var birth, var today) -> birth.table();
            case Difference(var total, var paid) -> total.table();
            case Field(var column) -> column.table();
            case Product(var quantity, var price) -> quantity.table();
        };
    }

    default boolean whole() {
        return switch (this) {
            case Lapse _, Age _ -> false;
            case Difference(var total, var paid) -> total.whole() && paid.whole();
            case Field(var column) -> column.whole() && !column.cents();
            case Product(var quantity, var price) -> quantity.whole() && price.whole();
        };
    }
}
