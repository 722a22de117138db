package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// `attendance rate`, `pass rate of inspections`, `no-show rate`: the share of the rows of which a column says so.
final class Rates {
    private static final String RATE = "rates?|quota";

    private static final int ROOT_LETTERS_MIN = 4;

    private Rates() {}

    /// After [Kinds], before shares and all that ranks and counts.
    static void read(Reading reading) {
        int at = reading.find(1, i -> reading.words(i).matches(RATE) && reading.free(i - 1));
        if (at < 0 || reading.former() != null || reading.draft().share) {
            return;
        }
        int said = at - 1;
        filter(reading, said).ifPresent(found -> {
            reading.draft().share = true;
            reading.draft().subject = reading.world().schema().table(found.table()).orElseThrow();
            reading.draft().filters.add(found);
            reading.settle(said);
            reading.use(said, at, reading.find(0, i -> reading.is(i, Cue.AVERAGE) || reading.words(i).equals("overall")));
        });
    }

    private static Optional<Filter> filter(Reading reading, int said) {
        var flag = reading.column(said, null, Column::flag).or(() -> called(reading, reading.words(said)));
        if (flag.isPresent()) {
            return flag.map(found -> new Filter.Flagged(found, false));
        }
        var kind = reading.item(said).as(Sense.Kind.class);
        return kind.<Filter>map(found -> new Filter.OneOf(found.column(), List.of(found.value()), false))
                .or(() -> denied(reading, reading.words(said)).map(found -> new Filter.Flagged(found, true)));
    }

    /// `cancellation`, of what is `cancelled`.
    private static Optional<Column> called(Reading reading, String noun) {
        return reading.world().schema().tables().stream()
                .flatMap(table -> table.first(column -> column.flag()
                        && column.words().stream().anyMatch(word -> nominal(noun, word))).stream())
                .findFirst();
    }

    /// `failure`, of what passed.
    private static Optional<Column> denied(Reading reading, String word) {
        return reading.world().schema().tables().stream()
                .flatMap(table -> table.first(column -> column.flag()
                        && column.words().stream().anyMatch(yes -> Lexicon.opposite(word, yes))).stream())
                .findFirst();
    }

    /// `resolution`, of what was `resolved`; `cancellation`, of what was `cancelled`.
    static boolean nominal(String noun, String participle) {
        var root = Words.root(participle);
        int same = Math.max(ROOT_LETTERS_MIN, root.length() - 1);
        return root.length() >= ROOT_LETTERS_MIN && noun.length() > same
                && noun.startsWith(root.substring(0, Math.min(same, root.length())));
    }
}
