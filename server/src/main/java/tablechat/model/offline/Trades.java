package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What every shop speaks of, whatever its tables are called: `sales` may be orders or invoices there, `products` tracks.
final class Trades {
    private static final Set<String> DEALS = Set.of("sale", "order", "purchase", "invoice");
    private static final Set<String> GOODS = Set.of("product", "article", "item");
    private static final String COUNTED =
            "(how many|number of|total number of|count|last|latest|first|most recent|newest|every|each)( .*)?";

    private Trades() {}

    /// Before all other rules; what a word was taken for is remarked.
    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            var word = Words.stem(reading.words(at));
            boolean deal = DEALS.contains(word) && (!word.equals("sale") || single(reading, at));
            if (!reading.item(at).quoted() && !known(reading, at) && (deal || GOODS.contains(word))) {
                var meant = deal ? deals(reading.world().schema()) : Purchases.goods(reading.world().schema());
                int here = at;
                meant.ifPresent(table -> mean(reading, here, table));
            }
        }
    }

    private static void mean(Reading reading, int at, Table table) {
        reading.mean(at, List.of(new Sense.Match(table, null, Fit.ALIKE)));
        reading.draft().remarks.add("I took “" + reading.words(at) + "” to mean " + table.many() + ".");
    }

    /// A table or column is called so, and not only in a part of its name.
    private static boolean known(Reading reading, int at) {
        return reading.item(at).all(Sense.Match.class).anyMatch(match -> match.score() >= Fit.ALIKE);
    }

    /// One deal or a number of them; `sales` alone is what was earned.
    private static boolean single(Reading reading, int at) {
        return !reading.plural(at) || at > 0 && Stream.iterate(at - 1, i -> i >= 0, i -> i - 1).limit(2)
                .anyMatch(i -> reading.words(i).matches(COUNTED));
    }

    /// The table of orders, else of invoices.
    static Optional<Table> deals(Schema schema) {
        return schema.tables().stream()
                .filter(table -> Relations.event(table)
                        && DEALS.stream().anyMatch(deal -> Lexicon.alike(deal, table.words().getLast())))
                .min(Comparator.comparing(table -> !Lexicon.alike("order", table.words().getLast())));
    }

    /// `revenue from ticket sales`: a sum of what tickets were sold for needs no word more for it.
    static boolean repeated(Reading reading, int at, Measure measure) {
        boolean sales = at > 0 && reading.is(at, Cue.REVENUE) && reading.words(at).equals("sales");
        var sold = sales ? reading.table(at - 1) : Optional.<Table>empty();
        return measure.kind() == Measure.Kind.SUM && Money.revenue(reading).filter(value -> value.equals(measure.value())).isPresent()
                && sold.filter(table -> table.equals(measure.table()) || Purchases.goods(reading.world().schema()).filter(table::equals)
                        .isPresent()).isPresent();
    }
}
