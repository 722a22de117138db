package tablechat.model.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words in the names of tables and columns: cut at their seams, also where none shows, and short forms written out.
final class Names {
    /// Shorter names are not cut without a seam.
    private static final int GLUED_CHARACTERS_MIN = 5;

    private static final int PIECE_CHARACTERS_MIN = 2;
    /// Of types, as Access, Delphi and old C wrote them before a capital letter; the longer ones also before `_`.
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:str|txt|chr|vch|lng|int|byt|sng|dbl|cur|ccy|dec|num|dte?|dtm|dat|bln|bol|bool|bit|yn|mem|ole|[bnsidflc])(?=\\p{Lu})"
                    + "|(?:str|vch|lng|dbl|bln|dtm)_(?=\\p{L}))");

    private static final Map<String, String> ALONE = new HashMap<>();
    private static final Map<String, String> WITHIN = new HashMap<>();
    private static final Set<String> PIECES = new LinkedHashSet<>();
    private static final Bones BONES;

    static {
        for (var line : Lexicon.lines("abbreviations.txt")) {
            var parts = line.split(" ");
            if (!parts[0].endsWith("+")) {
                ALONE.put(parts[0], parts[1]);
            }
            WITHIN.put(parts[0].replace("+", ""), parts[1]);
        }
        Stream.concat(Lexicon.lines("synonyms.txt").stream(), Lexicon.lines("pieces.txt").stream())
                .flatMap(line -> Stream.of(line.split(" ")))
                .forEach(PIECES::add);
        PIECES.addAll(WITHIN.values());
        BONES = new Bones(PIECES);
        PIECES.addAll(ALONE.keySet());
    }

    private Names() {}

    /// `CUST_NM` → customer, name; `orderdate` → order, date. Never empty.
    static List<String> split(String identifier) {
        var seams = Words.parts(bare(identifier));
        var phrase = ALONE.get(String.join("_", seams));
        var parts = (phrase == null ? seams : List.of(phrase.split("_"))).stream().flatMap(part -> unglued(part).stream()).toList();
        if (parts.isEmpty()) {
            return List.of("?");
        }
        return parts.stream()
                .map(part -> whole(part, parts.size() > 1))
                .map(Words::stem)
                .toList();
    }

    /// What a name says about its type before it says what it is: `str` of `strName`, `b` of `bPaid`.
    static Optional<String> prefix(String identifier) {
        var found = PREFIX.matcher(identifier);
        return found.lookingAt() ? Optional.of(Words.lower(found.group().replace("_", ""))) : Optional.empty();
    }

    /// The name without that.
    static String bare(String identifier) {
        return PREFIX.matcher(identifier).replaceFirst("");
    }

    /// What a short form typed in a question stands for; the word itself where it is none.
    static String whole(String word) {
        return whole(word, false);
    }

    /// What a form stands for as a part of longer names, though alone it may be a word.
    static Optional<String> usual(String form) {
        return Optional.ofNullable(WITHIN.get(form));
    }

    private static String whole(String part, boolean within) {
        var known = (within ? WITHIN : ALONE).get(part);
        return known != null || known(part) ? Objects.requireNonNullElse(known, part) : BONES.word(part).orElse(part);
    }

    private static List<String> unglued(String part) {
        if (part.length() < GLUED_CHARACTERS_MIN || known(part)) {
            return List.of(part);
        }
        var pieces = pieces(part);
        return pieces.isEmpty() ? List.of(part) : pieces;
    }

    /// The cut with the longest first piece; none if something would be left that is no word.
    private static List<String> pieces(String rest) {
        if (known(rest)) {
            return List.of(rest);
        }
        for (int length = rest.length() - PIECE_CHARACTERS_MIN; length >= PIECE_CHARACTERS_MIN; length--) {
            var first = rest.substring(0, length);
            var others = known(first) ? pieces(rest.substring(length)) : List.<String>of();
            if (!others.isEmpty()) {
                var all = new ArrayList<>(List.of(first));
                all.addAll(others);
                return all;
            }
        }
        return List.of();
    }

    private static boolean known(String word) {
        return PIECES.contains(word) || PIECES.contains(Words.stem(word));
    }
}
