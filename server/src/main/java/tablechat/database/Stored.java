package tablechat.database;

import java.util.List;
import java.util.Set;

/// Recognises SQL for SQLite that only hands on what is stored: nothing in it takes much longer the larger a value is. Whatever it
/// is not sure of it denies.
final class Stored {
    /// They look at a value once, or at its length alone.
    private static final Set<String> QUICK = Set.of("avg", "cast", "coalesce", "count", "ifnull", "iif", "length", "max", "min", "nullif",
            "octet_length", "round", "substr", "substring", "sum", "total", "typeof");
    /// Words before a bracket that call nothing.
    private static final Set<String> KEYWORDS = Set.of("all", "and", "any", "as", "between", "by", "case", "distinct", "else", "except",
            "exists", "from", "having", "in", "intersect", "is", "join", "limit", "not", "offset", "on", "or", "select", "then", "union",
            "using", "values", "when", "where");
    /// Comparing with a pattern goes over a value many times, and what refers to itself makes values.
    private static final Set<String> SLOW = Set.of("glob", "like", "match", "recursive", "regexp");

    private Stored() {}

    static boolean only(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String next = i + 1 < tokens.size() && tokens.get(i + 1).shape() == Token.Shape.SYMBOL ? tokens.get(i + 1).text() : "";
            if (!isQuick(tokens.get(i), next)) return false;
        }
        return true;
    }

    /// @param next the symbol behind it, or nothing
    private static boolean isQuick(Token token, String next) {
        boolean called = next.equals("(");
        return switch (token.shape()) {
            case WORD -> !SLOW.contains(token.lower()) && (!called || QUICK.contains(token.lower()) || KEYWORDS.contains(token.lower()));
            case NAME, STRING -> !called;
            // `||` puts values together, `->` takes them apart.
            case SYMBOL -> !token.text().equals("|") && !(token.text().equals("-") && next.equals(">"));
            case NUMBER -> true;
            case UNICODE_NAME, EXECUTABLE_COMMENT, UNFINISHED -> false;
        };
    }
}
