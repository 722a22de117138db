package tablechat.model.offline;

/// A number a row has.
sealed interface Value {

    record Field(Column column) implements Value {}

    /// What a line of an order is worth.
    record Product(Column quantity, Column price) implements Value {}

    /// What is still open.
    record Difference(Column total, Column paid) implements Value {}

    default String table() {
        return switch (this) {
            case Difference(var total, var paid) -> total.table();
            case Field(var column) -> column.table();
            case Product(var quantity, var price) -> quantity.table();
        };
    }

    default boolean whole() {
        return switch (this) {
            case Difference(var total, var paid) -> total.whole() && paid.whole();
            case Field(var column) -> column.whole() && !column.cents();
            case Product(var quantity, var price) -> quantity.whole() && price.whole();
        };
    }
}
