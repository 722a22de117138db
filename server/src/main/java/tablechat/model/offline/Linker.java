package tablechat.model.offline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the tables and columns a phrase may name, each with how well it fits.
final class Linker {
    private static final double EXACT = 1;
    /// A column said together with its table: `customer name`.
    private static final double QUALIFIED = 0.99;

    private static final double ALMOST = 0.95;
    private static final double ALIKE = 0.8;
    private static final double LOOSE = 0.9;
    private static final double HEAD = 0.7;
    /// It does not say so itself, but what the database remarks on it does.
    private static final double COMMENT = 0.6;
    private static final double VERB = 0.55;
    private static final double BEGINNING = 0.5;
    private static final double TYPO_PENALTY = 0.1;
    private static final int MATCHES_MAX = 24;
    private static final int COMMENT_WORDS_MAX = 12;
    private static final int ROOT_LETTERS_MIN = 4;
    private static final int ENDING_LETTERS_MAX = 4;

    private static final Set<String> LOOSE_ENDS = Set.of("on", "at", "by", "is", "has", "of", "date", "in");
    private static final Set<String> LOOSER_ENDS =
            Set.of("code", "name", "flag", "time", "timestamp", "datetime", "year", "count", "number", "value",
                    "amount", "kg", "km", "usd", "eur", "day",
                    "minute", "hour", "second", "millisecond", "min", "sec", "ms", "hr", "m", "cm", "mm", "g", "percent", "mb", "gb");
    private static final Set<String> SAID_ENDS = Set.of("address", "number", "name", "date");
    /// What a table may be called beyond what its rows are.
    private static final Set<String> KINDS = Set.of("group", "record", "list", "entry", "log", "type", "history", "detail", "header");
    private static final Set<String> KEY_ENDS = Set.of("id", "number", "no", "nr", "key", "code");

    private final Schema schema;

    Linker(Schema schema) {
        this.schema = schema;
    }

    /// @param stems of the phrase's words
    /// @return the best first, none if nothing fits
    List<Sense.Match> matches(List<String> stems) {
        if (stems.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Sense.Match>();
        for (var table : schema.tables()) {
            add(found, new Sense.Match(table, null, table(stems, table)));
            table.columns().forEach(column -> add(found, new Sense.Match(table, column, column(stems, column, table))));
            table.columns().stream()
                    .filter(column -> role(stems, column))
                    .forEach(column -> schema.table(column.references().table())
                            .ifPresent(other -> add(found, new Sense.Match(other, null, ALIKE))));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Sense.Match::score).reversed())
                .limit(MATCHES_MAX)
                .toList();
    }

    /// As [#matches], for a word that may hold one wrong letter.
    List<Sense.Match> nearly(String stem) {
        return schema.tables().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.words()), table.columns().stream().map(Column::words)))
                .flatMap(List::stream)
                .distinct()
                .filter(word -> Words.near(stem, word))
                .findFirst()
                .map(word -> matches(List.of(word)).stream()
                        .map(match -> match.less(TYPO_PENALTY))
                        .toList())
                .orElse(List.of());
    }

    /// `support rep` is whom `SupportRepId` refers to.
    private boolean role(List<String> stems, Column column) {
        if (column.references() == null || column.references().table().equals(column.table())) {
            return false;
        }
        var words = column.words();
        int last = KEY_ENDS.contains(words.getLast()) ? words.size() - 1 : words.size();
        return last > 0 && alike(stems, words.subList(0, last)) || Roles.of(column, schema).equals(stems)
                || stems.equals(concat(Roles.of(column, schema), target(column)));
    }

    private List<String> target(Column column) {
        return schema.table(column.references().table()).map(Table::words).orElse(List.of());
    }

    private static void add(List<Sense.Match> found, Sense.Match match) {
        if (match.score() >= BEGINNING) {
            found.add(match);
        }
    }

    private static double table(List<String> stems, Table table) {
        var words = table.words();
        if (joined(stems).equals(joined(words)) || joined(stems).equals(joined(Words.split(table.name())))) {
            return EXACT;
        }
        if (alike(stems, words)) {
            return ALIKE;
        }
        if (words.size() == stems.size() + 1 && KINDS.contains(words.getLast()) && words.subList(0, stems.size()).equals(stems)) {
            return LOOSE;
        }
        if (endsWith(words, stems)) {
            return HEAD - 0.1;
        }
        return verb(stems, words) ? VERB : remarked(stems, table.comment());
    }

    private static double column(List<String> stems, Column column, Table table) {
        var words = column.words();
        var whole = Words.split(column.name());
        if (joined(stems).equals(joined(whole))) {
            return EXACT;
        }
        if (column.references() != null) {
            return 0;
        }
        if (stems.equals(concat(table.words(), words))) {
            return QUALIFIED;
        }
        if (joined(stems).equals(joined(words))) {
            return EXACT;
        }
        boolean measured = column.number() && !column.year();
        if (stems.equals(trimmed(words)) || !measured && verb(stems, trimmed(words))) {
            return ALMOST;
        }
        if (column.key()) {
            return part(stems, words, measured);
        }
        if (stems.equals(looser(words)) || !measured && verb(stems, looser(words))) {
            return LOOSE;
        }
        if (alike(stems, words) || alike(stems, looser(words)) || alike(bare(stems), looser(words))) {
            return ALIKE;
        }
        return Math.max(part(stems, words, measured), remarked(stems, column.comment()));
    }

    /// `email address` → email.
    private static List<String> bare(List<String> stems) {
        return stems.size() > 1 && SAID_ENDS.contains(stems.getLast()) ? stems.subList(0, stems.size() - 1) : stems;
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

    private static boolean verb(List<String> stems, List<String> words) {
        return stems.size() == 1
                && words.size() == 1
                && (stems.getFirst().matches(".+(ed|ing)") || !Words.present(stems.getFirst()).equals(stems.getFirst()))
                && derived(Words.present(stems.getFirst()), words.getFirst());
    }

    /// `depart` → departure, `borrow` → loan.
    private static boolean derived(String verb, String noun) {
        var root = Words.root(verb);
        return Lexicon.alike(verb, noun)
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

    private static boolean alike(List<String> stems, List<String> words) {
        if (stems.size() != words.size()) {
            return false;
        }
        for (int i = 0; i < stems.size(); i++) {
            if (!Lexicon.alike(stems.get(i), words.get(i))) {
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
