package tablechat.model;

import java.util.function.Consumer;

/// Text on its way to a listener: passed on in whole characters, and kept. A model may cut a character in two pieces; the
/// first half of a surrogate pair waits for the second.
final class Voice {
    private static final char REPLACEMENT = '\uFFFD';

    private final Consumer<String> listener;
    private final StringBuilder said = new StringBuilder();
    private String held = "";

    Voice(Consumer<String> listener) {
        this.listener = listener;
    }

    void say(String piece) {
        if (piece.isEmpty()) return;
        boolean fits = held.isEmpty() || Character.isLowSurrogate(piece.charAt(0));
        String text = (fits ? held : REPLACEMENT) + piece;
        int whole = text.length() - (Character.isHighSurrogate(text.charAt(text.length() - 1)) ? 1 : 0);
        held = text.substring(whole);
        pass(text.substring(0, whole));
    }

    /// No more comes: half a character that waited is shown as one that cannot be read.
    void end() {
        if (!held.isEmpty()) pass(String.valueOf(REPLACEMENT));
        held = "";
    }

    private void pass(String text) {
        if (text.isEmpty()) return;
        said.append(text);
        listener.accept(text);
    }

    boolean isSilent() {
        return said.isEmpty();
    }

    /// All that was passed on.
    String said() {
        return said.toString();
    }
}
