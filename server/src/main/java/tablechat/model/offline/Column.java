package tablechat.model.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tablechat.protocol.Nullable;

/// A column as `describe_tables` told it.
///
/// @param words of the name, without what all columns of the table begin with and without the table's own name
/// @param comment the words of what the database says about it
/// @param samples its values in the sample rows, `NULL` left out
record Column(
        String table,
        String name,
        String type,
        boolean nullable,
        boolean primary,
        @Nullable Reference references,
        List<String> words,
        List<String> comment,
        List<String> samples) {
    private static final Set<String> ENDS = Set.of("id", "no", "nr", "key");
    /// How a yes may be spelt, each with its no.
    private static final Map<String, String> YES = Map.of("y", "n", "yes", "no", "t", "f", "true", "false", "j", "n", "ja", "nein");


    record Reference(String table, String column) {}

    enum Content {
        TEXT,
        NUMBER,
        DATE,
        FLAG,
        OTHER
    }

    Column with(Reference target) {
        return new Column(table, name, type, nullable, primary, target, words, comment, samples);
    }

    /// Identifies rows, here or elsewhere, and measures nothing.
    boolean key() {
        return primary
                || references != null
                || words.getLast().equals("id")
                || Words.parts(name).stream().reduce((first, last) -> last).filter(ENDS::contains).isPresent();
    }

    boolean number() {
        return content() == Content.NUMBER && !key();
    }

    boolean date() {
        return content() == Content.DATE;
    }

    boolean text() {
        return content() == Content.TEXT;
    }

    boolean flag() {
        return content() == Content.FLAG;
    }

    /// A number that is a calendar year.
    boolean year() {
        return content() == Content.NUMBER
                && (words.stream().anyMatch(word -> Lexicon.alike("year", word))
                        || words.getLast().matches("founded|established|opened|built|released|published|launched|since|born|introduced")
                                && samples.stream().allMatch(sample -> sample.matches("(1[5-9]|20)\\d\\d")));
    }

    boolean whole() {
        return declared("INT", "SERIAL") && !declared("POINT");
    }

    Content content() {
        if (declared("BOOL", "BIT") || declared("INT", "NUM", "CHAR(1)") && named() && binary() || worded()) {
            return Content.FLAG;
        }
        if (declared("DATE", "TIME") && !samples.stream().allMatch(Column::numeric)) {
            return Content.DATE;
        }
        if (declared("DATE", "TIME")) {
            return samples.isEmpty() ? Content.DATE : Content.OTHER;
        }
        if (declared("INT", "NUM", "DEC", "REAL", "FLOA", "DOUB", "MONEY", "SERIAL")) {
            return Content.NUMBER;
        }
        if (declared("BLOB", "BYTEA", "BINARY", "JSON", "XML", "GEO", "POINT", "UUID", "ARRAY", "[]")) {
            return Content.OTHER;
        }
        return untyped();
    }

    private Content untyped() {
        if (samples.isEmpty()) {
            return Content.TEXT;
        }
        if (samples.stream().allMatch(sample -> sample.matches("\\d{4}-\\d\\d-\\d\\d([ T].*)?"))) {
            return Content.DATE;
        }
        return type.isBlank() && samples.stream().allMatch(Column::numeric) ? Content.NUMBER : Content.TEXT;
    }

    /// Needs no cast to be compared with a text.
    boolean characters() {
        return type.isBlank() || declared("CHAR", "TEXT", "CLOB", "STRING");
    }

    private boolean declared(String... parts) {
        var upper = type.toUpperCase(Locale.ROOT);
        return Arrays.stream(parts).anyMatch(upper::contains);
    }

    /// Named like a yes or no: `is_active`, `discontinued`.
    private boolean named() {
        return List.of("is", "has", "can").contains(Names.split(name).getFirst())
                || words.getLast().matches(".+(ed|able|ible)")
                || List.of("active", "flag", "public", "visible", "paid", "aktiv", "enabled", "open", "current", "in", "member")
                        .contains(words.getLast());
    }

    /// A text that is `Y` or `N`, `yes` or `no`.
    private boolean worded() {
        return characters()
                && !samples.isEmpty()
                && samples.stream().allMatch(Column::yesOrNo)
                && (named() || samples.stream().noneMatch(sample -> sample.matches("(?i)[tfj]")));
    }

    private static boolean yesOrNo(String sample) {
        var lower = Words.lower(sample);
        return YES.containsKey(lower) || YES.containsValue(lower);
    }

    /// Yes or no as its values spell it; empty where they are no texts.
    Optional<String> spelt(boolean yes) {
        return samples.stream().filter(sample -> worded()).findFirst().map(sample -> {
            var lower = Words.lower(sample);
            var pair = YES.entrySet().stream()
                    .filter(entry -> lower.equals("n")
                            ? entry.getKey().equals("y")
                            : entry.getKey().equals(lower) || entry.getValue().equals(lower))
                    .findFirst()
                    .orElseThrow();
            var word = yes ? pair.getKey() : pair.getValue();
            boolean upper = sample.equals(sample.toUpperCase(Locale.ROOT));
            return upper ? word.toUpperCase(Locale.ROOT)
                    : Character.isUpperCase(sample.charAt(0)) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
        });
    }

    private boolean binary() {
        return samples.stream().allMatch(sample -> sample.matches("[01]"));
    }

    private static boolean numeric(String sample) {
        return sample.matches("-?\\d+(\\.\\d+)?");
    }
}
