package tablechat.chat;

/// Text cut short, never within a surrogate pair.
final class Cut {
    private Cut() {}

    /// At most `charactersMax` UTF-16 units, the last an ellipsis when something was cut.
    static String to(String text, int charactersMax) {
        if (text.length() <= charactersMax) return text;
        int end = charactersMax - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
