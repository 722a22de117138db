package tablechat.model.offline;

import java.util.List;
import tablechat.protocol.Nullable;

/// A column as `describe_tables` told it.
///
/// @param words of the name, without what all columns of the table begin with and without the table's own name
/// @param samples its values in the sample rows, `NULL` left out
record Column(
        String table,
        String name,
        String type,
        boolean nullable,
        boolean primary,
        @Nullable Reference references,
        List<String> words,
        List<String> samples) {

    record Reference(String table, String column) {}

    enum Content {
        TEXT,
        NUMBER,
        DATE,
        FLAG,
        OTHER
    }

    /// Identifies rows, here or elsewhere, and measures nothing.
    boolean key() {
        return primary || references != null || words.getLast().equals("id");
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
        return content() == Content.NUMBER && Lexicon.alike("year", words.getLast());
    }

    boolean whole() {
        return declared("INT", "SERIAL") && !declared("POINT");
    }

    Content content() {
        if (declared("BOOL", "BIT") || declared("INT", "NUM", "CHAR(1)") && named() && binary()) {
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
        var upper = type.toUpperCase(java.util.Locale.ROOT);
        return java.util.Arrays.stream(parts).anyMatch(upper::contains);
    }

    /// Named like a yes or no: `is_active`, `discontinued`.
    private boolean named() {
        return List.of("is", "has", "can").contains(Words.split(name).getFirst())
                || words.getLast().matches(".+(ed|able|ible)")
                || List.of("active", "flag", "public", "visible", "paid", "aktiv")
                        .contains(words.getLast());
    }

    private boolean binary() {
        return samples.stream().allMatch(sample -> sample.matches("[01]"));
    }

    private static boolean numeric(String sample) {
        return sample.matches("-?\\d+(\\.\\d+)?");
    }
}
