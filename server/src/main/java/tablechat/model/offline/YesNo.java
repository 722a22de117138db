package tablechat.model.offline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Texts that say yes or no, as they are spelt.
final class YesNo {
    /// How a yes may be spelt, each with its no.
    private static final Map<String, String> YES = Map.of("y", "n", "yes", "no", "t", "f", "true", "false", "j", "n", "ja", "nein");

    private YesNo() {}

    static boolean is(String sample) {
        var lower = Words.lower(sample);
        return YES.containsKey(lower) || YES.containsValue(lower);
    }

    /// Yes or no as these samples spell it; empty where they are no such texts.
    static Optional<String> spelt(List<String> samples, boolean yes) {
        return samples.stream().filter(YesNo::is).findFirst().map(sample -> like(sample, yes));
    }

    private static String like(String sample, boolean yes) {
        var lower = Words.lower(sample);
        var pair = YES.entrySet().stream()
                .filter(entry -> lower.equals("n")
                        ? entry.getKey().equals("y")
                        : entry.getKey().equals(lower) || entry.getValue().equals(lower))
                .findFirst()
                .orElseThrow();
        var word = yes ? pair.getKey() : pair.getValue();
        boolean upper = sample.equals(sample.toUpperCase(Locale.ROOT));
        return upper
                ? word.toUpperCase(Locale.ROOT)
                : Character.isUpperCase(sample.charAt(0)) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }
}
