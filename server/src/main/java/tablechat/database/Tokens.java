package tablechat.database;

import java.util.ArrayList;
import java.util.List;
import tablechat.database.Dialect.Quirk;
import tablechat.database.Token.Shape;

/// Cuts SQL into tokens as its dialect does; blanks and comments are left out. Takes any text and never fails:
/// what has no end becomes one last UNFINISHED token.
final class Tokens {
    private static final String BLANKS = " \t\n\u000b\f\r";

    private final String sql;
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    static List<Token> of(String sql, Dialect dialect) {
        var reader = new Tokens(sql, dialect);
        while (reader.at < sql.length()) reader.next();
        return reader.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (BLANKS.indexOf(c) >= 0) at++;
        else if (beginsLineComment(c)) line();
        else if (sql.startsWith("/*", at)) comment();
        else if (c == '\'') quoted(Shape.STRING, c, dialect.has(Quirk.BACKSLASH_ESCAPES));
        else if (c == '"') quoted(Shape.NAME, c, dialect.has(Quirk.BACKSLASH_ESCAPES));
        else if (c == '`' && dialect.has(Quirk.BACKTICK_NAMES)) quoted(Shape.NAME, c, false);
        else if (c == '[' && dialect.has(Quirk.BRACKET_NAMES)) bracketed();
        else if (c == '$' && dialect.has(Quirk.DOLLAR_STRINGS)) dollar();
        else if (isDigit(c)) number();
        else if (startsWord(c)) word();
        else add(Shape.SYMBOL, at + 1);
    }

    private boolean beginsLineComment(char c) {
        if (c == '#') return dialect.has(Quirk.HASH_COMMENTS);
        if (!sql.startsWith("--", at)) return false;
        boolean blank = at + 2 == sql.length() || sql.charAt(at + 2) <= ' ' || sql.charAt(at + 2) == 0x7f;
        return blank || !dialect.has(Quirk.DASHES_NEED_A_BLANK);
    }

    private void line() {
        boolean returns = dialect.has(Quirk.RETURNS_END_COMMENTS);
        while (at < sql.length() && sql.charAt(at) != '\n' && !(returns && sql.charAt(at) == '\r')) at++;
    }

    private void comment() {
        boolean runs = dialect.has(Quirk.EXECUTABLE_COMMENTS)
                && (sql.startsWith("/*!", at) || sql.startsWith("/*M!", at) || sql.startsWith("/*+", at));
        int end = commentEnd();
        if (end < 0) unfinished();
        else if (runs) add(Shape.EXECUTABLE_COMMENT, end);
        else at = end;
    }

    /// Behind the closing mark, or -1.
    private int commentEnd() {
        int depth = 1;
        int i = at + 2;
        while (i < sql.length()) {
            if (sql.startsWith("*/", i)) {
                i += 2;
                if (--depth == 0) return i;
            } else if (dialect.has(Quirk.NESTED_COMMENTS) && sql.startsWith("/*", i)) {
                i += 2;
                depth++;
            } else {
                i++;
            }
        }
        return -1;
    }

    /// A doubled quote stands for itself; so does one behind a backslash, where the dialect has it so.
    private void quoted(Shape shape, char quote, boolean backslashes) {
        for (int i = at + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (backslashes && c == '\\') {
                i++;
            } else if (c == quote) {
                boolean doubled = i + 1 < sql.length() && sql.charAt(i + 1) == quote;
                if (!doubled) {
                    close(shape, quote, i);
                    return;
                }
                i++;
            }
        }
        unfinished();
    }

    private void close(Shape shape, char quote, int end) {
        String inside = sql.substring(at + 1, end);
        String mark = String.valueOf(quote);
        tokens.add(new Token(shape, inside.replace(mark + mark, mark)));
        at = end + 1;
    }

    private void bracketed() {
        int end = sql.indexOf(']', at);
        if (end < 0) unfinished();
        else close(Shape.NAME, '[', end);
    }

    /// `$$ … $$` or `$tag$ … $tag$`; anything else with a dollar, such as `$1`, is a symbol.
    private void dollar() {
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && continuesWord(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') tagEnd++;
        boolean tag = tagEnd < sql.length() && sql.charAt(tagEnd) == '$' && !isDigit(sql.charAt(at + 1));
        if (!tag) {
            add(Shape.SYMBOL, at + 1);
            return;
        }
        String mark = sql.substring(at, tagEnd + 1);
        int end = sql.indexOf(mark, tagEnd + 1);
        if (end < 0) {
            unfinished();
            return;
        }
        tokens.add(new Token(Shape.STRING, ""));
        at = end + mark.length();
    }

    /// Digits and dots only, so that a word behind them, as in `1union`, is seen as the word that it is to some.
    private void number() {
        int end = at;
        while (end < sql.length() && (isDigit(sql.charAt(end)) || sql.charAt(end) == '.')) end++;
        add(Shape.NUMBER, end);
    }

    private void word() {
        int end = at;
        while (end < sql.length() && continuesWord(sql.charAt(end))) end++;
        boolean unicode = dialect.has(Quirk.UNICODE_NAMES) && end - at == 1 && sql.startsWith("&\"", end)
                && Character.toLowerCase(sql.charAt(at)) == 'u';
        boolean escaped = end - at == 1 && end < sql.length() && sql.charAt(end) == '\'' && dialect.has(Quirk.E_STRINGS)
                && Character.toLowerCase(sql.charAt(at)) == 'e';
        if (escaped) {
            at = end;
            quoted(Shape.STRING, '\'', true);
            if (isContinued()) unfinished();
        } else if (unicode) {
            at = end + 1;
            quoted(Shape.UNICODE_NAME, '"', false);
        } else {
            add(Shape.WORD, end);
        }
    }

    /// A string goes on in the next line's, and so do its escapes: `E'a'`, then `'b\'c'`. Nobody writes that to be understood.
    private boolean isContinued() {
        int next = at;
        while (next < sql.length()) {
            char c = sql.charAt(next);
            if (BLANKS.indexOf(c) >= 0) next++;
            else if (sql.startsWith("--", next)) while (next < sql.length() && "\r\n".indexOf(sql.charAt(next)) < 0) next++;
            else return c == '\'';
        }
        return false;
    }

    private void unfinished() {
        tokens.add(new Token(Shape.UNFINISHED, ""));
        at = sql.length();
    }

    private void add(Shape shape, int end) {
        tokens.add(new Token(shape, sql.substring(at, end)));
        at = end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean startsWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean continuesWord(char c) {
        return startsWord(c) || isDigit(c) || c == '$';
    }
}
