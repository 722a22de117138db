package tablechat.model.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tablechat.protocol.Nullable;

/// A column as `describe_tables` told it.
///
/// @param words of the name, without what all columns of the table begin with and without the table's own name
/// @param comment the words of what the database says about it
/// @param samples its values in the sample rows, `NULL` left out
/// @param content what they are, as far as name, type and samples tell
record Column(
        String table,
        String name,
        String type,
        boolean nullable,
        boolean primary,
        @Nullable Reference references,
        List<String> words,
        List<String> comment,
        List<String> samples,
        Content content) {
    private static final Set<String> ENDS = Set.of("id", "no", "nr", "key");


    record Reference(String table, String column) {}

    enum Content {
        TEXT,
        NUMBER,
        DATE,
        FLAG,
        OTHER
    }

    Column with(Reference target) {
        return new Column(table, name, type, nullable, primary, target, words, comment, samples, content);
    }

    /// Identifies rows, here or elsewhere, and measures nothing.
    boolean key() {
        return primary
                || references != null
                || words.getLast().equals("id")
                || Words.parts(name).stream().reduce((first, last) -> last).filter(ENDS::contains).isPresent();
    }

    boolean number() {
        return content == Content.NUMBER && !key();
    }

    /// Counts hundredths of what people speak of.
    boolean cents() {
        return number() && words.size() > 1 && words.getLast().equals("cent");
    }

    /// Sums of money with a fraction.
    boolean money() {
        return number() && (cents() || !whole() && Numbers.money(words));
    }

    boolean date() {
        return content == Content.DATE;
    }

    /// Of a date that is kept as a number since 1970, how many a second has: 1 or 1,000; 0 for all others.
    long ticks() {
        return date() && !characters() ? Contents.ticks(samples) : 0;
    }

    boolean text() {
        return content == Content.TEXT;
    }

    boolean flag() {
        return content == Content.FLAG;
    }

    /// A number that is a calendar year.
    boolean year() {
        return content == Content.NUMBER
                && (words.stream().anyMatch(word -> Lexicon.alike("year", word))
                        || words.getLast().matches(
                                "founded|established|opened|built|released|published|launched|since|from|until|born|introduced|"
                                + "vintage|made|constructed")
                                && samples.stream().allMatch(sample -> sample.matches("(1[5-9]|20)\\d\\d")));
    }

    boolean whole() {
        return declared("INT", "SERIAL") && !declared("POINT");
    }

    /// Needs no cast to be compared with a text.
    boolean characters() {
        return type.isBlank() || declared("CHAR", "TEXT", "CLOB", "STRING");
    }

    private boolean declared(String... parts) {
        var upper = type.toUpperCase(Locale.ROOT);
        return Arrays.stream(parts).anyMatch(upper::contains);
    }

    /// Yes or no as its values spell it; empty where they are no texts.
    Optional<String> spelt(boolean yes) {
        return content == Content.FLAG && characters() ? YesNo.spelt(samples, yes) : Optional.empty();
    }

    /// One of a schema is known by its table and name.
    @Override
    public boolean equals(Object other) {
        return other instanceof Column column && column.name.equals(name) && column.table.equals(table);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + name.hashCode();
    }
}
