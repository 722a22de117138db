package tablechat.model.offline;

/// Forms in which one word stands for another.
final class Shapes {
    private static final int ROOT_LETTERS_MIN = 4;

    private Shapes() {}

    /// `resolution`, of what was `resolved`; `cancellation`, of what was `cancelled`.
    static boolean nominal(String noun, String participle) {
        var root = Words.root(participle);
        int same = Math.max(ROOT_LETTERS_MIN, root.length() - 1);
        return root.length() >= ROOT_LETTERS_MIN && noun.length() > same
                && noun.startsWith(root.substring(0, Math.min(same, root.length())));
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
