package tablechat.database;

/// An engine's words as a sentence.
final class Sentence {
    private Sentence() {}

    static String of(String message) {
        String text = message.strip();
        if (text.isEmpty()) return "The database gave no reason.";
        String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return capital.endsWith(".") || capital.endsWith("?") || capital.endsWith("!") ? capital : capital + ".";
    }
}
