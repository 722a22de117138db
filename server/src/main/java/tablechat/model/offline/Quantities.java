package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers as people write them: `1,200`, `5k`, `1.1 million`, `twelve`, `second`, `80th`.
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

    /// The zeros they stand for.
    private static final Map<String, Integer> SCALES = Map.of("thousand", 3, "million", 6, "billion", 9);
    private static final Map<String, Integer> SHORT = Map.of("k", 3, "m", 6, "bn", 9);

    private Quantities() {}

    /// @param digits with thousands separators, perhaps with a `k`, `m` or `bn`
    static BigDecimal number(String digits) {
        var plain = digits.replace(",", "");
        var bare = plain.replaceFirst("(k|m|bn)$", "");
        return new BigDecimal(bare).movePointRight(SHORT.getOrDefault(plain.substring(bare.length()), 0));
    }

    /// May be metres or minutes as well as millions.
    static boolean doubtful(String digits) {
        return digits.endsWith("m");
    }

    /// `1.1 million`, `two thousand`; empty for what is no such number.
    static Optional<BigDecimal> scaled(String number, String scale) {
        var times = number.matches("-?[\\d.,]+")
                ? Optional.of(number(number))
                : number.matches("an?|one") ? Optional.of(BigDecimal.ONE) : word(number);
        return times.filter(any -> SCALES.containsKey(scale)).map(value -> value.movePointRight(SCALES.get(scale)));
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
