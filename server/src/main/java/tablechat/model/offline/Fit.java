package tablechat.model.offline;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How well a phrase fits the name of a table or column: 1 for the very name, 0 for no likeness.
final class Fit {
    private static final double EXACT = 1;
    /// A column said together with its table: `customer name`.
    private static final double QUALIFIED = 0.99;
    static final double ALMOST = 0.95;
    static final double ALIKE = 0.8;
    static final double LOOSE = 0.9;
    private static final double HEAD = 0.7;
    /// It does not say so itself, but what the database remarks on it does.
    private static final double COMMENT = 0.6;
    static final double VERB = 0.55;
    static final double BEGINNING = 0.5;
    private static final int COMMENT_WORDS_MAX = 12;
    private static final int ROOT_LETTERS_MIN = 4;
    private static final int ENDING_LETTERS_MAX = 4;

    private static final Set<String> LOOSE_ENDS = Set.of("on", "at", "by", "is", "has", "of", "date", "in");
    private static final Set<String> LOOSER_ENDS =
            Set.of("code", "name", "flag", "time", "timestamp", "datetime", "year", "count", "number", "value",
                    "amount", "kg", "km", "usd", "eur", "gbp", "chf", "dollar", "euro", "day",
                    "minute", "hour", "second", "millisecond", "min", "sec", "ms", "hr", "m", "cm", "mm", "g", "percent", "mb", "gb");
    private static final Set<String> SAID_ENDS = Set.of("address", "number", "name", "date", "time");
    /// What a table may be called beyond what its rows are.
    private static final Set<String> KINDS = Set.of("group", "record", "list", "entry", "log", "type", "history", "detail", "header",
            "agreement", "contract", "request", "report", "case");
    /// Many people of whom one word speaks as of one.
    static final String STAFF = "crew|staff|personnel|faculty|workforce";
    static final Set<String> KEY_ENDS = Set.of("id", "number", "no", "nr", "key", "code");

    private Fit() {}

    static double table(List<String> stems, Table table) {
        var words = table.words();
        if (joined(stems).equals(joined(words)) || joined(stems).equals(joined(Words.split(table.name())))) {
            return EXACT;
        }
        if (alike(stems, words)) {
            return ALIKE;
        }
        boolean people = words.getFirst().matches(STAFF) && words.getLast().matches("member|person");
        if (words.size() == stems.size() + 1 && (people || KINDS.contains(words.getLast()))
                && words.subList(0, stems.size()).equals(stems)) {
            return LOOSE;
        }
        if (endsWith(words, stems)) {
            return HEAD - 0.1;
        }
        // Two nouns grown together: `game` is a `boardgame`.
        if (stems.size() == 1 && stems.getFirst().length() >= ROOT_LETTERS_MIN && words.getLast().endsWith(stems.getFirst())) {
            return HEAD - 0.1;
        }
        return verb(stems, bare(words, KINDS)) ? VERB : remarked(stems, table.comment());
    }

    static double column(List<String> stems, Column column, Table table) {
        var words = column.words();
        var whole = Words.split(column.name());
        if (joined(stems).equals(joined(whole))) {
            return EXACT;
        }
        if (column.references() != null) {
            return 0;
        }
        if (stems.equals(concat(table.words(), words)) || stems.equals(concat(bare(table.words(), KINDS), words))) {
            return QUALIFIED;
        }
        if (joined(stems).equals(joined(words))) {
            return EXACT;
        }
        // `billed amount`, of bills
        if (stems.size() == words.size() + 1 && table.words().size() == 1 && stems.subList(1, stems.size()).equals(words)
                && past(stems.getFirst()) && derived(Words.present(stems.getFirst()), table.words().getFirst())) {
            return QUALIFIED;
        }
        boolean measured = column.number() && !column.year();
        if (stems.equals(trimmed(words)) || !measured && verb(stems, trimmed(words))) {
            return ALMOST;
        }
        return column.key() ? part(stems, words, measured) : Math.max(loose(stems, column), part(stems, words, measured));
    }

    /// Without what a name may end with, by another word, or by the verb it is made of.
    private static double loose(List<String> stems, Column column) {
        var words = column.words();
        boolean measured = column.number() && !column.year();
        if (stems.equals(looser(words)) || !measured && verb(stems, looser(words))) {
            return LOOSE;
        }
        if (column.flag() && trimmed(words).size() == 1 && stems.size() == 1 && past(trimmed(words).getFirst())
                && derived(Words.present(trimmed(words).getFirst()), stems.getFirst())) {
            return LOOSE;
        }
        // `check in`: checked_in
        if (column.flag() && stems.size() > 1 && stems.size() == words.size() && past(words.getFirst())
                && derived(Words.present(words.getFirst()), stems.getFirst())
                && stems.subList(1, stems.size()).equals(words.subList(1, words.size()))) {
            return LOOSE;
        }
        if (alike(stems, words) || alike(stems, looser(words)) || alike(bare(stems, SAID_ENDS), looser(words))) {
            return ALIKE;
        }
        return remarked(stems, column.comment());
    }

    /// `email address` → email, without one of these ends.
    private static List<String> bare(List<String> stems, Set<String> ends) {
        return stems.size() > 1 && ends.contains(stems.getLast()) ? stems.subList(0, stems.size() - 1) : stems;
    }

    private static double part(List<String> stems, List<String> words, boolean measured) {
        if (endsWith(words, stems)) {
            return HEAD;
        }
        if (stems.size() == 1 && words.size() > 1 && Lexicon.alike(stems.getFirst(), words.getLast())) {
            return HEAD - 0.1;
        }
        var beginning =
                words.size() > stems.size() && words.subList(0, stems.size()).equals(stems);
        return beginning || !measured && words.size() > 1 && verb(stems, words.subList(0, 1)) ? BEGINNING : 0;
    }

    static boolean verb(List<String> stems, List<String> words) {
        return stems.size() == 1
                && words.size() == 1
                && past(stems.getFirst())
                && derived(Words.present(stems.getFirst()), words.getFirst());
    }

    static boolean past(String stem) {
        return stem.matches(".+(ed|ing)") || !Words.present(stem).equals(stem);
    }

    /// `depart` → departure, `borrow` → loan.
    static boolean derived(String verb, String noun) {
        var root = Words.root(verb);
        return Lexicon.alike(verb, noun) || Lexicon.does(verb, noun)
                || noun.equals(root + "er") || noun.equals(root + "or")
                || root.equals(Words.root(noun))
                || Lexicon.alike(root, noun)
                || root.length() >= ROOT_LETTERS_MIN
                        && noun.startsWith(root)
                        && noun.length() - root.length() <= ENDING_LETTERS_MAX;
    }

    private static double remarked(List<String> stems, List<String> comment) {
        return comment.size() <= COMMENT_WORDS_MAX
                        && stems.getFirst().length() > 2
                        && Collections.indexOfSubList(comment, stems) >= 0
                ? COMMENT
                : 0;
    }

    /// `country_code` → country, `weight_kg` → weight.
    private static List<String> looser(List<String> words) {
        var trimmed = trimmed(words);
        return trimmed.size() > 1 && LOOSER_ENDS.contains(trimmed.getLast())
                ? trimmed(trimmed.subList(0, trimmed.size() - 1))
                : trimmed;
    }

    /// `joined_on` → joined, `is_active` → active.
    private static List<String> trimmed(List<String> words) {
        int from = words.size() > 1 && LOOSE_ENDS.contains(words.getFirst()) ? 1 : 0;
        int to = words.size() - from > 1 && LOOSE_ENDS.contains(words.getLast()) ? words.size() - 1 : words.size();
        return words.subList(from, to);
    }

    static boolean alike(List<String> stems, List<String> words) {
        if (stems.size() != words.size()) {
            return false;
        }
        for (int i = 0; i < stems.size(); i++) {
            if (!Lexicon.alike(stems.get(i), words.get(i)) && !Bones.shortened(words.get(i), stems.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWith(List<String> words, List<String> end) {
        return words.size() > end.size()
                && words.subList(words.size() - end.size(), words.size()).equals(end);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }
}
