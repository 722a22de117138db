package tablechat.database;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tablechat.database.Token.Shape;
import tablechat.protocol.Nullable;

/// Lets pass exactly one statement that only reads. It is there for good words to whoever wrote the SQL, and as a first fence:
/// the wall is the engine's own settings, which hold without it.
final class Guard {
    static final int SQL_CHARACTERS_MAX = 500_000;

    /// None of them stands in a query that only reads: `with x as (…) delete`, `select … into outfile`, `for update`.
    private static final Set<String> WRITING_WORDS = Set.of("insert", "update", "delete", "into");

    private static final String PRAGMA_FUNCTION = "pragma_";

    private final Dialect dialect;
    private final List<Token> tokens;

    private Guard(Dialect dialect, List<Token> tokens) {
        this.dialect = dialect;
        this.tokens = tokens;
    }

    /// Empty when the statement may run, else a sentence saying what is not allowed and what is. Takes any text.
    static Optional<String> refusal(String sql, Dialect dialect) {
        if (sql.length() > SQL_CHARACTERS_MAX) {
            return Optional.of("A statement may have at most %,d characters; this one has %,d."
                    .formatted(SQL_CHARACTERS_MAX, sql.length()));
        }
        if (sql.indexOf('\0') >= 0) return Optional.of("The statement holds a NUL character; take it out.");
        List<Token> tokens = Tokens.of(sql, dialect);
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).isSymbol(";")) end--;
        return Optional.ofNullable(new Guard(dialect, tokens.subList(0, end)).refusal());
    }

    private @Nullable String refusal() {
        if (tokens.isEmpty()) return "There is no statement here. " + allowed();
        if (has(Shape.UNFINISHED)) return "A string, a name in quotes or a comment has no end.";
        if (has(Shape.UNICODE_NAME)) return "Names written U&\"…\" are not allowed: write the name itself.";
        if (has(Shape.EXECUTABLE_COMMENT)) return "Comments that do something, written /*! … */ or /*+ … */, are not allowed.";
        if (tokens.stream().anyMatch(token -> token.isSymbol(";"))) {
            return "Only one statement at a time is allowed; this is more than one.";
        }
        String byStart = statement(0);
        return byStart != null ? byStart : byContent();
    }

    /// What the first word rules out, from the token where a statement begins.
    private @Nullable String statement(int start) {
        int first = start;
        while (token(first).isSymbol("(")) first++;
        Token word = token(first);
        boolean known = word.shape() == Shape.WORD && dialect.starts().contains(word.lower());
        if (!known) return notAllowed(word);
        return switch (word.lower()) {
            case "explain" -> explain(first + 1);
            case "pragma" -> pragma(first + 1);
            default -> null;
        };
    }

    private @Nullable String explain(int start) {
        int inner = behindOptions(start);
        Token word = token(inner);
        if (word.isWord("explain") || word.isWord("pragma")) return notAllowed(word);
        return statement(inner);
    }

    /// `verbose`, `query plan`, `format = json`, `(costs off, format json)`.
    private int behindOptions(int start) {
        boolean inParentheses = token(start).isSymbol("(") && isOption(token(start + 1));
        int at = inParentheses ? start + 1 : start;
        while (isOption(token(at)) || token(at).isSymbol("=") || inParentheses && token(at).isSymbol(",")) at++;
        return inParentheses && token(at).isSymbol(")") ? at + 1 : at;
    }

    private boolean isOption(Token token) {
        return token.shape() == Shape.WORD && dialect.explainOptions().contains(token.lower());
    }

    /// `pragma name`, `pragma schema.name`, `pragma name(argument)`; never `pragma name = value`.
    private @Nullable String pragma(int start) {
        int at = token(start + 1).isSymbol(".") ? start + 2 : start;
        Token name = token(at);
        boolean argument = token(at + 1).isSymbol("(");
        boolean bare = at + 1 == tokens.size();
        Set<String> harmless = argument ? dialect.pragmasOfNames() : dialect.pragmas();
        if ((argument || bare) && name.isName() && harmless.contains(name.lower())) return null;
        return "This PRAGMA is not allowed: it may change something. Only PRAGMAs that tell about the database may run, such as "
                + "PRAGMA table_info(name), without an assignment.";
    }

    /// What no word may do wherever it stands.
    private @Nullable String byContent() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.shape() == Shape.SYMBOL && dialect.parameterMarks().contains(token.text())) return parameter();
            if (token.shape() == Shape.WORD && isForbiddenWord(token.lower(), token(i + 1).lower())) return notAllowed(token);
            if (isHiddenPragma(token)) return forbidden(token);
            if (!token.isName() || !token(i + 1).isSymbol("(")) continue;
            if (dialect.forbids(token.lower())) return forbidden(token);
            if (Growth.isGrowing(token.lower(), dialect) && !isBehindFrom(i) && Growth.isLarge(tokens, i, dialect)) {
                return Growth.refusal(shown(token));
            }
        }
        return null;
    }

    private boolean isForbiddenWord(String word, String next) {
        return WRITING_WORDS.contains(word) || dialect.forbiddenWords().contains(word)
                || dialect.forbiddenWords().contains(word + " " + next);
    }

    /// `from range(1000000)` gives rows, one after the other, where `select range(1000000)` gives one value.
    private boolean isBehindFrom(int index) {
        return index > 0 && (tokens.get(index - 1).isWord("from") || tokens.get(index - 1).isWord("join"));
    }

    /// `select * from pragma_name`: SQLite's pragmas as tables, also as `'pragma_name'`: it takes a string for a table's name.
    private boolean isHiddenPragma(Token token) {
        if (!token.isName() && token.shape() != Shape.STRING) return false;
        if (dialect.pragmas().isEmpty() || !token.lower().startsWith(PRAGMA_FUNCTION)) return false;
        String pragma = token.lower().substring(PRAGMA_FUNCTION.length());
        return !dialect.pragmas().contains(pragma) && !dialect.pragmasOfNames().contains(pragma);
    }

    private boolean has(Shape shape) {
        return tokens.stream().anyMatch(token -> token.shape() == shape);
    }

    /// A symbol that is nothing, behind the end.
    private Token token(int index) {
        return index < tokens.size() ? tokens.get(index) : new Token(Shape.SYMBOL, "");
    }

    private static String parameter() {
        return "Parameters such as ? or :name are not allowed: they have no value here. Write the value itself.";
    }

    private static String forbidden(Token call) {
        return "%s is not allowed: it reaches beyond this database. Queries read its tables only.".formatted(shown(call));
    }

    private String notAllowed(Token word) {
        String what = word.isName() ? shown(word) + " is not allowed: this connection only reads. "
                : "This is not a statement that may run: this connection only reads. ";
        return what + allowed();
    }

    private String allowed() {
        String starts = dialect.starts().stream()
                .sorted()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "Allowed is one %s statement that begins with one of %s.".formatted(dialect.product(), starts);
    }

    private static String shown(Token word) {
        String text = word.text().length() > 40 ? word.text().substring(0, 40) + "…" : word.text();
        return word.shape() == Shape.WORD ? text.toUpperCase(Locale.ROOT) : text;
    }
}
