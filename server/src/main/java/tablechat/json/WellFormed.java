package tablechat.json;

/// UTF-16 text that UTF-8 can carry: half of a surrogate pair alone is no character.
final class WellFormed {
    private WellFormed() {}

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
