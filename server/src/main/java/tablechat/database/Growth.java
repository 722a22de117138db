package tablechat.database;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tablechat.database.Token.Shape;

/// Looks whether a call such as `repeat('x', 2000000000)` may build a huge value. DuckDB builds it inside this process, outside
/// of its memory limit and deaf to cancels, so what cannot be seen to stay small is refused.
final class Growth {
    static final int LENGTH_MAX = 100_000;

    /// What stands behind the digits in `2e9`, `0xffff` and `1_000_000`.
    private static final Pattern REST_OF_A_NUMBER = Pattern.compile("(?i)(e\\d+|x[0-9a-f]+|_[\\d_]+).*");

    /// They build what is as long as the width in their first string says; five digits are no width that anybody means.
    private static final Set<String> FORMATS = Set.of("format", "printf");

    private static final Pattern WIDE = Pattern.compile("(?s).*(\\d{5}|\\*|\\{[^}]*\\{).*|");

    /// They do, for each element or match, what stands inside.
    private static final Set<String> REPEATING = Set.of("apply", "array_apply", "array_reduce", "array_transform", "list_apply",
            "list_reduce", "list_transform", "reduce", "regexp_replace", "replace");

    /// Their values are small, or streamed.
    private static final Set<String> HARMLESS_INSIDE = Set.of("format", "generate_series", "printf", "range");

    private Growth() {}

    /// Whether a function's value may be as long as its arguments say.
    static boolean isGrowing(String function, Dialect dialect) {
        return dialect.growingCalls().contains(function)
                || !dialect.growingCalls().isEmpty() && REPEATING.contains(function);
    }

    /// @param call the index of the function's name, before its parenthesis
    static boolean isLarge(List<Token> tokens, int call, Dialect dialect) {
        String function = tokens.get(call).lower();
        if (FORMATS.contains(function)) return isWide(tokens, call);
        boolean repeating = REPEATING.contains(function);
        int depth = 0;
        for (int i = call + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : token;
            if (token.isSymbol("(")) depth++;
            if (token.isSymbol(")") && --depth == 0) return false;
            boolean grows = token.isName() && next.isSymbol("(") && dialect.growingCalls().contains(token.lower());
            if (grows && !(repeating && HARMLESS_INSIDE.contains(token.lower()))) return true;
            if (!repeating && (isLarge(token, next) || multiplies(tokens.get(i - 1), token, next))) return true;
        }
        return false;
    }

    /// Also where its first argument is no plain string, so that nobody sees what it says.
    private static boolean isWide(List<Token> tokens, int call) {
        if (call + 3 >= tokens.size()) return false;
        Token first = tokens.get(call + 2);
        Token behind = tokens.get(call + 3);
        boolean plain = first.shape() == Shape.STRING && (behind.isSymbol(",") || behind.isSymbol(")"));
        return !plain || WIDE.matcher(first.text()).matches();
    }

    static String refusal(String call) {
        return "%s may build a value that is too large here: give it plain lengths up to %,d and none inside another."
                .formatted(call, LENGTH_MAX);
    }

    private static boolean isLarge(Token token, Token next) {
        if (token.shape() != Shape.NUMBER) return false;
        if (next.shape() == Shape.WORD && REST_OF_A_NUMBER.matcher(next.text()).matches()) return true;
        String whole = token.text().split("\\.", 2)[0];
        return whole.length() > 9 || !whole.isEmpty() && Integer.parseInt(whole) > LENGTH_MAX;
    }

    /// The star of `count(*)` does not.
    private static boolean multiplies(Token before, Token token, Token next) {
        if (token.isSymbol("*")) return !(before.isSymbol("(") && next.isSymbol(")"));
        return token.isSymbol("^") || token.isSymbol("<") && next.isSymbol("<");
    }
}
