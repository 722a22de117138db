package tablechat.model.offline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Words that a name writes without their vowels: `cstmr` is customer, `slry` salary, `dscntnd` discontinued.
final class Bones {
    /// Shorter forms stand for too many words.
    private static final int LETTERS_MIN = 3;
    /// A form that leaves out consonants too needs as many to be told from others.
    private static final int LOOSE_LETTERS_MIN = 4;

    private final Map<String, String> words = new LinkedHashMap<>();

    /// @param known words that names are made of; where two have the same consonants, the first is meant
    Bones(Collection<String> known) {
        for (var word : known) {
            var bones = of(word);
            if (word.length() > bones.length()) {
                words.putIfAbsent(bones, word);
                words.putIfAbsent(single(bones), word);
            }
        }
    }

    /// The word that is meant; empty for a form with vowels, or with the consonants of no known word or of several.
    Optional<String> word(String form) {
        var bones = of(form);
        if (bones.length() < LETTERS_MIN || !bare(form)) {
            return Optional.empty();
        }
        var whole = Optional.ofNullable(words.get(bones)).or(() -> Optional.ofNullable(words.get(single(bones))));
        return whole.isPresent() || bones.length() < LOOSE_LETTERS_MIN ? whole : loosely(bones);
    }

    /// `shpg` is shipping: some consonants in their order, the first and the last among them.
    private Optional<String> loosely(String form) {
        var fitting = words.entrySet().stream()
                .filter(entry -> ends(form, entry.getKey()) && within(form, entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .limit(2)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean ends(String form, String bones) {
        return form.charAt(0) == bones.charAt(0)
                && form.charAt(form.length() - 1) == bones.charAt(bones.length() - 1)
                && bones.length() <= 2 * form.length();
    }

    private static boolean within(String form, String bones) {
        int at = 0;
        for (int i = 0; i < bones.length() && at < form.length(); i++) {
            at += bones.charAt(i) == form.charAt(at) ? 1 : 0;
        }
        return at == form.length();
    }

    private static boolean bare(String form) {
        return form.matches("\\p{L}[^aeiou\\d]*");
    }

    private static String of(String word) {
        return word.isEmpty() ? "" : word.charAt(0) + word.substring(1).replaceAll("[aeiouy]", "");
    }

    private static String single(String bones) {
        return bones.replaceAll("(.)\\1", "$1");
    }

    /// All its consonants and no vowel but the first letter: `dmg` is damage.
    static boolean whole(String form, String word) {
        var bones = of(word);
        return word.length() > form.length() && bare(form) && (form.equals(bones) || form.equals(single(bones)));
    }

    /// Written without its vowels, whole or in its beginning: `bkng` is booking, `htl` hotel, `cstmr` customer.
    static boolean shortened(String form, String word) {
        if (form.length() < 2 || word.length() <= form.length() || form.matches(".*[aeiou].*") || form.charAt(0) != word.charAt(0)) {
            return false;
        }
        var bones = word.charAt(0) + word.substring(1).replaceAll("[aeiouy]", "");
        return form.equals(bones) || form.equals(bones.replaceAll("(.)\\1", "$1")) || form.length() > 2 && bones.startsWith(form);
    }
}
