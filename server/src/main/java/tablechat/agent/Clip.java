package tablechat.agent;

import java.util.regex.Pattern;

/// Short forms of text. Lengths are UTF-16 units, and none ends within a surrogate pair.
public final class Clip {
    private static final Pattern BREAK = Pattern.compile("\\R|\\p{Cntrl}");

    private Clip() {}

    /// The beginning, without a mark.
    static String head(String text, int charactersMax) {
        if (text.length() <= charactersMax) return text;
        boolean splitsPair = charactersMax > 0 && Character.isHighSurrogate(text.charAt(charactersMax - 1));
        return text.substring(0, splitsPair ? charactersMax - 1 : charactersMax);
    }

    /// The text itself, or as much of its beginning as leaves room for an ellipsis.
    public static String shortened(String text, int charactersMax) {
        return text.length() <= charactersMax ? text : head(text, charactersMax - 1) + "…";
    }

    /// [#shortened], with a space for each tab, line break and control character: one cell of tab-separated text.
    static String cell(String text, int charactersMax) {
        return BREAK.matcher(shortened(text, charactersMax)).replaceAll(" ");
    }
}
