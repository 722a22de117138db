package tablechat.model.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tablechat.model.offline.Column.Content;

/// Tells what a column holds from its name, its declared type and some of its values.
final class Contents {
    private static final List<String> STATES = List.of(
            "active", "flag", "public", "visible", "paid", "aktiv", "enabled", "open", "current", "in", "member",
            "won", "lost", "sold", "sent", "done", "new");

    private static final String ADJECTIVE = ".{3,}(ian|ic|al|ive|ful|less|ous|ent|ant|ary|en)|"
            + "vegan|remote|free|safe|only|captain|main|default|primary";
    /// Said of one who is: `frequent_flyer`, `smoker`.
    private static final String PERSON = "flyer|flier|traveller|traveler|buyer|customer|guest|payer|smoker|drinker|subscriber|member|user|"
            + "visitor|driver|rider|shopper|donor|reader|player|owner|learner|starter|finisher|winner|speaker|swimmer|veteran|vip|vegan";
    private static final String NOUN = "total|interval|decimal|animal|amount|percent|count|equipment|payment|"
            + "children|.*ment|goal|medal|student|patient";

    private final String name;
    private final List<String> words;
    private final String type;
    private final List<String> samples;

    private Contents(String name, List<String> words, String type, List<String> samples) {
        this.name = name;
        this.words = words;
        this.type = type.toUpperCase(Locale.ROOT);
        this.samples = samples;
    }

    /// @param words of the name, without its prefix
    /// @param samples no nulls among them
    static Content of(String name, List<String> words, String type, List<String> samples) {
        return new Contents(name, words, type, samples).content();
    }

    private Content content() {
        if (declared("BOOL", "BIT") || declared("INT", "NUM", "CHAR(1)") && binary() && (named() || adjective()) || worded()) {
            return Content.FLAG;
        }
        if (clock()) {
            return Content.DATE;
        }
        if (declared("DATE", "TIME") && !samples.stream().allMatch(Contents::numeric)) {
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
            boolean dated = declared("CHAR", "TEXT") && Names.split(name).getLast().matches("at|on|date|timestamp|datetime");
            return dated ? Content.DATE : Content.TEXT;
        }
        if (samples.stream().allMatch(sample -> sample.matches("\\d{4}-\\d\\d-\\d\\d([ T].*)?"))) {
            return Content.DATE;
        }
        return type.isBlank() && samples.stream().allMatch(Contents::numeric) ? Content.NUMBER : Content.TEXT;
    }

    private boolean declared(String... parts) {
        return Arrays.stream(parts).anyMatch(type::contains);
    }

    /// Named like a yes or no: `is_active`, `bPaid`, `discontinued`, `on_loan`.
    private boolean named() {
        return List.of("is", "has", "can", "on", "was").contains(Names.split(name).getFirst())
                || within()
                || words.getLast().matches(PERSON) && Words.parts(name).getLast().equals(words.getLast())
                || Names.prefix(name).filter(List.of("b", "bln", "bol", "bool", "bit", "yn")::contains).isPresent()
                || words.getLast().matches(".+(ed|able|ible|ory)") && !plural()
                || STATES.contains(words.getLast());
    }

    /// `beds` are counted.
    private boolean plural() {
        var last = Words.parts(name).getLast();
        return !Words.stem(last).equals(last);
    }

    /// `in_service`, `out_of_print`; but `in_stock` may say how many are.
    private boolean within() {
        var all = Names.split(name);
        return all.size() > 1 && all.getFirst().matches("in|out|off") && !samples.isEmpty() && !all.contains("stock");
    }

    /// `vegetarian`, `gluten_free`, `urgent`: says how a row is, not how much it has.
    private boolean adjective() {
        return !samples.isEmpty() && words.getLast().matches(ADJECTIVE) && !words.getLast().matches(NOUN);
    }

    /// A text that is `Y` or `N`, `yes` or `no`.
    private boolean worded() {
        return (type.isBlank() || declared("CHAR", "TEXT", "CLOB", "STRING"))
                && !samples.isEmpty()
                && samples.stream().allMatch(YesNo::is)
                && (named() || samples.stream().noneMatch(sample -> sample.matches("(?i)[tfj]")));
    }

    /// Seconds or milliseconds since 1970, of this age, under a name that speaks of a time.
    private boolean clock() {
        return !declared("CHAR", "TEXT", "DECI", "REAL") && ticks(samples) > 0
                && Names.split(name).stream().anyMatch(word -> word.matches("at|on|date|time|timestamp|unix|epoch|since|until|when|.+ed"));
    }

    /// How many a second has; 0 where the values are no such times.
    static long ticks(List<String> samples) {
        return samples.isEmpty() ? 0
                : samples.stream().allMatch(sample -> sample.matches("[6-9]\\d{8}|[1-3]\\d{9}")) ? 1
                : samples.stream().allMatch(sample -> sample.matches("[6-9]\\d{11}|[1-3]\\d{12}")) ? 1_000
                : 0;
    }

    private boolean binary() {
        return samples.stream().allMatch(sample -> sample.matches("[01]"));
    }

    private static boolean numeric(String sample) {
        return sample.matches("-?\\d+(\\.\\d+)?");
    }
}
