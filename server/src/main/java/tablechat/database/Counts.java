package tablechat.database;

import java.util.List;

/// Recognises `select count(…) [as name], … [from …]`: one row, each cell a count. Whatever it is not sure of it denies.
final class Counts {
    private final List<Token> tokens;
    private int at;

    private Counts(List<Token> tokens) {
        this.tokens = tokens;
    }

    static boolean only(List<Token> tokens) {
        return new Counts(tokens).areAll();
    }

    private boolean areAll() {
        if (tokens.stream().anyMatch(Counts::isUnsure) || !takesWord("select")) return false;
        do {
            if (!takesCount()) return false;
        } while (takesSymbol(","));
        return at == tokens.size() || endsWithoutGroups();
    }

    private boolean takesCount() {
        if (!takesWord("count") || !takesSymbol("(")) return false;
        for (int depth = 1; depth > 0; at++) {
            if (at == tokens.size()) return false;
            if (tokens.get(at).isSymbol("(")) depth++;
            if (tokens.get(at).isSymbol(")")) depth--;
        }
        if (takesWord("as")) return at < tokens.size() && tokens.get(at++).isName();
        if (at < tokens.size() && tokens.get(at).isName() && !tokens.get(at).isWord("from")) at++;
        return true;
    }

    /// From here to the end nothing on the statement's own level makes more rows of it, or rows of something else.
    private boolean endsWithoutGroups() {
        if (!takesWord("from")) return false;
        for (int depth = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.isSymbol("(")) depth++;
            if (token.isSymbol(")")) depth--;
            if (token.isSymbol(";") && at < tokens.size() - 1) return false;
            boolean more = List.of("group", "union", "intersect", "except", "over", "into").stream().anyMatch(token::isWord);
            if (depth == 0 && more) return false;
        }
        return true;
    }

    private static boolean isUnsure(Token token) {
        return switch (token.shape()) {
            case EXECUTABLE_COMMENT, UNFINISHED, UNICODE_NAME -> true;
            case WORD, NAME, STRING, NUMBER, SYMBOL -> false;
        };
    }

    private boolean takesWord(String word) {
        boolean taken = at < tokens.size() && tokens.get(at).isWord(word);
        if (taken) at++;
        return taken;
    }

    private boolean takesSymbol(String symbol) {
        boolean taken = at < tokens.size() && tokens.get(at).isSymbol(symbol);
        if (taken) at++;
        return taken;
    }
}
