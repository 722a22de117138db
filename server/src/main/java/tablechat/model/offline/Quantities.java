package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers as people write them: `1,200`, `5k`, `twelve`, `second`, `80th`.
final class Quantities {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("fifty", 50),
            Map.entry("hundred", 100));

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Quantities() {}

    /// @param digits with thousands separators, perhaps with a `k`
    static BigDecimal number(String digits) {
        var plain = digits.replace(",", "");
        return plain.endsWith("k")
                ? new BigDecimal(plain.substring(0, plain.length() - 1)).multiply(BigDecimal.valueOf(1_000))
                : new BigDecimal(plain);
    }

    static Optional<BigDecimal> word(String word) {
        return Optional.ofNullable(NUMBERS.get(word)).map(BigDecimal::valueOf);
    }

    /// `one` is a number only where something is compared with it.
    static boolean one(String word, String before) {
        return word.equals("one") && before.matches("than|least|most|exactly|over");
    }

    /// 0 for what is no ordinal.
    static int ordinal(String word) {
        return word.matches("\\d{1,4}(st|nd|rd|th)") ? Integer.parseInt(word.replaceAll("\\D", "")) : ORDINALS.indexOf(word) + 1;
    }
}
