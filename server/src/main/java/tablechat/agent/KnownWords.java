package tablechat.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.database.DatabaseFailure;
import tablechat.protocol.Table;

/// The words that a model may read in what a database says of its SQL: those it wrote itself, the names of the tables it named
/// and of their columns, and those that databases use for any error. All others could be cells: a failed conversion quotes one.
record KnownWords(Set<String> words) {
    private static final int TABLES_MAX = 10;

    /// Everything but blanks and ASCII punctuation.
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Punct}]+");

    private static final Set<String> OF_ERRORS = in(Resource.text("error-words.txt"));

    static KnownWords of(Source source, String sql) throws InterruptedException {
        Set<String> words = in(sql);
        try {
            List<String> named = source.tables(null).stream()
                    .filter(table -> words.containsAll(in(table.name())))
                    .limit(TABLES_MAX)
                    .map(TableText::name)
                    .toList();
            for (Table table : named.isEmpty() ? List.<Table>of() : source.describe(named)) {
                for (Table.Column column : table.columns()) words.addAll(in(column.name()));
            }
        } catch (DatabaseFailure unreadable) {
            return new KnownWords(words);
        }
        return new KnownWords(words);
    }

    boolean knows(String name) {
        return in(name).stream().allMatch(this::isKnown);
    }

    /// The text with an ellipsis for each word that is not known.
    String only(String text) {
        if (knows(text)) return text;
        return WORD.matcher(text).replaceAll(word -> isKnown(lower(word.group())) ? Matcher.quoteReplacement(word.group()) : "…")
                + " (What could be data is left out, as \"…\".)";
    }

    private boolean isKnown(String word) {
        return words.contains(word) || OF_ERRORS.contains(word);
    }

    private static Set<String> in(String text) {
        var words = new HashSet<String>();
        WORD.matcher(text).results().forEach(word -> words.add(lower(word.group())));
        return words;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
