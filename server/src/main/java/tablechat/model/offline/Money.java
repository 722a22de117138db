package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where a schema keeps what was sold and for how much.
final class Money {

    /// What a price is called that somebody paid; costs are no revenue.
    private static final Set<String> PAID = Set.of("price", "fare", "fee");

    /// Where nothing is called so.
    private static final Set<String> CHARGED = Set.of("cost", "charge", "bill");
    /// In which an amount may be said to be.
    private static final Set<String> UNITS = Set.of("cent", "usd", "eur", "gbp", "chf", "dollar", "euro", "net", "gross", "paid");

    private Money() {}

    /// Quantity times price on the lines of orders, or else a column with a total.
    static Optional<Value> revenue(Schema schema) {
        return line(schema)
                .flatMap(table -> quantity(table)
                        .flatMap(quantity -> price(table).<Value>map(price -> new Value.Product(quantity, price))))
                .or(() -> total(schema).map(Value.Field::new))
                .or(() -> event(schema, PAID).map(Value.Field::new))
                .or(() -> event(schema, CHARGED).map(Value.Field::new));
    }

    /// Pieces sold.
    static Optional<Value> units(Schema schema) {
        return line(schema).flatMap(Money::quantity).map(Value.Field::new);
    }

    /// The worth of one row of this table, if it stands in the row.
    static Optional<Column> own(Table table) {
        return table.first(column -> column.number() && alike(column, "total"))
                .or(() -> table.first(column -> column.number() && alike(column, "price")))
                .or(() -> table.first(column -> column.number() && alike(column, "revenue")));
    }

    static Optional<Table> line(Schema schema) {
        return schema.tables().stream()
                .filter(table -> table.columns().stream().anyMatch(column -> column.references() != null || column.date()))
                .filter(table -> quantity(table).isPresent() && price(table).isPresent())
                .max(Comparator.comparingLong(table -> table.columns().stream()
                        .filter(column -> column.references() != null)
                        .count()));
    }

    private static Optional<Column> quantity(Table table) {
        Predicate<Column> stock =
                column -> column.words().contains("stock") || column.words().contains("order");
        return table.first(column -> column.number() && !stock.test(column) && alike(column, "quantity")).or(() -> pieces(table));
    }

    /// `bottles`, beside a `unit_price`: of rows that say when, the only number that counts things.
    private static Optional<Column> pieces(Table table) {
        boolean each = Relations.event(table) && price(table)
                .filter(price -> price.words().contains("unit") || price.words().contains("each"))
                .isPresent();
        var counts = each
                ? table.columns().stream().filter(column -> column.number() && column.whole() && plural(column)).toList()
                : java.util.List.<Column>of();
        return counts.size() == 1 ? Optional.of(counts.getFirst()) : Optional.empty();
    }

    private static boolean plural(Column column) {
        var last = Words.parts(column.name()).getLast();
        return last.endsWith("s") && !last.equals(Words.stem(last));
    }

    /// What one row of this table comes to, if that stands in the row.
    static Optional<Value> worth(Table table) {
        var quantity = quantity(table);
        return price(table)
                .flatMap(price -> quantity.<Value>map(found -> new Value.Product(found, price)))
                .or(() -> own(table).map(Value.Field::new));
    }

    /// How much of something a row holds: its only column with a quantity.
    ///
    /// @param said stems of the question, for where there are several: `how much stock on hand`
    static Optional<Column> amount(Table table, List<String> said) {
        var all = table.columns().stream()
                .filter(column -> column.number() && column.words().stream().anyMatch(word -> Lexicon.alike("quantity", word)))
                .toList();
        var meant = all.size() == 1
                ? all
                : all.stream()
                        .filter(column -> column.words().stream()
                                .anyMatch(word -> said.contains(word) && word.length() > 2 && !Lexicon.alike("quantity", word)))
                        .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    static Optional<Column> price(Table table) {
        return table.first(column -> column.number() && alike(column, "price"));
    }

    /// What is paid for each of the rows that say when: `bookings.fare`.
    private static Optional<Column> event(Schema schema, Set<String> names) {
        return schema.tables().stream()
                .filter(table -> table.columns().stream().anyMatch(column -> column.references() != null))
                .filter(table -> table.columns().stream().anyMatch(Column::date))
                .flatMap(table -> table.first(column -> column.number() && names.contains(column.words().getLast())).stream())
                .findFirst();
    }

    private static Optional<Column> total(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.number()
                        && (alike(column, "total")
                                || alike(column, "revenue")
                                || column.words().getLast().equals("sale")))
                .max(Comparator.comparing(column ->
                        column.words().contains("total") || column.words().contains("revenue")));
    }

    private static boolean alike(Column column, String concept) {
        var words = column.words();
        boolean unit = words.size() > 1 && UNITS.contains(words.getLast());
        return Lexicon.alike(concept, words.get(words.size() - (unit ? 2 : 1)));
    }
}
