package tablechat.json;

/// UTF-16 text that UTF-8 can carry: half of a surrogate pair alone is no character.
final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /// The text itself, or a copy with each lone surrogate replaced.
    static String text(String text) {
        int lone = loneSurrogate(text, 0);
        if (lone < 0) return text;
        var copy = new StringBuilder(text);
        for (; lone >= 0; lone = loneSurrogate(text, lone + 1)) copy.setCharAt(lone, REPLACEMENT);
        return copy.toString();
    }

    /// Where the first lone surrogate from `from` on stands, or -1.
    static int loneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) return i;
            i++;
        }
        return -1;
    }
}
