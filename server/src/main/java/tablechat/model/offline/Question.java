package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The user's text, cut into tokens.
record Question(String text, List<Token> tokens) {
    /// Of a longer text only the beginning is read; what people ask is far shorter.
    private static final int READ_CHARACTERS_MAX = 2_000;

    private static final Pattern TOKEN = Pattern.compile("""
        (?x)
          (?<![\\p{L}\\p{N}])
          (?: "(?<double>[^"]+)" | '(?<single>[^']+)'(?![\\p{L}\\p{N}]) | `(?<tick>[^`]+)` | “(?<curly>[^”]+)” )
        | (?<date> \\d{4}-\\d{1,2}-\\d{1,2} )
        | (?<number> -?\\d+(?:,\\d{3})+(?:\\.\\d+)? (?![\\p{L}\\p{N}_])
            | -?\\d+(?:\\.\\d+)? (?:(?:[kKmM]|bn)\\b)? (?![\\p{L}\\p{N}_-]) (?!/\\d) )
        | (?<grade> \\p{L}{1,2}[+-]{1,2} (?![\\p{L}\\p{N}+-]) )
            | (?<word> [\\p{L}\\p{N}_]+ (?: ['’.@&/] [\\p{L}\\p{N}_]+ )* )
        | (?<sign> <= | >= | != | <> | [<>=\\#%] )
        """);

    static Question of(String text) {
        var tokens = new ArrayList<Token>();
        var found = TOKEN.matcher(text.length() > READ_CHARACTERS_MAX ? text.substring(0, READ_CHARACTERS_MAX) : text);
        while (found.find()) {
            tokens.add(token(found));
        }
        return new Question(text, List.copyOf(tokens));
    }

    /// The text from one token to another (exclusive) as it was typed, without possessive ending or quotes.
    String typed(int from, int to) {
        var last = tokens.get(to - 1);
        if (from == to - 1) {
            return last.text();
        }
        var text = text().substring(tokens.get(from).start(), last.end());
        return last.kind() == Token.Kind.WORD
                ? text.substring(
                        0,
                        text.length() - (last.end() - last.start() - last.text().length()))
                : text;
    }

    /// Lower case words divided by one space.
    String words(int from, int to) {
        return String.join(
                " ", tokens.subList(from, to).stream().map(Token::word).toList());
    }

    private static Token token(Matcher found) {
        for (var quote : List.of("double", "single", "tick", "curly")) {
            if (found.group(quote) != null) {
                return token(found, found.group(quote), Token.Kind.QUOTED);
            }
        }
        if (found.group("date") != null) {
            return token(found, found.group(), Token.Kind.DATE);
        }
        if (found.group("number") != null) {
            return token(found, found.group().strip(), Token.Kind.NUMBER);
        }
        return found.group("sign") != null
                ? token(found, found.group(), Token.Kind.SIGN)
                : token(found, found.group().replaceFirst("['’]s$", ""), Token.Kind.WORD);
    }

    private static Token token(Matcher found, String text, Token.Kind kind) {
        return new Token(text, Words.lower(text).replace('’', '\''), found.start(), found.end(), kind);
    }
}
