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
                .or(() -> total(schema, false).map(Value.Field::new))
                .or(() -> event(schema, schema.tables(), PAID).map(Value.Field::new))
                .or(() -> event(schema, schema.tables(), CHARGED).map(Value.Field::new));
    }

    /// Of the tables that the question names, where several say what was paid for each of their rows.
    static Optional<Value> revenue(Reading reading) {
        var schema = reading.world().schema();
        var named = schema.tables().stream().filter(reading::mentions).toList();
        return revenue(schema).map(all -> all instanceof Value.Field(var column) && priced(column)
                ? event(schema, named, PAID).or(() -> event(schema, named, CHARGED)).<Value>map(Value.Field::new).orElse(all)
                : all);
    }

    private static boolean priced(Column column) {
        return PAID.contains(head(column)) || CHARGED.contains(head(column));
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
                : List.<Column>of();
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

    /// What is paid for each of the rows that say when: `bookings.fare`; but not `screenings.price`, where bookings say how often.
    private static Optional<Column> event(Schema schema, List<Table> tables, Set<String> names) {
        return tables.stream()
                .filter(table -> Frequencies.referring(schema, table).noneMatch(Scales::choices))
                .filter(table -> table.columns().stream().anyMatch(column -> column.references() != null))
                .filter(table -> table.columns().stream().anyMatch(Column::date))
                .flatMap(table -> table.first(column -> column.number() && names.contains(head(column))).stream())
                .findFirst();
    }

    /// What was spent, where only rows of what was paid out hold money.
    static Optional<Value> outgo(Schema schema) {
        return total(schema, true).map(Value.Field::new);
    }

    private static Optional<Column> total(Schema schema, boolean out) {
        return schema.tables().stream()
                .filter(table -> Scales.outgo(table) == out)
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.number()
                        && (alike(column, "total")
                                || alike(column, "revenue")
                                || column.words().getLast().equals("sale")))
                .max(Comparator.comparing(column ->
                        column.words().contains("total") || column.words().contains("revenue")));
    }

    private static boolean alike(Column column, String concept) {
        return Lexicon.alike(concept, head(column));
    }

    /// The last word that is no unit: price, of `price_eur`.
    private static String head(Column column) {
        var words = column.words();
        boolean unit = words.size() > 1 && UNITS.contains(words.getLast());
        return words.get(words.size() - (unit ? 2 : 1));
    }
}
