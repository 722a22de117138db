package tablechat.model.offline;

import java.util.Optional;

/// `outstanding amount`, `how much is owed`, `open fines`: what is not paid, by a yes or no or by what was paid of a total.
final class Debts {
    private static final String OPEN = "outstanding|owed|owe|unpaid|overdue|open|due|unsettled";

    private Debts() {}

    /// Before all that counts: `how much does each member owe in fines`.
    static void begin(Reading reading) {
        int much = reading.find(Cue.HOW_MUCH);
        int at = much < 0 || reading.former() != null ? -1 : reading.find(much, i -> reading.words(i).matches("owe|owes|owed"));
        var all = reading.world().schema().tables().stream()
                .filter(table -> Money.own(table).isPresent() && unpaid(table).isPresent())
                .toList();
        var only = all.size() == 1 ? Optional.of(all.getFirst()) : Optional.<Table>empty();
        var table = all.stream().filter(reading::mentions).findFirst().or(() -> only);
        if (at >= 0 && table.isPresent() && !own(reading, at)) {
            reading.draft().subject = table.get();
            reading.draft().measure = Figures.field(reading, Measure.Kind.SUM, Money.own(table.get()).orElseThrow());
            reading.draft().filters.add(unpaid(table.get()).orElseThrow());
            reading.use(much, at);
        }
    }

    private static Optional<Filter> unpaid(Table table) {
        return table.first(column -> column.flag() && paid(column)).<Filter>map(flag -> new Filter.Flagged(flag, true))
                .or(() -> table.first(column -> column.date() && paid(column)).map(date -> new Filter.Empty(date, false)));
    }

    static void read(Reading reading) {
        int at = reading.find(0, i -> reading.words(i).matches(OPEN) && !own(reading, i));
        var draft = reading.draft();
        var table = draft.measure == null ? draft.subject : draft.measure.table();
        if (at < 0 || table == null) {
            return;
        }
        var flag = table.first(column -> column.flag() && paid(column));
        var total = total(table);
        var paid = table.first(column -> column.number() && paid(column));
        if (draft.measure == null && (flag.isPresent() || paid.isPresent())) {
            amount(reading, reading.next(at), table);
        }
        if (flag.isPresent()) {
            draft.filters.add(new Filter.Flagged(flag.get(), true));
            reading.use(at);
        } else if (paid.isPresent() && total.isPresent() && draft.measure != null && draft.measure.value() != null) {
            var value = new Value.Difference(total.get(), paid.get());
            draft.measure = new Measure(draft.measure.kind(), table, value);
            reading.use(at);
        }
    }

    /// `outstanding amount of …` is a sum, though nobody says so.
    private static void amount(Reading reading, int noun, Table table) {
        reading.column(noun, table, column -> column.number() && column.table().equals(table.name()))
                .filter(column -> reading.free(noun))
                .ifPresent(column -> {
                    reading.draft().measure = Figures.field(reading, Measure.Kind.SUM, column);
                    reading.use(noun);
                });
    }

    private static Optional<Column> total(Table table) {
        return table.first(column -> column.number() && !paid(column)
                && column.words().stream().anyMatch(word -> Lexicon.alike("total", word) || Lexicon.alike("amount", word)));
    }

    private static boolean paid(Column column) {
        return column.words().stream().anyMatch(word -> Words.present(word).equals("pay") || word.equals("settled"));
    }

    /// A column or table is called so itself.
    private static boolean own(Reading reading, int at) {
        return reading.item(at).all(Sense.Match.class).anyMatch(match -> match.score() >= Fit.LOOSE);
    }
}
