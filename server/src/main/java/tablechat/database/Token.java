package tablechat.database;

import java.util.Locale;

/// One token of SQL.
///
/// @param text a quoted name or string without its quotes, everything else as written
record Token(Shape shape, String text) {

    enum Shape {
        /// A keyword or a name without quotes.
        WORD,
        /// A name in quotes of any kind, or what could be one.
        NAME,
        STRING,
        NUMBER,
        SYMBOL,
        /// A name written in escapes: nobody sees what it names.
        UNICODE_NAME,
        /// A comment that the database would run.
        EXECUTABLE_COMMENT,
        /// A string, name or comment without its end: what follows it belongs to it, or does not, depending on who reads.
        UNFINISHED
    }

    boolean isWord(String word) {
        return shape == Shape.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return shape == Shape.SYMBOL && text.equals(symbol);
    }

    /// A keyword, or a name in quotes or without.
    boolean isName() {
        return shape == Shape.WORD || shape == Shape.NAME;
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
