package tablechat.model.offline;

/// A word, number or sign of the question, with its place in the text.
///
/// @param word lower case, without possessive ending
/// @param start of the original text, inclusive; `end` exclusive
record Token(String text, String word, int start, int end, Kind kind) {

    enum Kind {
        WORD,
        NUMBER,
        DATE,
        QUOTED,
        SIGN
    }

    String stem() {
        return Words.stem(word);
    }

    boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
