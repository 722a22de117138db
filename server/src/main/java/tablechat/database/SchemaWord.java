package tablechat.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// A word that names or comments are searched for: `customers` means `customer`, `CUSTOMER_NO` and `customerName`, and a part of
/// a word from three letters on. Scripts without blanks between words are found by their parts, however short.
///
/// @param stem in lower case, without the ending of an English plural
record SchemaWord(String stem) {
    static final int WORDS_MAX = 16;
    static final double WHOLE = 1;

    private static final double BEGINNING = 0.6;
    private static final double PART = 0.4;
    private static final int PART_CHARACTERS_MIN = 3;
    private static final List<String> ENDINGS = List.of("", "s", "es", "y", "ies");
    private static final Pattern CAMEL = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// The first [#WORDS_MAX] different words of a text.
    static List<SchemaWord> in(String text) {
        var words = new ArrayList<SchemaWord>();
        for (String word : BETWEEN.split(plain(text))) {
            if (word.isEmpty() || words.size() == WORDS_MAX) continue;
            var stemmed = new SchemaWord(stem(word));
            if (!words.contains(stemmed)) words.add(stemmed);
        }
        return words;
    }

    /// As [#in] reads text: in lower case, with a `_` where `camelCase` has none.
    static String plain(@Nullable String text) {
        return text == null ? "" : CAMEL.matcher(text).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) return word.substring(0, word.length() - 3);
        if (word.length() > 4 && word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /// From 0 for text that has nothing of it to [#WHOLE].
    ///
    /// @param text as [#plain] makes it
    double foundIn(String text) {
        double best = 0;
        for (int at = text.indexOf(stem); at >= 0 && best < WHOLE; at = text.indexOf(stem, at + 1)) {
            best = Math.max(best, at(text, at));
        }
        return best;
    }

    private double at(String text, int start) {
        boolean parts = stem.length() >= PART_CHARACTERS_MIN || !isLatin();
        if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) return parts ? PART : 0;
        int end = start + stem.length();
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) end++;
        if (ENDINGS.contains(text.substring(start + stem.length(), end))) return WHOLE;
        return parts ? BEGINNING : 0;
    }

    private boolean isLatin() {
        return stem.chars().allMatch(c -> c < 0x250);
    }
}
