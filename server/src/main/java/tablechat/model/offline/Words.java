package tablechat.model.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words as they are compared: lower case, singular, cut out of identifiers.
final class Words {
    /// Shorter words are too easily mistaken for others.
    private static final int TYPO_LETTERS_MIN = 5;

    private static final Pattern SEAM = Pattern.compile(
            "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})");

    private static final Map<String, String> PRESENT = pairs(
            "paid", "pay", "repaid", "repay",
            "sent", "send", "taught", "teach", "lent", "lend", "borrowed", "borrow", "flown", "fly", "held", "hold",
            "left", "leave", "wrote", "write",
            "written", "write", "drove", "drive", "driven", "drive", "drew", "draw", "drawn", "draw", "sung", "sing", "led", "lead",
            "given",
            "give", "gave", "give", "won", "win", "fed", "feed", "ate", "eat", "eaten", "eat", "met", "meet",
            "taken", "take", "took", "take",
            "lost", "lose", "caught", "catch", "built", "build", "rode", "ride", "ridden", "ride", "seen", "see", "saw", "see",
            "swum", "swim", "swam", "swim", "spoke", "speak", "spoken", "speak", "shot", "shoot", "read", "read");

    private static final Set<String> UNCHANGED =
            Set.of("aircraft", "series", "species", "staff", "equipment", "news", "data", "inventory", "stock", "history", "personnel");

    private Words() {}

    private static Map<String, String> pairs(String... words) {
        var pairs = new HashMap<String, String>();
        for (int at = 0; at < words.length; at += 2) {
            pairs.put(words[at], words[at + 1]);
        }
        return Map.copyOf(pairs);
    }

    /// `InvoiceLine` → invoice, line; `tbl_patients` → tbl, patient.
    static List<String> split(String identifier) {
        return parts(identifier).stream().map(Words::stem).toList();
    }

    /// As [#split], the words left as they are but for their case.
    static List<String> parts(String identifier) {
        return SEAM.splitAsStream(identifier)
                .filter(part -> !part.isEmpty())
                .map(Words::lower)
                .toList();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The form in which singular and plural are the same word; not always a real one (`movie` and `movies` → `movy`).
    static String stem(String word) {
        var known = Lexicon.singularOf(word);
        if (known != null) {
            return known;
        }
        var singular = word;
        if (word.length() > 3
                && Stream.of("sses", "xes", "ches", "shes", "uses").anyMatch(word::endsWith)
                && !word.equals("houses")) {
            singular = word.substring(0, word.length() - 2);
        } else if (word.length() > 2
                && word.endsWith("s")
                && Stream.of("ss", "us", "is").noneMatch(word::endsWith)) {
            singular = word.substring(0, word.length() - 1);
        }
        return singular.length() > 3 && singular.endsWith("ie")
                ? singular.substring(0, singular.length() - 2) + "y"
                : singular;
    }

    /// `placed`, `placing` → `plac`, `tagged` → `tag`, to be compared with the same cut of `place`.
    static String root(String word) {
        return Stream.of("ing", "ed", "e")
                .filter(end -> word.endsWith(end) && word.length() - end.length() >= 3)
                .findFirst()
                .map(end -> {
                    var root = word.substring(0, word.length() - end.length());
                    return end.equals("e") ? root : single(root);
                })
                .orElse(word);
    }

    /// `tagg` → tag: what an ending doubled.
    private static String single(String root) {
        return root.matches(".*([bdgmnprt])\\1") ? root.substring(0, root.length() - 1) : root;
    }

    /// `paid` → pay: of the verbs whose past is irregular, and that rows are about.
    static String present(String verb) {
        return PRESENT.getOrDefault(verb, verb);
    }

    /// `category` → `categories`; for texts only.
    static String plural(String word) {
        if (UNCHANGED.contains(word)) {
            return word;
        }
        if (word.equals("person")) {
            return "people";
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return Stream.of("s", "x", "ch", "sh").anyMatch(word::endsWith) ? word + "es" : word + "s";
    }

    /// One letter wrong, missing, too many or swapped with its neighbour, in a word long enough for that to mean
    /// little.
    static boolean near(String typed, String known) {
        if (Math.min(typed.length(), known.length()) < TYPO_LETTERS_MIN
                || Math.abs(typed.length() - known.length()) > 1
                || typed.charAt(0) != known.charAt(0)) {
            return false;
        }
        int same = 0;
        while (same < Math.min(typed.length(), known.length()) && typed.charAt(same) == known.charAt(same)) {
            same++;
        }
        var restTyped = typed.substring(same);
        var restKnown = known.substring(same);
        return tail(restTyped, 1).equals(tail(restKnown, 1))
                || tail(restTyped, 1).equals(restKnown)
                || restTyped.equals(tail(restKnown, 1))
                || swapped(restTyped, restKnown);
    }

    private static boolean swapped(String one, String other) {
        return one.length() > 1
                && other.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && tail(one, 2).equals(tail(other, 2));
    }

    private static String tail(String word, int from) {
        return word.substring(Math.min(from, word.length()));
    }
}
