package tablechat.model.offline;

import tablechat.protocol.Nullable;

/// One figure over many rows.
///
/// @param value what is added up or compared; null when rows are counted
record Measure(Kind kind, Table table, @Nullable Value value) {

    enum Kind {
        COUNT,
        /// The number of different values.
        DISTINCT,
        SUM,
        AVERAGE,
        MINIMUM,
        MAXIMUM,
        MEDIAN
    }

    static Measure count(Table table) {
        return new Measure(Kind.COUNT, table, null);
    }

    /// Of the table that the value stands in.
    static Measure of(Kind kind, Value value, Schema schema) {
        return new Measure(kind, schema.table(value.table()).orElseThrow(), value);
    }
}
