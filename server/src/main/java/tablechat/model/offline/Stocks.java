package tablechat.model.offline;

import java.util.Optional;

/// What has run low: `items to reorder`, `low stock`, where rows say from which stock on they are to be ordered again.
final class Stocks {
    private static final String AGAIN = "reorder(ed|ing)?|re-ordered|restock(ed|ing)?|replenish(ed|ing|ment)?|low";

    private Stocks() {}

    static void read(Reading reading) {
        int at = reading.find(0, i -> reading.words(i).matches(AGAIN));
        var subject = reading.draft().subject;
        if (at < 0 || subject == null) {
            return;
        }
        var level = subject.first(Stocks::level);
        var held = held(subject);
        if (level.isPresent() && held.isPresent()) {
            reading.draft().filters.add(new Filter.Pair(held.get(), Comparison.UNDER, level.get()));
            reading.use(at, reading.find(at + 1, i -> reading.words(i).matches("stock|inventory")));
            reading.use(reading.find(0, i -> i < at && reading.words(i).matches("needs?|due|running")));
        }
    }

    /// The number from which on a row is to be ordered again.
    static boolean level(Column column) {
        return column.number() && column.words().stream().anyMatch(word -> word.matches("reorder|minimum|min|threshold|safety"));
    }

    static Optional<Column> held(Table table) {
        return table.first(column -> column.number() && !level(column) && column.words().stream().anyMatch(word ->
                Lexicon.alike("stock", word) || Lexicon.alike("quantity", word)));
    }
}
